import { hubRefusal } from '../../../src-hub/protocol/http-shapes.ts';
import { createFailure } from '../../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { WireAnswer, WireRequest } from '../../engine/ports.ts';
import type { AnswerBody } from '../answer-body.ts';
import { createHttpClient, type HttpDeps, HURRIED } from '../http.ts';
import { readHost } from '../http-answer.ts';
import type { ServiceRules } from '../http-rules.ts';
import { reject } from '../outcomes.ts';
import { createRateGate } from '../rate-limit.ts';

const IN_FLIGHT = 3;
const LIMIT_DELAY_MS = 10_000;
const MOST_MESSAGE_CHARACTERS = 200;

/** What parses an answer; a zod schema. */
export interface Shape<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

export interface HubHttp {
  /** A call below the relay's address; the answer in the shape that the protocol says. */
  call<T>(method: WireRequest['method'], path: string, shape: Shape<T>, body?: unknown): Promise<Outcome<T>>;
}

/** Creates the client of one relay. @param token null before this PC is paired */
export function createHubHttp(url: string, token: string | null, deps: HttpDeps): HubHttp {
  const http = createHttpClient(deps, {
    ...HURRIED,
    gate: createRateGate(deps, { inFlight: IN_FLIGHT }),
    rules: RULES,
  });
  return {
    call: async (method, path, shape, content) => {
      const body = content === undefined ? undefined : JSON.stringify(content);
      const headers = {
        accept: 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      };
      const prepare = () => ({ url: `${url}${path}`, headers, ...(body === undefined ? {} : { body }) });
      const sent = await http.send({ method, prepare });
      if (sent.kind !== 'done') return sent;
      const parsed = shape.safeParse(sent.value.json);
      return parsed.success
        ? { ...sent, value: parsed.data }
        : reject('HUB_NOT_A_HUB', 200, { host: readHost(url) });
    },
  };
}

const RULES: ServiceRules = {
  codes: {
    limited: 'HUB_LIMITED',
    failing: 'HUB_FAILING',
    refused: 'HUB_REFUSED',
    page: 'HUB_NOT_A_HUB',
  },
  hasPages: true,
  classify,
  readLimitDelayMs: () => LIMIT_DELAY_MS,
  requestIdHeader: 'x-request-id',
};

/** The relay says in words why it refuses; anything else that answers is no relay. */
function classify(answer: WireAnswer, body: AnswerBody): OutcomeFailure | null {
  const { status } = answer;
  if (status < 400 || status >= 500) return null;
  const facts = { host: readHost(answer.url), status };
  const refusal = body.kind === 'json' ? hubRefusal.safeParse(body.json) : null;
  if (!refusal?.success) return reject('HUB_NOT_A_HUB', status, facts);
  if (status === 401) return { kind: 'authLost', failure: createFailure('HUB_TOKEN_REFUSED', facts) };
  const message = refusal.data.error.message.slice(0, MOST_MESSAGE_CHARACTERS);
  return reject('HUB_REFUSED', status, { ...facts, message });
}
