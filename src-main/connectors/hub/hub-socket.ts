import WebSocket from 'ws';
import {
  type AppFrame,
  DEAD_MS,
  HEARTBEAT_MS,
  type HubFrame,
  hubFrameSchema,
  LONGEST_FRAME_BYTES,
} from '../../../src-hub/protocol/frames.ts';
import { PATHS, PROTOCOL_VERSION } from '../../../src-hub/protocol/version.ts';
import { createFailure, type Failure } from '../../domain/failure.ts';
import type { HubNews, HubSession } from '../../engine/hub-ports.ts';
import type { Clock, Timers } from '../../engine/ports.ts';
import { readHost } from '../http-answer.ts';
import { readNetworkTrouble } from '../network-failure.ts';

const GREETED_WITHIN_MS = 15_000;

export interface SocketAccess {
  readonly url: string;
  readonly token: string;
  readonly cursor: number | null;
  readonly wantsLease: boolean;
}

export interface SocketDeps {
  readonly clock: Clock;
  readonly timers: Timers;
}

/**
 * One connection to the relay, from `hello` to its end. A socket that says nothing for 45 seconds is dead, whatever
 * the system believes: half-open connections are common behind shop routers.
 */
export function openHubSocket(
  access: SocketAccess,
  deps: SocketDeps,
  hear: (news: HubNews) => void,
): HubSession {
  const host = readHost(access.url);
  const socket = new WebSocket(`${access.url.replace(/^http/, 'ws')}${PATHS.relay}`, {
    perMessageDeflate: false,
    maxPayload: LONGEST_FRAME_BYTES,
    handshakeTimeout: GREETED_WITHIN_MS,
  });
  let hasWelcome = false;
  let isOver = false;
  const end = (failure: Failure, retryAfterMs: number | null = null): void => {
    if (isOver) return;
    isOver = true;
    pulse.stop();
    socket.terminate();
    hear({ kind: 'ended', failure, retryAfterMs });
  };
  const send = (frame: AppFrame): void => {
    if (!isOver && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const pulse = startPulse(
    deps,
    (id) => send({ type: 'ping', id }),
    (silentMs) => {
      const isDead = silentMs > (hasWelcome ? DEAD_MS - HEARTBEAT_MS : GREETED_WITHIN_MS);
      if (isDead) end(createFailure('HUB_SILENT', { host }));
      return isDead;
    },
  );
  socket.on('open', () => {
    const { token, cursor, wantsLease } = access;
    send({ type: 'hello', version: PROTOCOL_VERSION, token, cursor, wantsLease });
  });
  socket.on('message', (data, isBinary) => {
    pulse.noteHeard();
    const frame = isBinary ? null : readFrame(String(data));
    if (frame === null || isOver) return;
    if (frame.type === 'ping') send({ type: 'pong', id: frame.id });
    else if (frame.type === 'pong') {
      const sentMs = pulse.findSentMs(frame.id);
      if (sentMs !== null) hear({ kind: 'pulse', sentMs });
    } else if (frame.type === 'bye') end(describeBye(frame, host), frame.retryAfterMs);
    else {
      hasWelcome ||= frame.type === 'welcome';
      const news = readNews(frame);
      if (news !== null && hasWelcome) hear(news);
    }
  });
  // An HTTP answer in place of a socket: a relay that is just starting or going, or no relay at all.
  socket.on('unexpected-response', (_request, { statusCode: status = 0 }) =>
    end(createFailure(status >= 500 || status === 429 ? 'HUB_FAILING' : 'HUB_NOT_A_HUB', { host, status })),
  );
  socket.on('error', (error) => end(createFailure(readNetworkTrouble(error).code, { host })));
  socket.on('close', () => end(createFailure('HUB_LOST', { host })));
  return {
    acknowledge: (upTo) => send({ type: 'ack', upTo }),
    want: (n, lane) => send({ type: 'want', n, lane }),
    close: () => {
      if (isOver) return;
      send({ type: 'bye' });
      isOver = true;
      pulse.stop();
      socket.close();
    },
  };
}

interface Pulse {
  noteHeard(): void;
  /** When the newest ping was sent, where this answers it. */
  findSentMs(id: number): number | null;
  stop(): void;
}

/** Pings again and again, until `judge` says of the silence that it is dead. */
function startPulse(
  { clock, timers }: SocketDeps,
  send: (id: number) => void,
  judge: (silentMs: number) => boolean,
): Pulse {
  let heardMs = clock.monotonicMs();
  let ping = { id: 0, sentMs: 0 };
  const beat = (): void => {
    if (judge(clock.monotonicMs() - heardMs)) return;
    ping = { id: ping.id + 1, sentMs: clock.monotonicMs() };
    send(ping.id);
    next = timers.after(HEARTBEAT_MS, beat);
  };
  let next = timers.after(HEARTBEAT_MS, beat);
  return {
    noteHeard: () => {
      heardMs = clock.monotonicMs();
    },
    findSentMs: (id) => (id === ping.id ? ping.sentMs : null),
    stop: () => next.cancel(),
  };
}

/** Frames that this version does not know are left out: later relays may say more. */
function readFrame(text: string): HubFrame | null {
  try {
    const parsed = hubFrameSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readNews(frame: HubFrame): HubNews | null {
  switch (frame.type) {
    case 'welcome':
      return { kind: 'welcome', lease: frame.lease, needsPermits: frame.needsPermits };
    case 'hint':
      return { kind: 'hint', seq: frame.seq, side: frame.side, key: frame.key };
    case 'resync':
      return { kind: 'resync', seq: frame.seq, side: frame.side, reason: frame.reason };
    case 'lease':
      return { kind: 'lease', lease: frame.lease };
    case 'permit':
      return { kind: 'permit', calls: frame.n, forMs: frame.forMs };
    default:
      return null;
  }
}

const describeBye = ({ code }: Extract<HubFrame, { type: 'bye' }>, host: string): Failure =>
  code === 'refused' || code === 'revoked'
    ? createFailure('HUB_TOKEN_REFUSED', { host, status: 401 })
    : createFailure(code === 'replaced' ? 'HUB_REPLACED' : 'HUB_LOST', { host });
