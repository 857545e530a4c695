import type { RunId } from '../../domain/ids.ts';
import { completeSettings, type Settings } from '../../domain/settings.ts';
import type { StoreCategory, StoreFacts } from '../../domain/store-catalog.ts';
import type { TillCatalog, TillFacts } from '../../domain/till-catalog.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunState } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';

/** What a look at single products needs besides them: read seldom, since it seldom changes. */
export interface Surroundings {
  readonly settings: Settings;
  readonly tillFacts: TillFacts;
  readonly storeFacts: StoreFacts;
  readonly lists: Omit<TillCatalog, 'items'>;
  readonly storeCategories: readonly StoreCategory[];
}

/** Older than this they are read again. */
const FRESH_MS = 60_000;

const BEGUN: readonly RunState[] = ['approved', 'applying', 'stopped', 'cancelled', 'done'];

/** @property atMs monotonic */
export interface AroundMemory {
  around: {
    readonly atMs: number;
    /** The newest undo then: one since may have taken categories away. */
    readonly undoId: RunId | null;
    readonly value: Omit<Surroundings, 'settings'>;
  } | null;
}

/** Keeps the surroundings of one pair of till and store. */
export interface SurroundingsKeeper {
  /** @param isFresh false takes those that are at most a minute old */
  read(isFresh: boolean): Promise<Attempt<Surroundings>>;
  /** A category, group or label that nobody knows was seen: the next read is fresh. */
  forget(): void;
}

export function createSurroundings(deps: ImportDeps, memory: AroundMemory): SurroundingsKeeper {
  return {
    forget: () => {
      memory.around = null;
    },
    read: async (isFresh) => {
      const settings = completeSettings(deps.ledger.settings.all());
      const nowMs = deps.clock.monotonicMs();
      const kept = memory.around;
      const undoId = deps.ledger.runs.findLatest('undo', BEGUN)?.id ?? null;
      const isKnown = kept && kept.undoId === undoId;
      if (isKnown && !isFresh && nowMs - kept.atMs < FRESH_MS) return succeed({ ...kept.value, settings });
      const read = await readSurroundings(deps);
      if (!read.ok) return read;
      memory.around = { atMs: nowMs, undoId, value: read.value };
      return succeed({ ...read.value, settings });
    },
  };
}

async function readSurroundings(deps: ImportDeps): Promise<Attempt<Omit<Surroundings, 'settings'>>> {
  const { till, store } = deps;
  const [tillFacts, storeFacts] = await Promise.all([till.readFacts(), store.readFacts()]);
  if (tillFacts.kind !== 'done') return fail(tillFacts.failure);
  if (storeFacts.kind !== 'done') return fail(storeFacts.failure);
  const [lists, categories] = await Promise.all([
    keepTrying(deps, () => till.readLists()),
    keepTrying(deps, () => store.readCategories()),
  ]);
  if (lists.kind !== 'done') return fail(lists.failure);
  if (categories.kind !== 'done') return fail(categories.failure);
  return succeed({
    tillFacts: tillFacts.value,
    storeFacts: storeFacts.value,
    lists: lists.value,
    storeCategories: categories.value,
  });
}
