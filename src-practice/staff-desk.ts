import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { WireRequest, WireResponse, WireService } from './wire.ts';

/** What a person did, as a sentence, and what it was done to. */
export interface StaffDeed {
  readonly what: string;
  readonly id: string;
}

/** A person's order that cannot be carried out; `status` is the HTTP answer. */
export class StaffRefusal extends Error {
  override readonly name = 'StaffRefusal';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface StaffDesk {
  /** The secret a caller presents in the header `x-practice-key`. */
  readonly key: string;
  /** Carries out `{verb, ...}`; throws a ZodError or a StaffRefusal when it cannot. */
  perform(command: unknown): StaffDeed;
  readCounters(): unknown;
  resetCounters(): void;
}

/**
 * Puts a desk in front of a service: what people do there (`POST /practice/staff`) and what it counted
 * (`GET /practice/counters`, `POST /practice/counters/reset`). Everything else goes to the service.
 */
export function addStaffDesk(service: WireService, desk: StaffDesk): WireService {
  return {
    handle: async (request) => {
      const path = request.url.split('?', 1)[0] ?? '';
      if (!path.startsWith('/practice/')) return service.handle(request);
      if (!isSameSecret(request.headers['x-practice-key'] ?? '', desk.key)) {
        return answerFailure(401, 'PRACTICE_KEY', 'the header x-practice-key is missing or wrong');
      }
      return answerDesk(desk, `${request.method} ${path}`, request);
    },
  };
}

function answerDesk(desk: StaffDesk, call: string, request: WireRequest): WireResponse {
  switch (call) {
    case 'POST /practice/staff':
      return performCommand(desk, request.body);
    case 'GET /practice/counters':
      return answerJson(200, desk.readCounters());
    case 'POST /practice/counters/reset':
      desk.resetCounters();
      return answerJson(200, { ok: true });
    default:
      return answerFailure(404, 'PRACTICE_UNKNOWN_CALL', `there is no ${call}`);
  }
}

function performCommand(desk: StaffDesk, body: string): WireResponse {
  try {
    return answerJson(200, { ok: true, ...desk.perform(JSON.parse(body)) });
  } catch (error) {
    if (error instanceof StaffRefusal) return answerFailure(error.status, error.code, error.message);
    if (error instanceof z.ZodError) return answerFailure(400, 'STAFF_INVALID', z.prettifyError(error));
    if (error instanceof SyntaxError) return answerFailure(400, 'STAFF_INVALID', 'the body is not JSON');
    throw error;
  }
}

/** A failure as all desks tell it. */
export function answerFailure(status: number, code: string, message: string): WireResponse {
  return answerJson(status, { error: { code, message } });
}

/** An answer of a desk. */
export function answerJson(status: number, value: unknown): WireResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

/** Compares without telling by its time how much was right. */
export function isSameSecret(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
