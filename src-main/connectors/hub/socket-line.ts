import WebSocket from 'ws';
import { LONGEST_FRAME_BYTES } from '../../../src-hub/protocol/frames.ts';
import { createFailure, type Failure } from '../../domain/failure.ts';
import { readHost } from '../http-answer.ts';
import { readNetworkTrouble } from '../network-failure.ts';

const HANDSHAKE_MS = 15_000;

/** One way to the relay and back, that keeps frames in order. */
export interface Line {
  /** Nothing while it is not open. */
  send(text: string): void;
  /** Takes leave; what was sent before still arrives. */
  close(): void;
  /** Ends it without a word. */
  cut(): void;
}

export interface LineEars {
  onOpen(): void;
  /** null: something that is no text. */
  onText(text: string | null): void;
  /** It is gone; may be said more than once. */
  onEnd(failure: Failure): void;
}

/** Opens a line. @param url of the relay's socket, ws: or wss: */
export type Dial = (url: string, ears: LineEars) => Line;

/** A websocket as the line. */
export const dialSocket: Dial = (url, ears) => {
  const host = readHost(url);
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload: LONGEST_FRAME_BYTES,
    handshakeTimeout: HANDSHAKE_MS,
  });
  socket.on('open', ears.onOpen);
  socket.on('message', (data, isBinary) => ears.onText(isBinary ? null : String(data)));
  // An HTTP answer in place of a socket: a relay that is just starting or going, or no relay at all.
  socket.on('unexpected-response', (_request, { statusCode: status = 0 }) =>
    ears.onEnd(
      createFailure(status >= 500 || status === 429 ? 'HUB_FAILING' : 'HUB_NOT_A_HUB', { host, status }),
    ),
  );
  socket.on('error', (error) => ears.onEnd(createFailure(readNetworkTrouble(error).code, { host })));
  socket.on('close', () => ears.onEnd(createFailure('HUB_LOST', { host })));
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
    cut: () => socket.terminate(),
  };
};
