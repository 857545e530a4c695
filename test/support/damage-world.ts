import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createMachineTimers } from '../../src-main/runtime/machine.ts';
import { backUpDaily } from '../../src-main/store/backup.ts';
import { endGeneration } from '../../src-main/store/sound-file.ts';
import { listTables, readTable } from '../../src-main/store/whole-file.ts';
import { type CrashWorld, startCrashWorld } from './crash-world.ts';
import { syncToQuiet } from './small-world.ts';
import { SYNC_CHANGES } from './sync-changes.ts';
import { findTroubles } from './sync-truth.ts';

const DAY_MS = 86_400_000;
const { breathe } = createMachineTimers();
/** Grows with every start, or tells of it: never the same twice. */
const RESTLESS: ReadonlySet<string> = new Set([
  'journal',
  'alert',
  'meta',
  'run',
  'run_change',
  'sqlite_sequence',
]);

/** How the app of before ended: in order, or killed with its newest commits in the log beside the file. */
export type Ending = 'closed' | 'killed';

/** What became of one damaged data folder. */
export interface DamageResult {
  /** What the app said that it had mended; null: nothing. */
  readonly mended: string | null;
  /** The failure's code where it could not be opened. */
  readonly refused: string | null;
  /** Whether what it holds is what it held before. */
  readonly isSame: boolean;
  /** What is wrong between both sides once everything was compared. */
  readonly troubles: readonly string[];
  /** Requests that wrote to either side, though nobody had changed anything. */
  readonly writes: number;
}

export interface DamageWorld {
  /** Puts the folder as it was then, damages it, opens it, and lets it compare everything. */
  try(ending: Ending, damage: (dataDir: string, file: string) => void): Promise<DamageResult>;
  close(): void;
}

/**
 * A shop in step whose newest copy is from before the last changes, sales among them: whoever goes on from that copy as
 * if nothing had happened takes them off both sides once more. A shop that came to harm is replaced by another one.
 */
export function startDamageWorld(): DamageWorld {
  let shop: Shop | null = null;
  return {
    try: async (ending, damage) => {
      shop ??= await openShop();
      const result = await tryDamage(shop, ending, damage);
      const isHarmed = result.troubles.length > 0 || result.writes > 0;
      if (isHarmed) {
        shop.close();
        shop = null;
      }
      return result;
    },
    close: () => shop?.close(),
  };
}

interface Shop {
  readonly world: CrashWorld;
  readonly file: string;
  readonly kept: string;
  /** All that the file holds. */
  readonly before: string;
  close(): void;
}

async function openShop(): Promise<Shop> {
  const world = await startCrashWorld((real) => real);
  const { dataDir, sides, deeds } = world;
  const file = join(dataDir, 'tillbridge.sqlite');
  const kept = mkdtempSync(join(tmpdir(), 'tillbridge-damage-'));
  const keep = (name: Ending): void => cpSync(dataDir, join(kept, name), KEEPING);
  await makeCopy(file, dataDir, world.time.clock.nowMs());
  for (const change of SYNC_CHANGES.slice(0, CHANGES)) change.make(sides, deeds, 1);
  await syncToQuiet(world, true);
  keep('killed');
  await world.close();
  keep('closed');
  world.countWrites();
  return {
    ...{ world, file, kept, before: readAll(file) },
    close: () => {
      world.remove();
      rmSync(kept, { recursive: true, force: true });
    },
  };
}

async function tryDamage(
  { world, file, kept, before }: Shop,
  ending: Ending,
  damage: (dataDir: string, file: string) => void,
): Promise<DamageResult> {
  const { dataDir, sides, deeds } = world;
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true });
  cpSync(join(kept, ending), dataDir, KEEPING);
  damage(dataDir, file);
  const refused = await world.open().then(
    () => null,
    (error: Error) => error.message.split(' ')[0] ?? '',
  );
  if (refused !== null) return { mended: null, refused, isSame: false, troubles: [], writes: 0 };
  const { alerts } = world.engine.alerts.list({ limit: 20, offset: 0 });
  const mended = alerts.find(({ key }) => key === 'data.mended')?.title ?? null;
  const isSame = readAll(file) === before;
  const unquiet = await syncToQuiet(world, true).then(
    () => [],
    (error: Error) => [error.message],
  );
  const troubles = [...unquiet, ...findTroubles(sides, deeds)];
  await world.close();
  return { mended, refused, isSame, troubles, writes: world.countWrites() };
}

/** Times too: by them a file is known that nobody wrote to. */
const KEEPING = { recursive: true, preserveTimestamps: true } as const;
/** Prices, new products, sales of products and of sizes: enough to be doubled. */
const CHANGES = 5;

async function makeCopy(file: string, dataDir: string, nowMs: number): Promise<void> {
  const db = new Database(file);
  await backUpDaily(db, { dataDir, nowMs: nowMs + DAY_MS, nativeBinding: null, breathe });
  endGeneration(db, file, nowMs);
  db.close();
}

function readAll(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    const tables = listTables(db).filter((table) => !RESTLESS.has(table));
    return tables.map((table) => readTable(db, table).text).join('');
  } finally {
    db.close();
  }
}
