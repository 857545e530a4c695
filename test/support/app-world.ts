import { randomBytes } from 'node:crypto';
import { openCore } from '../../src-main/boot/core.ts';
import { type Practice, startPractice } from '../../src-practice/practice.ts';
import { connect, unwrap } from './practice-world.ts';
import { SMALL_MENU } from './small-menu.ts';
import { syncToQuiet } from './small-world.ts';
import { createDeeds, type Deeds, type Sides } from './sync-changes.ts';
import { findTroubles } from './sync-truth.ts';

/** The small menu on both sides, in step, and a data folder on which the app is to be started. */
export interface AppWorld {
  readonly practice: Practice;
  readonly dataDir: string;
  readonly secretKey: string;
  readonly sides: Sides;
  readonly deeds: Deeds;
  /** What is wrong between both sides once nothing is left to do; opens the data folder for it. */
  settle(dataDir?: string): Promise<string[]>;
  close(): Promise<void>;
}

const QUICK = { 'import.status': 'publish', 'poll.fastestSeconds': '2' } as const;

/** @param settings beside those that make looks quick */
export async function startAppWorld(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<AppWorld> {
  const practice = await startPractice({ menu: 'empty', latencyMs: 5, limits: false });
  const secretKey = randomBytes(32).toString('base64');
  const open = async (folder: string, isWriter = true) =>
    unwrap(await openCore({ dataDir: folder, secretKey, nativeBinding: null, isWriter }));
  const { tillService: till, storeService: store } = practice;
  till.load(SMALL_MENU);
  let core = await open(dataDir);
  await connect(core.engine, practice);
  unwrap(core.engine.settings.set({ ...QUICK, ...settings }));
  const plan = unwrap(await core.engine.plan({ choices: new Map(), onProgress: () => undefined }));
  const listen = { signal: new AbortController().signal, onProgress: () => undefined };
  unwrap(await core.engine.apply(plan.runId, listen));
  await syncToQuiet(core);
  const sides: Sides = { till, store, engine: () => core.engine };
  const deeds = createDeeds(sides);
  await core.close();
  // Knows what is linked; what the app writes is its own business.
  core = await open(dataDir, false);
  return {
    ...{ practice, dataDir, secretKey, sides, deeds },
    settle: async (folder = dataDir) => {
      await core.close();
      core = await open(folder);
      await syncToQuiet(core);
      await syncToQuiet(core, true);
      return findTroubles(sides, deeds);
    },
    close: async () => {
      await core.close();
      await practice.close();
    },
  };
}
