import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { HubConfig } from './config.ts';
import { HubFailure } from './hub-failure.ts';
import { LONGEST_BODY_BYTES } from './ingest/hooks.ts';
import { refuse } from './refusal.ts';
import type { HubTime } from './runtime/time.ts';

/** Headers and query of one request (V6). */
const LONGEST_HEADER_BYTES = 16 * 1024;
/** A whole request comes within this time, however slowly its sender drips it (V6). */
export const REQUEST_MS = 10_000;
const CHECK_MS = 1_000;
/** Longer than a proxy keeps its own side, so that it never sends into a connection that closes. */
const IDLE_MS = 75_000;
/** What is under way when the hub stops has so long; connections that fall idle meanwhile are ended so often. */
const STOP_MS = 5_000;
const SWEEP_MS = 100;
/** Connections beside the sockets of PCs: stores, tills, the proxy. */
const SPARE_CONNECTIONS = 4_000;

/** An HTTP server with the limits and the silence of the hub; routes come from others. */
export function createServer(
  config: Pick<HubConfig, 'trustProxy' | 'mostSockets' | 'logLevel'>,
  say: FastifyBaseLogger,
  requestMs: number,
): FastifyInstance {
  const app = Fastify({
    loggerInstance: say,
    childLoggerFactory: (logger) => logger, // lines name no request, and a logger for each costs as much as a signature
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: LONGEST_BODY_BYTES,
    requestTimeout: requestMs,
    keepAliveTimeout: IDLE_MS,
    return503OnClosing: false, // a delivery that has come in is kept, even while the hub stops (H5)
    forceCloseConnections: 'idle',
    http: {
      maxHeaderSize: LONGEST_HEADER_BYTES,
      headersTimeout: requestMs,
      connectionsCheckingInterval: Math.min(CHECK_MS, requestMs),
    },
  });
  app.server.maxConnections = config.mostSockets + SPARE_CONNECTIONS;
  if (config.logLevel === 'debug') logAnswers(app);
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'NO_SUCH_PATH'));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(reply, 'TOO_LONG');
    if (status < 500) return refuse(reply, 'MALFORMED');
    request.log.error(
      { err: error, method: request.method, route: request.routeOptions.url },
      'a request failed',
    );
    return refuse(reply, 'FAILED');
  });
  return app;
}

function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const answer = {
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log.debug(answer, 'answered');
  });
}

/**
 * Listens, and resolves with the port. It may be called before the routes are there, where the port decides the
 * addresses that they tell of and nobody can know it yet.
 * @throws HubFailure PORT_TAKEN
 */
export async function listen(
  app: FastifyInstance,
  { address, port }: Pick<HubConfig, 'address' | 'port'>,
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    app.server.once('error', (error: { code?: string }) => {
      const sentence = `The hub cannot listen on ${address}:${port} (${error.code ?? 'unknown'}). Stop what uses that port, or choose another one with TILLBRIDGE_HUB_PORT.`;
      reject(new HubFailure('PORT_TAKEN', sentence));
    });
    app.server.listen(port, address, resolve);
  });
  return (app.server.address() as AddressInfo).port;
}

/** Takes no new connections, ends the idle ones and waits for what is under way, but not for senders that drip. */
export async function stopListening(app: FastifyInstance, time: HubTime): Promise<void> {
  const { server } = app;
  let isOver = false;
  const sweep = (): void => {
    server.closeIdleConnections();
    if (!isOver) time.after(SWEEP_MS, sweep);
  };
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    sweep();
    time.after(STOP_MS, () => server.closeAllConnections());
  });
  isOver = true;
  await app.close();
}
