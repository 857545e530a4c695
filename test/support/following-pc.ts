import { WebSocket } from 'ws';
import type { HubFrame, LeaseNews } from '../../src-hub/protocol/frames.ts';
import type { MadeShop } from './make-shops.ts';

/** As impatient as a test is; a real PC waits as long as it is told. */
const LONGEST_WAIT_MS = 300;
const PING_MS = 500;
/** Nothing is heard over so many pings: it is dead. */
const DEAD_PINGS = 6;
const HANDSHAKE_MS = 3_000;

type Frame<Type extends HubFrame['type']> = Extract<HubFrame, { type: Type }>;

/** What a PC saw, for whoever judges it. */
export interface PcWatcher {
  onHint(shop: MadeShop, hint: Frame<'hint'>, pc: FollowingPc): void;
  onResync(shop: MadeShop, resync: Frame<'resync'>, pc: FollowingPc): void;
  onLease?(shop: MadeShop, pc: FollowingPc, lease: LeaseNews): void;
}

export interface FollowingPc {
  readonly token: string;
  countWelcomes(): number;
  /** The address that it is connected to; null while it is not. */
  readAddress(): string | null;
  /** Says good-bye, and comes back by itself. */
  rest(): void;
  stop(): void;
}

/** A PC that goes where it is sent, comes back whatever happens, and acknowledges what it has. */
export function startFollowingPc(
  shop: MadeShop,
  token: string,
  findHome: () => string,
  watcher: PcWatcher,
  wantsLease = false,
  pingMs = PING_MS,
): FollowingPc {
  let cursor: number | null = null;
  let welcomes = 0;
  let address: string | null = null;
  let isStopped = false;
  let socket: WebSocket;

  const connect = (url: string): void => {
    if (isStopped) return;
    const own = new WebSocket(`${url.replace('http', 'ws')}/v1/relay`, {
      perMessageDeflate: false,
      handshakeTimeout: HANDSHAKE_MS,
    });
    socket = own;
    let next: string | null = null;
    let waitMs = 50 + Math.random() * 100;
    let heardMs = performance.now();
    let pings = 0;
    const pulse = setInterval(() => {
      if (performance.now() - heardMs > DEAD_PINGS * pingMs) return own.terminate();
      pings += 1;
      if (own.readyState === WebSocket.OPEN) own.send(JSON.stringify({ type: 'ping', id: pings }));
    }, pingMs);
    own.on('open', () => {
      own.send(JSON.stringify({ type: 'hello', version: 1, token, cursor, wantsLease }));
    });
    own.on('message', (data) => {
      heardMs = performance.now();
      const frame = JSON.parse(String(data)) as HubFrame;
      if (frame.type === 'welcome') {
        welcomes += 1;
        address = url;
        watcher.onLease?.(shop, pc, frame.lease);
      } else if (frame.type === 'lease') watcher.onLease?.(shop, pc, frame.lease);
      else if (frame.type === 'ping') own.send(JSON.stringify({ type: 'pong', id: frame.id }));
      else if (frame.type === 'bye') {
        next = frame.url ?? null;
        waitMs = Math.min(LONGEST_WAIT_MS, frame.retryAfterMs);
      } else if (frame.type === 'hint' || frame.type === 'resync') {
        if (frame.type === 'hint') watcher.onHint(shop, frame, pc);
        else watcher.onResync(shop, frame, pc);
        cursor = Math.max(cursor ?? 0, frame.seq);
        own.send(JSON.stringify({ type: 'ack', upTo: cursor }));
      }
    });
    own.on('error', () => undefined); // 'close' follows
    own.on('close', () => {
      clearInterval(pulse);
      address = null;
      setTimeout(() => connect(next ?? findHome()), waitMs);
    });
  };
  const pc: FollowingPc = {
    token,
    countWelcomes: () => welcomes,
    readAddress: () => address,
    rest: () => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: 'bye' }));
      socket.close();
    },
    stop: () => {
      isStopped = true;
      socket.terminate();
    },
  };
  connect(findHome());
  return pc;
}
