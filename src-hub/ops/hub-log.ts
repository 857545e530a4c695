import { type DestinationStream, type Logger, pino } from 'pino';
import type { HubConfig } from '../config.ts';

/** What the stack says of places, without the message: that may quote a body. */
const PLACES = /^\s+at .*$/gm;
const MOST_PLACES = 8;
/** Errors whose messages are known to hold nothing of a request. */
const PLAIN_CODE = /^(SQLITE_|E[A-Z]+$)/;

interface Thrown {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
}

function describeError(error: Thrown) {
  const code = typeof error.code === 'string' ? error.code : null;
  const places = String(error.stack ?? '').match(PLACES) ?? [];
  return {
    name: String(error.name ?? 'Error'),
    code,
    ...(code !== null && PLAIN_CODE.test(code) ? { message: String(error.message) } : {}),
    at: places.slice(0, MOST_PLACES).map((place) => place.trim()),
  };
}

/** Requests are logged as method and route: queries, headers and bodies hold secrets and people (H7, O5). */
export const createHubLog = (level: HubConfig['logLevel'], stream?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      serializers: {
        err: describeError,
        req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
          method: request.method,
          route: request.routeOptions?.url,
        }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      },
      redact: [
        'token',
        '*.token',
        'headers',
        '*.headers',
        'body',
        '*.body',
        'query',
        '*.query',
        'secret',
        '*.secret',
      ],
    },
    ...(stream ? [stream] : []),
  );
