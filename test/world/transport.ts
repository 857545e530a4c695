import type { Transport, WireAnswer, WireRequest } from '../../src-main/engine/ports.ts';
import type { PracticeRandom } from '../../src-practice/random.ts';
import type { VirtualTime } from '../support/virtual-time.ts';
import type { Fault } from './faults/fault.ts';
import { createSpells } from './faults/spells.ts';
import { STRIKES } from './faults/strike.ts';
import { createOwnCalls, type OwnCalls } from './own-calls.ts';
import type { Script } from './script.ts';
import type { Story } from './story.ts';
import { drawFault, type Weather } from './weather.ts';

/** The network of one world: it may fail, and the app behind it may die at any request. */
export interface WorldTransport {
  /** For the app's next life. */
  open(): Transport;
  /** Nothing is lost, delayed or refused from now on. */
  clear(): void;
  pause(isPaused: boolean): void;
  /** When the faults ended for good, by the world's own monotonic time; null while they go on. */
  clearedMs(): number | null;
  /** Whoever was to die and did not, lives: also where the request of the death is still on its way, and nobody waits for it. */
  spare(): void;
  /** The app dies at the so-many-th request from now: before it is sent, or after it was worked on. */
  killAt(requests: number, isAfter: boolean): Promise<void>;
  /** Somebody acts as the so-many-th request from now is sent. */
  callAt(requests: number, act: () => void): void;
  /** Another weather comes up. */
  turn(weather: Weather): void;
  /** A side that is away refuses every connection. */
  readonly away: { till: boolean; store: boolean };
  /** What may happen in the shop as the app sends a read; learns how many other requests are under way. */
  setMeanwhile(
    act: (others: number, read: { readonly side: 'till' | 'store'; readonly url: URL }) => void,
  ): void;
  /** Whether a write has met a fault since `setMeanwhile`: nobody knows then what became of it. */
  isInDoubt(): boolean;
  /** Whether the app is at work: it may have read what a person changes now. */
  isBusy(): boolean;
  /** Whether the app may be asking this side again for one of many rows, while what it read of the others grows old. */
  isAskingAgain(side: 'till' | 'store'): boolean;
  readonly writes: { till: number; store: number };
  /** What the app itself asked of the till, whatever the line made of it. */
  readonly ownCalls: Pick<OwnCalls, 'tooMany'>;
}

export interface TransportParts {
  readonly carrier: Transport;
  readonly time: VirtualTime;
  readonly random: PracticeRandom;
  readonly weather: Weather;
  readonly story: Story;
  /** Where the till is, or another one that somebody takes for it. */
  readonly tillOrigins: readonly string[];
  /** Gives each request's fault a name and a chance of its own; absent: all are drawn from `random`. */
  readonly script?: Script;
  /** Hears of each request, before anything becomes of it. */
  readonly onCall?: () => void;
  /** Looks at each write before it leaves. */
  readonly onWrite: (request: WireRequest, side: 'till' | 'store') => void;
}

/** What a failed read takes until it is made again. */
const ASKING_MS = 3_000;

/** The app is to die at a request. */
interface Death {
  left: number;
  readonly isAfter: boolean;
  readonly done: () => void;
  isSpared: boolean;
}

export function createWorldTransport(parts: TransportParts): WorldTransport {
  const { carrier, time, random, story, tillOrigins, onWrite } = parts;
  let { weather } = parts;
  const away = { till: false, store: false };
  const writes = { till: 0, store: 0 };
  let isClear = true;
  let clearedMs: number | null = null;
  let death: Death | null = null;
  const ownCalls = createOwnCalls(time.practiceClock);
  let call: { left: number; act: () => void } | null = null;
  let life = 0;
  let meanwhile: Parameters<WorldTransport['setMeanwhile']>[0] = () => undefined;
  let isInDoubt = false;
  let inFlight = 0;
  const failedReadMs = { till: -ASKING_MS, store: -ASKING_MS };

  const send = async (request: WireRequest, bornIn: number): Promise<WireAnswer> => {
    if (bornIn !== life) return never();
    const url = new URL(request.url);
    const side = tillOrigins.includes(url.origin) ? 'till' : 'store';
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    const label = `${side} ${request.method} ${url.pathname.replace(/^.*\/(v3\/merchants\/[^/]+|wp-json)/, '')}`;
    const due = takeDeath();
    if (due && !due.isAfter) return die(due, `${label}, before it was sent`);
    takeCall();
    parts.onCall?.();
    const cue = isClear ? undefined : parts.script?.cueRequest(label);
    const luck = cue?.random ?? random;
    const drawn = isClear ? null : (findAway(side, luck) ?? drawFault(luck, weather));
    const fault = drawn !== null && cue?.takes() === false ? null : drawn;
    story.trace(`${time.clock.nowMs()} ${label} ${fault ?? ''} ${request.body ?? ''}`);
    if (fault) {
      if (isWrite) isInDoubt = true;
      else failedReadMs[side] = time.clock.nowMs();
      story.note(`fault ${fault}`);
      story.tell(`  ! ${fault}: ${label}`);
    }
    if (isWrite) onWrite(request, side);
    else if (!isClear && !isCountRead(url)) meanwhile(inFlight - 1, { side, url });
    let isCopy = false;
    const deliver = async (): Promise<WireAnswer> => {
      if (isWrite && !isCopy) {
        writes[side] += 1;
        story.tell(`  > ${label} ${(request.body ?? '').slice(0, 200)}`);
      }
      const leave = side === 'till' && !isCopy ? ownCalls.enter(url.origin) : null;
      isCopy = true;
      const answered = await carrier.send(request);
      leave?.();
      if (answered.status >= 400)
        story.tell(`  ? ${answered.status}: ${label}${url.search} ${answered.body.slice(0, 160)}`);
      if (due && !due.isSpared) return die(due, `${label}, after it was worked on`);
      return bornIn === life ? answered : never();
    };
    if (fault === null) return deliver();
    return STRIKES[fault]({ request, side, random: luck, deliver, sleep: time.timers.sleep });
  };

  const spells = createSpells(
    time.clock.nowMs,
    () => weather.spellPercent ?? 0,
    (side, spell, forMs) => {
      story.note(`spell ${spell}`);
      story.tell(`  ~ the ${side} meets ${spell} for ${forMs} ms`);
    },
  );
  const findAway = (side: 'till' | 'store', luck: PracticeRandom): Fault | null =>
    away[side] ? 'refused-connection' : spells.find(side, luck);
  const takeCall = (): void => {
    if (!call) return;
    call.left -= 1;
    if (call.left > 0) return;
    const { act } = call;
    call = null;
    act();
  };
  const takeDeath = (): Death | null => {
    if (!death) return null;
    death.left -= 1;
    return death.left === 0 ? death : null;
  };
  const die = (due: Death, where: string): Promise<never> => {
    life += 1;
    story.note('crash');
    story.tell(`  x killed at ${where}`);
    due.done();
    return never();
  };

  return {
    open: () => {
      const bornIn = life;
      inFlight = 0;
      return {
        send: async (request) => {
          inFlight += 1;
          try {
            return await send(request, bornIn);
          } finally {
            inFlight -= 1;
          }
        },
      };
    },
    clear: () => {
      isClear = true;
      clearedMs ??= time.clock.monotonicMs();
      spells.end();
      away.till = false;
      away.store = false;
    },
    pause: (isPaused) => {
      isClear = isPaused;
    },
    callAt: (requests, act) => {
      call = { left: requests, act };
    },
    turn: (next) => {
      weather = next;
      isClear = false;
      clearedMs = null;
    },
    away,
    clearedMs: () => clearedMs,
    setMeanwhile: (act) => {
      meanwhile = act;
      isInDoubt = false;
    },
    spare: () => {
      if (death) death.isSpared = true;
      death = null;
      call = null;
    },
    killAt: (requests, isAfter) =>
      new Promise((resolve) => {
        death = { left: requests, isAfter, done: resolve, isSpared: false };
      }),
    isInDoubt: () => isInDoubt,
    isBusy: () => inFlight > 0,
    isAskingAgain: (side) => time.clock.nowMs() - failedReadMs[side] < ASKING_MS,
    writes,
    ownCalls,
  };
}

/**
 * The till takes whole counts only (clover.md 6.4): what is sold between the read of a count and its write is
 * overwritten, and nothing can prevent it. So nobody acts just there.
 */
const isCountRead = ({ pathname }: URL): boolean => /\/item_stocks\/[^/]+$/.test(pathname);

const never = (): Promise<never> => new Promise(() => undefined);
