import type { RunId } from '../../domain/ids.ts';
import { OLDER_LINKS_MARK } from '../../domain/older-file.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { isFieldOn } from '../../domain/plan-context.ts';
import { completeSettings } from '../../domain/settings.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import { checkPairing } from '../flows/pairing.ts';
import { listKnownLinks, listTheseLinks, readBothSides } from '../flows/plan-import.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { InboxEntry, Link } from '../ledger-ports.ts';
import { indexCounts } from './both-counts.ts';
import { type CoverMemory, type FindReadMs, findCovered } from './covered-sales.ts';
import { noteLateOrders } from './late-orders.ts';
import { createHeld, createLiveRules } from './live-rules.ts';
import type { Fresh, LookMemory } from './look.ts';
import { listNewVariants } from './new-variants.ts';
import { listPlannedCreates } from './planned-creates.ts';
import {
  areNewestOlder,
  findSigns,
  isPutBack,
  isToBeCompared,
  listRead,
  notePutBack,
  seePutBack,
} from './put-back.ts';
import type { SurroundingsKeeper } from './surroundings.ts';
import { keepSyncPlan } from './sync-plan.ts';
import { findTouched, readTouched, type Touched } from './touched.ts';

/** Turns hints into a plan in both directions. */
export interface SyncPlanner {
  /**
   * The run that was planned, null where nothing is to be written; the hints are gone either way.
   * @param fresh rows that were read just now; null reads everything that is needed
   * @param isWhole compares everything, not only what was hinted at
   */
  plan(entries: readonly InboxEntry[], fresh: Fresh | null, isWhole: boolean): Promise<Attempt<RunId | null>>;
}

export function createSyncPlanner(
  deps: ImportDeps,
  surroundings: SurroundingsKeeper,
  memory: PlannerMemory,
): SyncPlanner {
  const { ledger } = deps;
  const parts = { deps, surroundings, memory };
  return {
    plan: async (entries, fresh, isWhole) => {
      const touched = findTouched(entries, ledger);
      // What has no link yet is matched against everything.
      if (isWhole || touched.newKeys.size > 0 || isToBeCompared(ledger))
        return planAll(parts, entries, touched);
      if (touched.links.length > 0) return planTouched(parts, entries, touched.links, fresh);
      ledger.inbox.remove(entries);
      return succeed(null);
    },
  };
}

type PlannerMemory = Pick<LookMemory, 'canRead' | 'sinceMs'> & CoverMemory;

interface Parts {
  readonly deps: ImportDeps;
  readonly surroundings: SurroundingsKeeper;
  readonly memory: PlannerMemory;
}

function readRules(
  { deps, memory }: Parts,
  { settings, tillFacts: facts, till, store, links }: Omit<PlanInput, 'live'>,
  findReadMs: FindReadMs,
) {
  const { canRead, sinceMs } = memory;
  const findCounts = indexCounts({ items: till.items, ...store });
  const covered = findCovered(deps, memory, { facts, canRead, links, findCounts, findReadMs });
  return createLiveRules(deps.ledger, settings, canRead, { sinceMs, covered });
}

async function planTouched(
  parts: Parts,
  entries: readonly InboxEntry[],
  links: readonly Link[],
  fresh: Fresh | null,
): Promise<Attempt<RunId | null>> {
  const { deps, surroundings, memory } = parts;
  const around = await surroundings.read(false);
  if (!around.ok) return around;
  const startedMs = deps.clock.nowMs();
  const now = await readTouched(links, fresh, deps);
  if (!now.ok) return now;
  const seen = listRead(now.value);
  // What is gone passes for deleted, and an older value for somebody's edit: first it is seen that the store goes on.
  const isNews = entries.some(({ side }) => side === 'store') || hasGone(links, seen);
  const isOlder = isNews && (await areNewestOlder([...seen, ...(fresh?.products.values() ?? [])], deps));
  if (isOlder || (await isPutBack(findSigns(seen, deps.ledger), deps))) {
    deps.ledger.transaction(() => notePutBack(deps));
    return planAll(parts, entries, { links, newKeys: new Set() });
  }
  const { settings, tillFacts, storeFacts, lists, storeCategories } = around.value;
  const { products, variations, items } = now.value;
  const known = listTheseLinks(deps.ledger, links);
  await noteLateOrders(deps, memory, known, now.value);
  const input = {
    settings,
    till: { items, ...lists },
    tillFacts,
    store: { products, variations, categories: storeCategories, trashed: [] },
    storeFacts,
    links: known,
    choices: new Map(),
  };
  // What the look itself read of an item is older than the orders that it read.
  const findReadMs: FindReadMs = (side, { cloverId, wooId, parentWooId }) => {
    const isInStore =
      fresh?.products.has(wooId) || (parentWooId !== null && fresh?.variationsOf.has(parentWooId));
    const isFresh = side === 'till' ? fresh?.items.has(cloverId) : isInStore;
    return isFresh ? memory.sinceMs - 1 : startedMs;
  };
  const live = {
    ...readRules(parts, input, findReadMs),
    isPartial: true,
    mayCreate: null,
    asksFirst: false,
    undone: listUndone(deps).till,
  };
  return keep(deps, entries, links, { ...input, live });
}

function hasGone(links: readonly Link[], seen: readonly StoreProduct[]): boolean {
  const ids = new Set(seen.map(({ id }) => id));
  return links.some(({ wooId, status }) => wooId !== null && status !== 'deleted' && !ids.has(wooId));
}

async function planAll(
  parts: Parts,
  entries: readonly InboxEntry[],
  touched: Touched,
): Promise<Attempt<RunId | null>> {
  const { deps, surroundings, memory } = parts;
  const settings = completeSettings(deps.ledger.settings.all());
  const startedMs = deps.clock.nowMs();
  const read = await readBothSides(deps, settings, () => undefined, isFieldOn(settings, 'description'));
  if (!read.ok) return read;
  surroundings.forget();
  const isStoreOlder = await seePutBack(read.value.store, deps);
  const input = { ...read.value, settings, links: listKnownLinks(deps.ledger), choices: new Map() };
  const { products, variations } = read.value.store;
  await noteLateOrders(deps, memory, input.links, { items: read.value.till.items, products, variations });
  const news = listNewVariants(deps.ledger, read.value.store);
  const meant = new Set([...listMeant(touched), ...listPlannedCreates(deps.ledger), ...news]);
  const undone = listUndone(deps);
  const mayCreate = addGroups(meant, read.value.till.items);
  for (const key of [...undone.till, ...undone.store]) mayCreate.delete(key);
  const rules = readRules(parts, input, () => startedMs);
  const asksFirst = deps.ledger.meta.get(OLDER_LINKS_MARK) !== null;
  const live = { ...rules, isPartial: false, mayCreate, asksFirst, isStoreOlder, undone: undone.till };
  return keep(deps, entries, null, { ...input, live });
}

async function keep(
  deps: ImportDeps,
  entries: readonly InboxEntry[],
  links: readonly Link[] | null,
  input: PlanInput,
): Promise<Attempt<RunId | null>> {
  const pairing = checkPairing(input.tillFacts, input.storeFacts, input.settings);
  if (pairing.refusal) return fail(pairing.refusal);
  const held = createHeld(deps.ledger);
  const plan = await keepSyncPlan(deps, { ...input, held }, pairing, 'sync', links, entries);
  return succeed(plan.runId);
}

/** New things, and the linked ones that were hinted at: either may be in a category that the other side lacks. */
const listMeant = ({ links, newKeys }: Touched): ReadonlySet<string> =>
  new Set([...newKeys, ...links.map(({ wooId }) => String(wooId))]);

/** Whoever took it back is not given it again, a piece with each sale, but by the next import. */
function listUndone({ ledger }: ImportDeps): Readonly<Record<'till' | 'store', ReadonlySet<string>>> {
  const undone = ledger.changes.undone();
  return {
    till: new Set(undone.map(({ cloverId }) => cloverId)),
    store: new Set(undone.flatMap(({ wooId }) => (wooId === null ? [] : [String(wooId)]))),
  };
}

/** A group is new with its first item. */
function addGroups(keys: ReadonlySet<string>, items: PlanInput['till']['items']): Set<string> {
  const all = new Set(keys);
  for (const item of items) if (item.groupId !== null && keys.has(item.id)) all.add(item.groupId);
  return all;
}
