import type { RunId } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { isFieldOn } from '../../domain/plan-context.ts';
import { completeSettings, type Settings } from '../../domain/settings.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import { checkPairing, listKnownLinks, listTheseLinks, readBothSides } from '../flows/plan-import.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { InboxEntry, Link } from '../ledger-ports.ts';
import { createLiveRules } from './live-rules.ts';
import type { Fresh } from './look.ts';
import type { SurroundingsKeeper } from './surroundings.ts';
import { keepSyncPlan } from './sync-plan.ts';
import { findTouched, readTouched } from './touched.ts';

/** Turns hints into a plan in both directions. */
export interface SyncPlanner {
  /**
   * The run that was planned, null where nothing is to be written; the hints are gone either way.
   * @param fresh rows that were read just now; null reads everything that is needed
   * @param isWhole compares everything, not only what was hinted at
   */
  plan(entries: readonly InboxEntry[], fresh: Fresh | null, isWhole: boolean): Promise<Attempt<RunId | null>>;
}

export function createSyncPlanner(deps: ImportDeps, surroundings: SurroundingsKeeper): SyncPlanner {
  const { ledger } = deps;
  return {
    plan: async (entries, fresh, isWhole) => {
      const touched = findTouched(entries, ledger);
      // What has no link yet is matched against everything.
      if (isWhole || touched.newKeys.size > 0) return planAll(deps, surroundings, entries, touched.newKeys);
      if (touched.links.length > 0) return planTouched(deps, surroundings, entries, touched.links, fresh);
      ledger.inbox.remove(entries);
      return succeed(null);
    },
  };
}

const readRules = ({ ledger }: ImportDeps, settings: Settings) =>
  createLiveRules(ledger, settings, { till: true, store: true });

async function planTouched(
  deps: ImportDeps,
  surroundings: SurroundingsKeeper,
  entries: readonly InboxEntry[],
  links: readonly Link[],
  fresh: Fresh | null,
): Promise<Attempt<RunId | null>> {
  const around = await surroundings.read(false);
  if (!around.ok) return around;
  const now = await readTouched(links, fresh, deps);
  if (!now.ok) return now;
  const { settings, tillFacts, storeFacts, lists, storeCategories } = around.value;
  const { products, variations, items } = now.value;
  return keep(deps, entries, links, {
    settings,
    till: { items, ...lists },
    tillFacts,
    store: { products, variations, categories: storeCategories, trashed: [] },
    storeFacts,
    links: listTheseLinks(deps.ledger, links),
    choices: new Map(),
    live: { ...readRules(deps, settings), isPartial: true, mayCreate: null },
  });
}

async function planAll(
  deps: ImportDeps,
  surroundings: SurroundingsKeeper,
  entries: readonly InboxEntry[],
  newKeys: ReadonlySet<string>,
): Promise<Attempt<RunId | null>> {
  const settings = completeSettings(deps.ledger.settings.all());
  const read = await readBothSides(deps, settings, () => undefined, isFieldOn(settings, 'description'));
  if (!read.ok) return read;
  surroundings.forget();
  return keep(deps, entries, null, {
    ...read.value,
    settings,
    links: listKnownLinks(deps.ledger),
    choices: new Map(),
    live: {
      ...readRules(deps, settings),
      isPartial: false,
      mayCreate: addGroups(newKeys, read.value.till.items),
    },
  });
}

async function keep(
  deps: ImportDeps,
  entries: readonly InboxEntry[],
  links: readonly Link[] | null,
  input: PlanInput,
): Promise<Attempt<RunId | null>> {
  const pairing = checkPairing(input.tillFacts, input.storeFacts, input.settings);
  if (pairing.refusal) return fail(pairing.refusal);
  const plan = await keepSyncPlan(deps, input, pairing, 'sync', links, entries);
  return succeed(plan.runId);
}

/** A group is new with its first item. */
function addGroups(keys: ReadonlySet<string>, items: PlanInput['till']['items']): ReadonlySet<string> {
  const all = new Set(keys);
  for (const item of items) if (item.groupId !== null && keys.has(item.id)) all.add(item.groupId);
  return all;
}
