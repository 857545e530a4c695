import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnswerPage, PAGE_HEADERS, renderAnswerPage } from './answer-page.ts';

export const CALLBACK_PATH = '/oauth/callback';
const MOST_CONNECTIONS = 32;
const MOST_HEADER_BYTES = 16 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;
/** Another program may have the same port on the other address. */
const PORT_TRIES = 5;

/** What a browser brought; null: not for us, which is answered like any unknown path. */
export type HearCallback = (query: URLSearchParams) => Promise<AnswerPage | null>;

export interface LoopbackListener {
  readonly port: number;
  /** Ends once the answers under way are given. */
  close(): Promise<void>;
}

/**
 * Waits for the browser at one random port of 127.0.0.1 and, where there is one, of ::1. Nobody off this computer
 * reaches it, and nothing but `GET /oauth/callback` is answered.
 * @throws Error of the system when no port can be opened
 */
export async function openLoopbackListener(hear: HearCallback): Promise<LoopbackListener> {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    answerRequest(request, response, hear).catch(() => response.destroy());
  };
  for (let tries = 1; ; tries += 1) {
    const first = openServer(answer);
    await listen(first, '127.0.0.1', 0);
    const { port } = first.address() as AddressInfo;
    const second = openServer(answer);
    const trouble = await listen(second, '::1', port).then(
      () => null,
      (error: NodeJS.ErrnoException) => error,
    );
    if (trouble?.code === 'EADDRINUSE' && tries < PORT_TRIES) {
      await close(first);
      continue;
    }
    // A computer without IPv6 has one address to listen at.
    const servers = trouble ? [first] : [first, second];
    return { port, close: async () => void (await Promise.all(servers.map(close))) };
  }
}

function openServer(answer: (request: IncomingMessage, response: ServerResponse) => void): Server {
  const server = createServer(
    { maxHeaderSize: MOST_HEADER_BYTES, requestTimeout: REQUEST_TIMEOUT_MS },
    answer,
  );
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: host === '::1' }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  hear: HearCallback,
): Promise<void> {
  const page = isForUs(request) ? await hear(readQuery(request)) : null;
  if (!page) {
    response.writeHead(404, { 'content-type': 'text/plain', connection: 'close' });
    response.end('Not Found');
    return;
  }
  response.writeHead(page.status, PAGE_HEADERS);
  response.end(renderAnswerPage(page));
}

const readQuery = ({ url = '' }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(url.slice(CALLBACK_PATH.length + 1));

/** A page elsewhere that gave its own name this computer's address sends another Host. */
function isForUs({ method, url = '', headers, socket }: IncomingMessage): boolean {
  const hosts = ['127.0.0.1', '[::1]', 'localhost'].map((name) => `${name}:${socket.localPort}`);
  const isPath = url === CALLBACK_PATH || url.startsWith(`${CALLBACK_PATH}?`);
  return method === 'GET' && isPath && hosts.includes(headers.host ?? '');
}
