import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { HubNews, HubPort } from '../../../src-main/engine/hub-ports.ts';
import { createRandom, type PracticeRandom } from '../../../src-practice/random.ts';
import { createVirtualTime, type VirtualTime } from '../../support/virtual-time.ts';
import { drawBetween, isLucky } from '../chance.ts';
import { putEmptyDataFile } from '../data-template.ts';
import { makeDataFolder } from '../sim-world.ts';
import { startHintedPc } from './hinted-pc.ts';

const ITEMS = 30;
const DAY_MS = 24 * 3_600_000;
const WAY_MS = 40;
/** Here only what is kept counts. */
const UNHEARD = { products: () => undefined, everything: () => undefined };
const LEASE = { epoch: 1, isHolder: true, holder: null, isBinding: false, ttlMs: 60_000 };

interface Hint {
  readonly seq: number;
  readonly key: string;
}

/** What came of one story. */
export interface HintStory {
  /** Hints that the relay was told to forget, and that no data file had kept by then. */
  readonly lost: readonly string[];
  /** Things that were hinted at, and those that wait to be looked at in the end. */
  readonly hinted: readonly string[];
  readonly kept: readonly string[];
  readonly crashes: number;
  readonly duplicates: number;
}

/** The relay's memory of one PC: it forgets what was acknowledged, and tells the rest again at each connection. */
function createRelay(time: VirtualTime, random: PracticeRandom, onForget: (hints: readonly Hint[]) => void) {
  let held: Hint[] = [];
  let seq = 0;
  let duplicates = 0;
  let hear: ((news: HubNews) => void) | null = null;
  // A socket keeps the order; what comes twice, late or in another order does so on its way to the relay.
  const tell = ({ seq, key }: Hint): void => {
    const ear = hear;
    time.timers.after(WAY_MS, () => ear?.({ kind: 'hint', seq, side: 'till', key: `I:${key}` }));
  };
  const arrive = (key: string): void => {
    seq += 1;
    const hint = { seq, key };
    held.push(hint);
    if (hear !== null) tell(hint);
  };
  const hub = {
    link: (_hello, listen) => {
      hear = listen;
      listen({ kind: 'welcome', lease: LEASE, needsPermits: false, sent: { monotonicMs: 0, wallMs: 0 } });
      for (const hint of held) tell(hint);
      return {
        acknowledge: (upTo) => {
          onForget(held.filter((hint) => hint.seq <= upTo));
          held = held.filter((hint) => hint.seq > upTo);
        },
        want: () => undefined,
        close: () => undefined,
      };
    },
  } as Pick<HubPort, 'link'> as HubPort;
  return {
    hub,
    countDuplicates: () => duplicates,
    hint: (key: string): void => {
      for (let times = isLucky(random, 30) ? drawBetween(random, 2, 5) : 1; times > 0; times -= 1) {
        if (times > 1) duplicates += 1;
        const lateMs = isLucky(random, 10) ? drawBetween(random, 0, DAY_MS) : drawBetween(random, 0, 500);
        time.timers.after(lateMs, () => arrive(key));
      }
    },
    cut: (): void => {
      hear = null;
    },
  };
}

/** Hints that come twice, late and in any order to an app that dies again and again. */
export async function tellHintStory(seed: number): Promise<HintStory> {
  const random = createRandom(seed);
  const time = createVirtualTime();
  const dataDir = makeDataFolder(time.clock.nowMs());
  const file = join(dataDir, 'tillbridge.sqlite');
  putEmptyDataFile(dataDir);
  const eye = new Database(file, { readonly: true });
  const readKept = eye.prepare<[], string>('SELECT key FROM inbox').pluck();
  const lost: string[] = [];
  const hinted = new Set<string>();
  let crashes = 0;
  const relay = createRelay(time, random, (hints) => {
    const kept = new Set(readKept.all());
    lost.push(...hints.filter(({ key }) => !kept.has(key)).map(({ seq, key }) => `${seq} ${key}`));
  });
  try {
    for (let lives = drawBetween(random, 2, 5); lives > 0; lives -= 1) {
      const end = startHintedPc(dataDir, time, relay.hub, UNHEARD);
      for (let hints = drawBetween(random, 5, 40); hints > 0; hints -= 1) {
        const key = `ITEM${String(random.below(ITEMS)).padStart(9, '0')}`;
        hinted.add(key);
        relay.hint(key);
        if (isLucky(random, 30)) await time.run(time.practiceClock.sleep(random.below(2_000)));
      }
      if (lives > 1) crashes += 1;
      // At the end everything that is late arrives.
      else await time.run(time.practiceClock.sleep(DAY_MS + 60_000));
      relay.cut();
      await end();
    }
    return {
      lost,
      hinted: [...hinted].sort(),
      kept: readKept.all().sort(),
      crashes,
      duplicates: relay.countDuplicates(),
    };
  } finally {
    eye.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
