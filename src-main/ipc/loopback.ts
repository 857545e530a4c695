import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Random, Timers } from '../engine/ports.ts';
import type { DeviceLanguage } from './device-language.ts';
import { findOwnHost, isOwnPage, isSameToken, readOfferedToken } from './loopback-admission.ts';
import { serveBridge } from './loopback-bridge.ts';
import { addLanguage, addStyleNonce, isPage, type PageFile, writePolicy } from './loopback-page.ts';
import type { WindowDesk } from './window-desk.ts';

const BRIDGE_PATH = '/bridge';
const TOKEN_BYTES = 32;
const NONCE_BYTES = 16;
const MOST_SOCKETS = 8;
const LARGEST_MESSAGE_BYTES = 4 * 1024 * 1024;

/** On every answer: no other site may read, frame, open or guess anything here. */
const GUARDS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

export interface LoopbackOptions {
  readonly desk: WindowDesk;
  readonly timers: Pick<Timers, 'after'>;
  readonly random: Pick<Random, 'hex'>;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly language: Pick<DeviceLanguage, 'meet'>;
  /** 0 picks a free one. */
  readonly port: number;
}

export interface Loopback {
  /** Without the token. */
  readonly origin: string;
  /** 32 bytes in hex; whoever has it is the window. */
  readonly token: string;
  close(): Promise<void>;
}

/** Serves the window's page and its bridge to browsers of this computer only. Rejects when the port is taken. */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { desk, timers, random, files, language } = options;
  const token = random.hex(TOKEN_BYTES);
  const server = createServer();
  const port = await listen(server, options.port);
  const sockets = openSockets();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const host = findOwnHost(request, port);
    if (host === null) return refuse(response, 403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const file = files.get(request.url ?? '');
    if (!file) return refuse(response, 404);
    if (!isPage(file))
      return serveFile(response, file, file.body, writePolicy(host, random.hex(NONCE_BYTES)));
    servePage(response, file, host, { random, language }).catch(() => refuse(response, 500));
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    if (!isOwnPage(request, port)) return refuseUpgrade(stream, 403);
    if (request.url !== BRIDGE_PATH) return refuseUpgrade(stream, 404);
    const offered = readOfferedToken(request);
    if (offered !== null && !isSameToken(offered, token)) return refuseUpgrade(stream, 401);
    if (sockets.clients.size >= MOST_SOCKETS) return refuseUpgrade(stream, 503);
    sockets.handleUpgrade(request, stream, head, (socket) =>
      serveBridge(socket, offered !== null, { desk, timers, token }),
    );
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    token,
    close: () => closeAll(server, sockets),
  };
}

/** A browser that offered a protocol wants it confirmed; the token in it came from there. */
const openSockets = (): WebSocketServer =>
  new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => [...offered].find((name) => name.startsWith('tillbridge.')) ?? false,
  });

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** The browser says which languages its person reads; what was chosen in the settings counts before it. */
async function servePage(
  response: ServerResponse,
  file: PageFile,
  host: string,
  { random, language }: Pick<LoopbackOptions, 'random' | 'language'>,
): Promise<void> {
  const spoken = await language.meet(readAccepted(response.req));
  const nonce = random.hex(NONCE_BYTES);
  const page = addLanguage(addStyleNonce(file.body.toString('utf8'), nonce), spoken);
  serveFile(response, file, page, writePolicy(host, nonce));
}

/** `de-DE,de;q=0.9,en;q=0.8` is in the order of preference in every browser. */
const readAccepted = ({ headers }: IncomingMessage): string[] =>
  (headers['accept-language'] ?? '').split(',').map((part) => (part.split(';')[0] ?? '').trim());

function serveFile(response: ServerResponse, file: PageFile, body: string | Buffer, policy: string): void {
  response.writeHead(200, { ...GUARDS, 'Content-Type': file.type, 'Content-Security-Policy': policy });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...GUARDS, 'Content-Security-Policy': "default-src 'none'" });
  response.end();
}

function refuseUpgrade(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
