import { WebSocket } from 'ws';
import type { HubFrame } from '../../src-hub/protocol/frames.ts';

type FrameOf<T extends HubFrame['type']> = Extract<HubFrame, { type: T }>;

/** A device's end of the relay, as bare as can be: it acknowledges nothing by itself. */
export interface HubDevice {
  readonly socket: WebSocket;
  /** All frames since the connection, in order. */
  readonly frames: readonly HubFrame[];
  /** The keys of the hints, in order. */
  keys(): string[];
  seqs(): number[];
  of<T extends HubFrame['type']>(type: T): FrameOf<T>[];
  send(frame: unknown): void;
  ack(): void;
  /** Resolves when the hub has read all that was sent: it reads in order, and answers the ping that ends it. */
  heard(): Promise<void>;
  /** Resolves when `isThere` holds; rejects after a while. */
  until(isThere: () => boolean, withinMs?: number): Promise<void>;
  /** The code of the good-bye, once the socket is closed. */
  closed(): Promise<string>;
}

/** A machine that does much else at once needs seconds for what otherwise takes none. */
const WAIT_MS = 20_000;

export async function connectDevice(
  url: string,
  token: string,
  hello: Record<string, unknown> = {},
): Promise<HubDevice> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/relay`, { perMessageDeflate: false });
  const frames: HubFrame[] = [];
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const watcher of watchers) watcher();
  };
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as HubFrame);
    tell();
  });
  socket.on('close', tell);
  socket.on('error', tell);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const of = <T extends HubFrame['type']>(type: T): FrameOf<T>[] =>
    frames.filter((frame): frame is FrameOf<T> => frame.type === type);
  const until = (isThere: () => boolean, withinMs = WAIT_MS): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        watchers.delete(look);
        settle();
      };
      const look = (): void => {
        if (isThere()) end(resolve);
      };
      const timer = setTimeout(
        () =>
          end(() =>
            reject(new Error(`not within ${withinMs} ms; frames: ${JSON.stringify(frames).slice(-600)}`)),
          ),
        withinMs,
      );
      watchers.add(look);
      look();
    });
  const send = (frame: unknown): void =>
    socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  const device: HubDevice = {
    socket,
    frames,
    of,
    until,
    send,
    keys: () => of('hint').map(({ key }) => key),
    seqs: () => of('hint').map(({ seq }) => seq),
    ack: () =>
      send({ type: 'ack', upTo: Math.max(...frames.flatMap((frame) => ('seq' in frame ? frame.seq : []))) }),
    heard: async () => {
      const id = 1_000_000 + frames.length;
      send({ type: 'ping', id });
      await until(() => of('pong').some((pong) => pong.id === id));
    },
    closed: async () => {
      await until(() => socket.readyState === WebSocket.CLOSED);
      return of('bye').at(-1)?.code ?? 'no word';
    },
  };
  send({ type: 'hello', version: 1, token, cursor: null, wantsLease: false, ...hello });
  await until(() => frames.length > 0 || socket.readyState === WebSocket.CLOSED);
  return device;
}
