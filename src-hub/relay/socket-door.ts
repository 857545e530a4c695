import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import type { HubMetrics } from '../ops/hub-metrics.ts';
import { type HubFrame, LONGEST_FRAME_BYTES } from '../protocol/frames.ts';
import { PATHS } from '../protocol/version.ts';
import type { HubTime } from '../runtime/time.ts';
import type { Relay } from './relay.ts';
import type { Hello, Session } from './session.ts';
import { readAppFrame, type Wire } from './wire.ts';

/** The first frame comes within this time, or the socket goes. */
export const HELLO_MS = 10_000;
/** Sockets that have not said hello; behind a proxy all have one address, so they are counted together. */
export const MOST_STRANGERS = 2_000;
/** Frames of one device that are read within a second; what is more waits in its own socket. */
export const MOST_FRAMES_PER_S = 1_000;
const SECOND_MS = 1_000;
/** How long a peer may take to answer the closing of its socket. */
const CLOSING_MS = 2_000;
/** RFC 6455 7.4.1: going away; a policy was broken. */
const GOING_AWAY = 1001;
const POLICY = 1008;

export interface SocketDoor {
  countSockets(): number;
  /** Takes no more, and resolves when all are closed. */
  close(): Promise<void>;
}

export interface DoorParts {
  readonly relay: Relay;
  readonly metrics: HubMetrics;
  readonly time: HubTime;
  readonly mostSockets: number;
}

/** Lets devices in at `/v1/relay`. No compression: it costs memory for each socket (hub.md 3.3). */
export function openSocketDoor(server: Server, parts: DoorParts): SocketDoor {
  const sockets = new Set<WebSocket>();
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  });
  let isClosed = false;
  let whenEmpty = (): void => undefined;

  const admit = (socket: WebSocket): void => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      if (isClosed && sockets.size === 0) whenEmpty();
    });
    serveSocket(socket, parts);
  };
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    if (request.url?.split('?', 1)[0] !== PATHS.relay) return refuse(stream, '404 Not Found');
    const strangers = sockets.size - parts.relay.countSessions();
    if (isClosed || sockets.size >= parts.mostSockets || strangers >= MOST_STRANGERS)
      return refuse(stream, '503 Service Unavailable');
    acceptor.handleUpgrade(request, stream, head, admit);
  });

  return {
    countSockets: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        isClosed = true;
        whenEmpty = resolve;
        if (sockets.size === 0) return resolve();
        for (const socket of sockets) if (socket.readyState === WebSocket.OPEN) socket.close(GOING_AWAY);
        parts.time.after(CLOSING_MS, () => {
          for (const socket of sockets) socket.terminate();
        });
      }),
  };
}

const refuse = (stream: Duplex, status: string): void =>
  void stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);

function serveSocket(socket: WebSocket, { relay, metrics, time }: DoorParts): void {
  const wire = createWire(socket, time);
  let session: Session | null = null;
  let isGreeting = false;
  const lateHello = time.after(HELLO_MS, () => relay.bye(wire, 'silent'));

  const ignore = (why: string): void => metrics.ignoredFrames.inc({ why });
  const endMalformed = (): void => {
    ignore('malformed');
    if (session) relay.part(session, 'malformed');
    else relay.bye(wire, 'malformed');
  };
  const greet = (hello: Hello): void => {
    isGreeting = true;
    lateHello.cancel();
    relay.greet(wire, hello).then(
      (greeted) => {
        session = greeted;
      },
      (error: unknown) => relay.sendBack(wire, error),
    );
  };
  const receive = (text: string): void => {
    const frame = readAppFrame(text);
    if (frame === 'malformed') endMalformed();
    else if (frame === 'unknown') ignore('unknown');
    else if (session) relay.receive(session, frame);
    else if (isGreeting) ignore('before its welcome');
    else if (frame.type === 'hello') greet(frame);
    else endMalformed();
  };

  const meter = createMeter(socket, time);
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!wire.isOpen()) return;
    meter();
    if (isBinary) endMalformed();
    else receive(data.toString());
  });
  socket.on('error', () => ignore('broken')); // too long or not websocket; it closes itself
  socket.on('close', () => {
    lateHello.cancel();
    if (session) relay.leave(session);
  });
}

/** Reads no more than so many frames a second. */
function createMeter(socket: WebSocket, time: HubTime): () => void {
  let sinceMs = time.monotonicMs();
  let frames = 0;
  return () => {
    const nowMs = time.monotonicMs();
    if (nowMs - sinceMs >= SECOND_MS) {
      sinceMs = nowMs;
      frames = 0;
    }
    frames += 1;
    if (frames !== MOST_FRAMES_PER_S) return;
    socket.pause();
    time.after(SECOND_MS, () => socket.resume());
  };
}

function createWire(socket: WebSocket, time: HubTime): Wire {
  const send = (frame: HubFrame): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  let isClosing = false;
  return {
    send,
    isOpen: () => !isClosing && socket.readyState === WebSocket.OPEN,
    get bufferedBytes() {
      return socket.bufferedAmount;
    },
    close: (frame) => {
      if (isClosing) return;
      isClosing = true;
      send(frame);
      socket.close(frame.code === 'restart' ? GOING_AWAY : POLICY, frame.code);
      const cut = time.after(CLOSING_MS, () => socket.terminate());
      socket.on('close', () => cut.cancel());
    },
  };
}
