import type { HubFrame } from '../../../src-hub/protocol/frames.ts';
import type { Relay } from '../../../src-hub/relay/relay.ts';
import type { Session } from '../../../src-hub/relay/session.ts';
import { readAppFrame, type Wire } from '../../../src-hub/relay/wire.ts';
import type { Dial, LineEars } from '../../../src-main/connectors/hub/socket-line.ts';
import { createFailure } from '../../../src-main/domain/failure.ts';
import type { Timers } from '../../../src-main/engine/ports.ts';
import type { PracticeRandom } from '../../../src-practice/random.ts';
import { drawBetween } from '../chance.ts';

const AGAIN_MS = 50;
const NO_ANSWER_MS = 15_000;
const LONGEST_WAY_MS = 400;

export interface LineWorld {
  /** Of the world, not of a PC. */
  readonly timers: Timers;
  readonly random: PracticeRandom;
  /** The relay as it is now; null while it restarts. */
  relay(): Relay | null;
}

export interface LineEnds {
  /** Nothing gets through; what is on its way waits, as TCP has it. */
  isCut(): boolean;
  /** What has come lies in the socket's buffer until the program goes on. */
  isFrozen(): boolean;
  /** The program is gone: it says nothing more, not even good-bye. */
  isDead(): boolean;
  /** Something was sent. */
  onSent(): void;
}

/** Frames of one direction: each after the one before it, however long that waits. */
function createPipe({ timers, random }: LineWorld, isBlocked: () => boolean): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  const run = (): void => {
    if (isBlocked()) return void timers.after(AGAIN_MS, run);
    waiting.shift()?.();
    if (waiting.length > 0) timers.after(drawBetween(random, 0, LONGEST_WAY_MS), run);
  };
  return (work) => {
    waiting.push(work);
    if (waiting.length === 1) timers.after(drawBetween(random, 1, LONGEST_WAY_MS), run);
  };
}

/** How a PC reaches the relay in this world: late, in order, and not at all while it is cut off. */
export const createDial =
  (world: LineWorld, ends: LineEnds): Dial =>
  (_url, ears) => {
    const relay = ends.isCut() ? null : world.relay();
    if (relay === null) {
      world.timers.after(NO_ANSWER_MS, () => ears.onEnd(createFailure('HUB_LOST')));
      return { send: () => undefined, close: () => undefined, cut: () => undefined };
    }
    const toHub = createPipe(world, ends.isCut);
    const toPc = createPipe(world, () => ends.isCut() || ends.isFrozen());
    const hubEnd = createHubEnd(relay, toPc, ears);
    toPc(ears.onOpen);
    return {
      send: (text) => {
        if (ends.isDead()) return;
        toHub(() => {
          if (world.relay() === relay) hubEnd.receive(text);
          else toPc(() => ears.onEnd(createFailure('HUB_LOST')));
        });
        ends.onSent();
      },
      close: () => toHub(hubEnd.lose),
      // The relay hears of it as of everything else: where it is cut off, it does not.
      cut: () => toHub(hubEnd.lose),
    };
  };

/** What the relay's own socket door does (socket-door.ts), without a socket. */
function createHubEnd(relay: Relay, toPc: (work: () => void) => void, ears: LineEars) {
  let isOpen = true;
  let session: Session | null = null;
  let isGreeting = false;
  const send = (frame: HubFrame): void => {
    const text = JSON.stringify(frame);
    if (isOpen) toPc(() => ears.onText(text));
  };
  const wire: Wire = {
    send,
    isOpen: () => isOpen,
    bufferedBytes: 0,
    close: (frame) => {
      send(frame);
      isOpen = false;
      toPc(() => ears.onEnd(createFailure('HUB_LOST')));
    },
  };
  const lose = (): void => {
    isOpen = false;
    if (session) relay.leave(session);
  };
  const greet = async (hello: Parameters<Relay['greet']>[1]): Promise<void> => {
    isGreeting = true;
    session = await relay.greet(wire, hello);
    if (!isOpen && session) relay.leave(session);
  };
  return {
    lose,
    receive: (text: string): void => {
      const frame = readAppFrame(text);
      if (!isOpen || typeof frame === 'string') return;
      if (session) relay.receive(session, frame);
      else if (!isGreeting && frame.type === 'hello') void greet(frame);
    },
  };
}
