import type { Transport, WireAnswer, WireRequest } from '../../src-main/engine/ports.ts';

/** What becomes of one call. */
export const ORDER_FAULTS = [
  'lost-after',
  'lost-before',
  'late',
  'refused-429',
  'failed-503',
  'failed-500-after',
  'truncated',
] as const;
export type OrderFault = (typeof ORDER_FAULTS)[number];

/** So long after the line broke a side may still do the work. */
const LATE_MS = 500;

/** The calls that an order makes: none of the catalog's. */
const isOrderCall = ({ method, url }: WireRequest): boolean =>
  (/\/(orders|order_types|tenders|customers|print_event)\b/.test(new URL(url).pathname) &&
    method !== 'GET') ||
  /\/(orders\/[A-Z0-9]{13}|wc\/v3\/orders\/\d+|order_types|tenders|print_event\/\w+)$/.test(
    new URL(url).pathname,
  );

export interface FaultLine {
  /** Meets the call with this place from now, counted from 1; 0 meets none. */
  strike(at: number, fault: OrderFault): void;
  /** Order calls since the last strike. */
  count(): number;
  /** What was met; null where the order made fewer calls. */
  struck(): string | null;
  wrap(real: Transport): Transport;
}

export function createFaultLine(readMs: () => number): FaultLine {
  let target = 0;
  let kind: OrderFault = 'lost-after';
  let calls = 0;
  let met: string | null = null;
  let late: { readonly dueMs: number; readonly deliver: () => Promise<unknown> } | null = null;
  const meet = async (request: WireRequest, real: Transport): Promise<WireAnswer> => {
    met = `${request.method} ${new URL(request.url).pathname}`;
    switch (kind) {
      case 'lost-after':
        await real.send(request);
        throw breakLine();
      case 'lost-before':
        throw breakLine();
      case 'late': {
        const { signal: _gone, ...again } = request;
        late = { dueMs: readMs() + LATE_MS, deliver: () => real.send(again) };
        throw breakLine();
      }
      case 'refused-429':
        return answer(request, 429, '{"message":"429 Too Many Requests"}', { 'retry-after': '1' });
      case 'failed-503':
        return answer(request, 503, '<h1>busy</h1>');
      case 'failed-500-after':
        await real.send(request);
        return answer(request, 500, '<h1>critical error</h1>');
      case 'truncated': {
        const whole = await real.send(request);
        return { ...whole, body: whole.body.slice(0, Math.floor(whole.body.length / 2)) };
      }
    }
  };
  return {
    strike: (at, fault) => {
      [target, kind, calls, met] = [at, fault, 0, null];
    },
    count: () => calls,
    struck: () => met,
    wrap: (real) => ({
      send: async (request) => {
        if (late !== null && late.dueMs <= readMs()) {
          const { deliver } = late;
          late = null;
          await deliver();
        }
        if (!isOrderCall(request)) return real.send(request);
        calls += 1;
        return calls === target ? meet(request, real) : real.send(request);
      },
    }),
  };
}

const answer = (
  { url }: WireRequest,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): WireAnswer => ({ status, headers: { 'content-type': 'application/json', ...headers }, body, url });

const breakLine = (): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('ECONNRESET'), { code: 'ECONNRESET' }) });
