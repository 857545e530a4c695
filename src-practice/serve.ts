import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { PracticeClock } from './clock.ts';
import type { WireService } from './wire.ts';

const MAX_BODY_BYTES = 32 * 1024 * 1024;

export interface ServeOptions {
  /** 0 picks a free port. */
  readonly port?: number;
  /** Added to every request, half before and half after the service has worked. */
  readonly latencyMs?: number;
  /** PEM key and certificate: the service then speaks https. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly clock: PracticeClock;
}

export interface RunningService {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Puts a practice service on real HTTP at 127.0.0.1. A client that goes away does not stop work that
 * has begun, as with the real services (woocommerce.md 1).
 */
export async function serve(service: WireService, options: ServeOptions): Promise<RunningService> {
  const scheme = options.tls ? 'https' : 'http';
  const half = (options.latencyMs ?? 0) / 2;
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const answer = async (): Promise<void> => {
      const body = await readBody(incoming);
      if (half > 0) await options.clock.sleep(half);
      const response = await service.handle({
        method: incoming.method ?? 'GET',
        url: incoming.url ?? '/',
        headers: flattenHeaders(incoming),
        body,
        origin: `${scheme}://${incoming.headers.host ?? '127.0.0.1'}`,
      });
      if (half > 0) await options.clock.sleep(half);
      outgoing.writeHead(response.status, response.headers);
      outgoing.end(incoming.method === 'HEAD' ? undefined : response.body);
    };
    answer().catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end(`practice service failed: ${String(error)}`);
    });
  };
  const server: Server = options.tls ? createHttpsServer(options.tls, listener) : createHttpServer(listener);
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function flattenHeaders(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error('request body over 32 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
