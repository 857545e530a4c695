import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const PROTOCOL = 'tillbridge.';

/**
 * The host that a request was meant for, if it is this server by its own name. A page of another site whose name was
 * made to point here (DNS rebinding) carries that site's name, and a page elsewhere carries its origin.
 * @returns null for a stranger
 */
export function findOwnHost({ headers }: IncomingMessage, port: number): string | null {
  const { host, origin } = headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return null;
  return origin === undefined || origin === `http://${host}` ? host : null;
}

/** A websocket comes from a page of this very server: browsers always send the origin. */
export const isOwnPage = (request: IncomingMessage, port: number): boolean =>
  request.headers.origin !== undefined && findOwnHost(request, port) !== null;

/** Compares in constant time. */
export function isSameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The token of `Sec-WebSocket-Protocol: tillbridge.<token>`; null when none was offered. */
export function readOfferedToken({ headers }: IncomingMessage): string | null {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.find((name) => name.startsWith(PROTOCOL))?.slice(PROTOCOL.length) ?? null;
}
