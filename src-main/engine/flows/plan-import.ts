import { createFailure } from '../../domain/failure.ts';
import type { Shadow } from '../../domain/fields.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { Choice, KnownLink } from '../../domain/known-link.ts';
import type { LivePlan } from '../../domain/live-plan.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type PlanInput, planImport } from '../../domain/plan.ts';
import { isFieldOn } from '../../domain/plan-context.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import { completeSettings, type Settings } from '../../domain/settings.ts';
import { type Attempt, fail, type PlanSource, type PlanSummary, succeed } from '../face.ts';
import type { ImportDeps, ProgressListener } from '../import-deps.ts';
import type { Ledger, Link } from '../ledger-ports.ts';
import { findOtherShop } from '../linked-shop.ts';
import { createHeld, createLiveRules } from '../live/live-rules.ts';
import { noteVariantsBefore } from '../live/new-variants.ts';
import { seePutBack } from '../live/put-back.ts';
import { checkPairing, type Pairing } from './pairing.ts';
import { createPlanTally } from './plan-tally.ts';
import { readUnderway } from './underway.ts';

/** Rows kept in one transaction; between two the event loop breathes. */
const ROWS_A_PORTION = 250;

/**
 * Reads both sides in the fewest calls and keeps what an import would do, row by row. Writes nothing outside.
 * A crash leaves a run in state `planning`, which the next plan drops: reading again is fresher and costs
 * seconds.
 */
export async function makeImportPlan(
  deps: ImportDeps,
  choices: ReadonlyMap<CloverId, Choice>,
  from: PlanSource,
  onProgress: ProgressListener,
): Promise<Attempt<PlanSummary>> {
  const settings = completeSettings(deps.ledger.settings.all());
  const isAgainst = from === 'till' ? 'store-to-till' : 'till-to-store';
  if (from !== 'both' && settings['sync.direction'] === isAgainst)
    return fail(createFailure('RUN_DIRECTION_OFF', { from }));
  const otherShop = findOtherShop(deps);
  if (otherShop) return fail(otherShop);
  const live = from === 'till' ? null : describeDirection(deps, settings, from);
  const withDescriptions = live ? isFieldOn(settings, 'description') : undefined;
  const read = await readBothSides(deps, settings, onProgress, withDescriptions);
  if (!read.ok) return read;
  const pairing = checkPairing(read.value.tillFacts, read.value.storeFacts, settings);
  if (pairing.refusal) return fail(pairing.refusal);
  const isStoreOlder = await seePutBack(read.value.store, deps);
  const links = listKnownLinks(deps.ledger);
  const underway = readUnderway(deps.ledger, read.value);
  const known = { settings, links, choices, underway, held: createHeld(deps.ledger) };
  const input: PlanInput = { ...read.value, ...known, ...(live ? { live: { ...live, isStoreOlder } } : {}) };
  return succeed(await keepPlan(deps, input, pairing, onProgress));
}

/** A person asked for everything, so everything that is new may be made; and reads what would be written over. */
function describeDirection(
  { ledger }: ImportDeps,
  settings: Settings,
  from: Exclude<PlanSource, 'till'>,
): LivePlan {
  const rules = createLiveRules(ledger, settings, { till: true, store: true });
  const reach = from === 'store' ? 'till' : rules.reach;
  return { ...rules, reach, isPartial: false, mayCreate: null, asksFirst: false, undone: new Set() };
}

export type BothSides = Pick<PlanInput, 'till' | 'tillFacts' | 'store' | 'storeFacts'>;

/** Both catalogs and the facts about both sides, read whole. */
export async function readBothSides(
  deps: ImportDeps,
  settings: Settings,
  onProgress: ProgressListener,
  withDescriptions = settings['import.fillDescription'] === 'on',
): Promise<Attempt<BothSides>> {
  const report = (phase: 'reading-till' | 'reading-store') => (done: number) =>
    onProgress({ phase, done, total: 0, created: 0, updated: 0, failed: 0 });
  // The facts first: they are asked with little patience, so a side that is switched off is told in seconds.
  const [tillFacts, storeFacts] = await Promise.all([deps.till.readFacts(), deps.store.readFacts()]);
  if (tillFacts.kind !== 'done') return failRead(tillFacts);
  if (storeFacts.kind !== 'done') return failRead(storeFacts);
  const [till, store] = await Promise.all([
    deps.till.readCatalog(report('reading-till')),
    deps.store.readCatalog({ withDescriptions }, report('reading-store')),
  ]);
  if (till.kind !== 'done') return failRead(till);
  if (store.kind !== 'done') return failRead(store);
  return succeed({
    tillFacts: tillFacts.value,
    till: till.value,
    storeFacts: storeFacts.value,
    store: store.value,
  });
}

const failRead = (outcome: Exclude<Outcome<unknown>, { kind: 'done' }>) => fail(outcome.failure);

/** Links with a store id, with what was last agreed. */
export function listKnownLinks(ledger: Ledger): KnownLink[] {
  const shadows = ledger.shadows.all();
  return ledger.links.all().flatMap((link) => describeKnown(link, shadows.get(link.id) ?? null));
}

/** The same for some products, and every category. */
export function listTheseLinks(ledger: Ledger, links: readonly Link[]): KnownLink[] {
  return [...ledger.links.categories(), ...links].flatMap((link) =>
    describeKnown(link, ledger.shadows.get(link.id)),
  );
}

function describeKnown(link: Link, shadow: Shadow | null): KnownLink[] {
  if (link.wooId === null) return [];
  const { kind, cloverId, wooId, parentWooId, name, pinned } = link;
  return [{ kind, cloverId, wooId, parentWooId, isDeleted: link.status === 'deleted', name, pinned, shadow }];
}

async function keepPlan(
  deps: ImportDeps,
  input: PlanInput,
  pairing: Pairing,
  onProgress: ProgressListener,
): Promise<PlanSummary> {
  const { ledger } = deps;
  const runId = ledger.runs.create({ kind: 'import', undoes: null, createdMs: deps.clock.nowMs() });
  const tally = createPlanTally(deps.shop, input, pairing);
  let portion: PlanRow[] = [];
  let kept = 0;
  const keep = (): void => {
    ledger.transaction(() => ledger.changes.insert(runId, portion));
    kept += portion.length;
    portion = [];
    onProgress({
      phase: 'planning',
      // Categories, parents of variants and what is only in the store have rows of their own.
      done: Math.min(kept, input.till.items.length),
      total: input.till.items.length,
      created: 0,
      updated: 0,
      failed: 0,
    });
  };
  for (const row of planImport(input)) {
    portion.push(row);
    tally.add(row);
    if (portion.length < ROWS_A_PORTION) continue;
    keep();
    await deps.timers.breathe();
  }
  keep();
  const { counts, details } = tally.describe();
  ledger.transaction(() => {
    ledger.runs.finishPlan(runId, counts, JSON.stringify(details));
    noteVariantsBefore(ledger, input.store);
    ledger.runs.supersedeOthers('import', runId);
  });
  return { runId, counts, ...details };
}
