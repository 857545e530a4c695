import {
  type AppFrame,
  DEAD_MS,
  HEARTBEAT_MS,
  type HubFrame,
  hubFrameSchema,
} from '../../../src-hub/protocol/frames.ts';
import { PATHS, PROTOCOL_VERSION } from '../../../src-hub/protocol/version.ts';
import { createFailure, type Failure } from '../../domain/failure.ts';
import type { HubNews, HubSession, Moment } from '../../engine/hub-ports.ts';
import type { Clock, Timers } from '../../engine/ports.ts';
import { readHost } from '../http-answer.ts';
import { type Dial, dialSocket } from './socket-line.ts';

const GREETED_WITHIN_MS = 15_000;

export interface SocketAccess {
  /** Of the relay, as this PC was paired with it. */
  readonly url: string;
  /** The machine of it that has this shop; null where it has named none. */
  readonly at: string | null;
  readonly token: string;
  readonly cursor: number | null;
  readonly wantsLease: boolean;
}

export interface SocketDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  /** A websocket where nothing else is said. */
  readonly dial?: Dial;
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
  const address = access.at ?? access.url;
  const host = readHost(address);
  let hasWelcome = false;
  let greeted = readMoment(deps.clock);
  let isOver = false;
  const end = (failure: Failure, retryAfterMs: number | null = null, movedTo: string | null = null): void => {
    if (isOver) return;
    isOver = true;
    pulse.stop();
    line.cut();
    hear({ kind: 'ended', failure, retryAfterMs, movedTo });
  };
  const send = (frame: AppFrame): void => {
    if (!isOver) line.send(JSON.stringify(frame));
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
  const receive = (text: string | null): void => {
    pulse.noteHeard();
    const frame = text === null ? null : readFrame(text);
    if (frame === null || isOver) return;
    // An answer tells the relay that what came before it was understood.
    if (frame.type === 'ping') {
      if (hasWelcome) send({ type: 'pong', id: frame.id });
    } else if (frame.type === 'pong') {
      const sent = pulse.findSent(frame.id);
      if (sent !== null) hear({ kind: 'pulse', sent });
    } else if (frame.type === 'bye')
      end(describeBye(frame, host), frame.retryAfterMs, readMove(frame, access.url));
    else {
      hasWelcome ||= frame.type === 'welcome';
      const news = readNews(frame, greeted);
      if (news !== null && hasWelcome) hear(news);
    }
  };
  const line = (deps.dial ?? dialSocket)(`${address.replace(/^http/, 'ws')}${PATHS.relay}`, {
    onOpen: () => {
      const { token, cursor, wantsLease } = access;
      greeted = readMoment(deps.clock);
      send({ type: 'hello', version: PROTOCOL_VERSION, token, cursor, wantsLease });
    },
    onText: receive,
    onEnd: (failure) => end(failure),
  });
  return {
    acknowledge: (upTo) => send({ type: 'ack', upTo }),
    want: (n, lane) => send({ type: 'want', n, lane }),
    close: () => {
      if (isOver) return;
      send({ type: 'bye' });
      isOver = true;
      pulse.stop();
      line.close();
    },
  };
}

interface Pulse {
  noteHeard(): void;
  /** When the newest ping was sent, where this answers it. */
  findSent(id: number): Moment | null;
  stop(): void;
}

/** Pings again and again, until `judge` says of the silence that it is dead. */
function startPulse(
  { clock, timers }: SocketDeps,
  send: (id: number) => void,
  judge: (silentMs: number) => boolean,
): Pulse {
  let heardMs = clock.monotonicMs();
  let ping = { id: 0, sent: readMoment(clock) };
  const beat = (): void => {
    if (judge(clock.monotonicMs() - heardMs)) return;
    ping = { id: ping.id + 1, sent: readMoment(clock) };
    send(ping.id);
    next = timers.after(HEARTBEAT_MS, beat);
  };
  let next = timers.after(HEARTBEAT_MS, beat);
  return {
    noteHeard: () => {
      heardMs = clock.monotonicMs();
    },
    findSent: (id) => (id === ping.id ? ping.sent : null),
    stop: () => next.cancel(),
  };
}

const readMoment = (clock: Clock): Moment => ({ monotonicMs: clock.monotonicMs(), wallMs: clock.nowMs() });

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

function readNews(frame: HubFrame, greeted: Moment): HubNews | null {
  switch (frame.type) {
    case 'welcome':
      return { kind: 'welcome', lease: frame.lease, needsPermits: frame.needsPermits, sent: greeted };
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

/**
 * Where the relay sends this PC. It follows only to the same host or one below it, and never from a safe address to one
 * that is not: the token goes along.
 */
function readMove({ code, url }: Extract<HubFrame, { type: 'bye' }>, home: string): string | null {
  if (code !== 'moved' || url === undefined || !URL.canParse(url)) return null;
  const [to, from] = [new URL(url), new URL(home)];
  const isNear = to.hostname === from.hostname || to.hostname.endsWith(`.${from.hostname}`);
  const isSame = to.protocol === from.protocol && to.username === '' && to.password === '';
  return isNear && isSame ? url.replace(/\/+$/, '') : null;
}
