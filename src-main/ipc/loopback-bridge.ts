import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { Timers } from '../engine/ports.ts';
import { isSameToken } from './loopback-admission.ts';
import type { WindowDesk } from './window-desk.ts';

const HEARTBEAT_MS = 30_000;
const TOKEN_WITHIN_MS = 5_000;
/** Calls of one window at a time; a page has a dozen. */
const MOST_UNANSWERED = 128;
/** A window that reads nothing more is let go; it asks anew when it comes back. */
const MOST_UNSENT_BYTES = 16 * 1024 * 1024;

/** Why a socket was closed, by websocket close codes. */
const CLOSE = { refused: 4401, badMessage: 1007, tooMuch: 1013 } as const;

const tokenMessage = z.object({ token: z.string().max(200) });
/** Whoever gives an id waits for an answer, so the rest may be anything, or absent: the gate says what is wrong. */
const callMessage = z.object({
  id: z.union([z.number(), z.string().max(100)]),
  channel: z.unknown().optional(),
  input: z.unknown().optional(),
});

export interface BridgeDeps {
  readonly desk: WindowDesk;
  readonly timers: Pick<Timers, 'after'>;
  readonly token: string;
}

/** Serves one websocket: `{id, channel, input}` is answered by `{id, answer}`, events come as `{event, seq, value}`. */
export function serveBridge(socket: WebSocket, isAdmitted: boolean, deps: BridgeDeps): void {
  watchHeart(socket, deps.timers);
  // ws closes the socket itself (a message over the limit, a broken frame); the page connects again.
  socket.on('error', () => socket.terminate());
  if (isAdmitted) {
    openBridge(socket, deps);
    return;
  }
  const patience = deps.timers.after(TOKEN_WITHIN_MS, () => socket.close(CLOSE.refused, 'no token'));
  socket.once('close', () => patience.cancel());
  socket.once('message', (data) => {
    patience.cancel();
    const greeting = tokenMessage.safeParse(readJson(data));
    if (greeting.success && isSameToken(greeting.data.token, deps.token)) openBridge(socket, deps);
    else socket.close(CLOSE.refused, 'wrong token');
  });
}

function openBridge(socket: WebSocket, { desk }: BridgeDeps): void {
  const caller = desk.admit('browser');
  let unanswered = 0;
  const send = (message: object): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MOST_UNSENT_BYTES) socket.terminate();
    else socket.send(JSON.stringify(message));
  };
  const membership = desk.join((event, seq, value) => send({ event, seq, value }));
  socket.once('close', () => {
    membership.leave();
    desk.dismiss(caller);
  });
  socket.on('message', (data) => {
    const call = callMessage.safeParse(readJson(data));
    if (!call.success) return socket.close(CLOSE.badMessage, 'not a call');
    if (unanswered >= MOST_UNANSWERED) return socket.close(CLOSE.tooMuch, 'too many calls at once');
    unanswered += 1;
    const { id, channel, input } = call.data;
    void desk.answer(caller, channel, input).then((answer) => {
      unanswered -= 1;
      send({ id, answer });
    });
  });
}

/** A socket whose other end is gone without a word is found within two beats. */
function watchHeart(socket: WebSocket, timers: Pick<Timers, 'after'>): void {
  let isAlive = true;
  let timer: { cancel(): void } | null = null;
  const beat = (): void => {
    if (!isAlive) {
      socket.terminate();
      return;
    }
    isAlive = false;
    socket.ping();
    timer = timers.after(HEARTBEAT_MS, beat);
  };
  timer = timers.after(HEARTBEAT_MS, beat);
  socket.on('pong', () => {
    isAlive = true;
  });
  socket.once('close', () => timer?.cancel());
}

/** undefined for what is no JSON text. */
function readJson(data: RawData): unknown {
  try {
    return JSON.parse(String(data));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
