import { checkBrake, createBrakeTally, tallyRow } from '../../domain/brake.ts';
import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Shadow } from '../../domain/fields.ts';
import type { CloverId, WooId } from '../../domain/ids.ts';
import type { Choice, KnownLink } from '../../domain/known-link.ts';
import type { LivePlan } from '../../domain/live-plan.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type PlanInput, planImport } from '../../domain/plan.ts';
import { isFieldOn } from '../../domain/plan-context.ts';
import { type PlanRow, ROW_ACTIONS, type RowAction } from '../../domain/plan-row.ts';
import { completeSettings, type Settings } from '../../domain/settings.ts';
import type { StoreCatalog, StoreFacts } from '../../domain/store-catalog.ts';
import type { TillFacts } from '../../domain/till-catalog.ts';
import { type Attempt, fail, type PlanSource, type PlanSummary, succeed } from '../face.ts';
import type { ImportDeps, ProgressListener, RunDetails } from '../import-deps.ts';
import type { Ledger, Link } from '../ledger-ports.ts';
import { createHeld, createLiveRules } from '../live/live-rules.ts';
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
  const live = from === 'till' ? null : describeDirection(deps, settings, from);
  const withDescriptions = live ? isFieldOn(settings, 'description') : undefined;
  const read = await readBothSides(deps, settings, onProgress, withDescriptions);
  if (!read.ok) return read;
  const pairing = checkPairing(read.value.tillFacts, read.value.storeFacts, settings);
  if (pairing.refusal) return fail(pairing.refusal);
  const links = listKnownLinks(deps.ledger);
  const underway = readUnderway(deps.ledger, read.value);
  const known = { settings, links, choices, underway, held: createHeld(deps.ledger) };
  const input: PlanInput = { ...read.value, ...known, ...(live ? { live } : {}) };
  return succeed(await keepPlan(deps, input, pairing, onProgress));
}

/** A person asked for everything, so everything that is new may be made. */
function describeDirection(
  { ledger }: ImportDeps,
  settings: Settings,
  from: Exclude<PlanSource, 'till'>,
): LivePlan {
  const rules = createLiveRules(ledger, settings, { till: true, store: true });
  const reach = from === 'store' ? 'till' : rules.reach;
  return { ...rules, reach, isPartial: false, mayCreate: null };
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

export interface Pairing {
  readonly refusal: Failure | null;
  readonly warnings: readonly Failure[];
  readonly obstacle: Failure | null;
}

/** Different currencies are refused; different tax modes wait for a person's word (features.md, rulings). */
export function checkPairing(till: TillFacts, store: StoreFacts, settings: Settings): Pairing {
  if (till.currency !== store.currency) {
    const refusal = createFailure('PAIR_CURRENCY_DIFFERS', { till: till.currency, store: store.currency });
    return { refusal, warnings: [], obstacle: null };
  }
  if (till.pricesIncludeTax === store.pricesIncludeTax || !store.calculatesTaxes) {
    return { refusal: null, warnings: [], obstacle: null };
  }
  const mode = createFailure('PAIR_TAX_MODE_DIFFERS', {
    till: till.pricesIncludeTax ? 'include tax' : 'are without tax',
    store: store.pricesIncludeTax ? 'include tax' : 'are without tax',
  });
  return { refusal: null, warnings: [mode], obstacle: settings['price.tax'] === '' ? mode : null };
}

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
  const tally = createPlanTally();
  const brake = createBrakeTally();
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
    tallyRow(brake, row, input.settings);
    if (portion.length < ROWS_A_PORTION) continue;
    keep();
    await deps.timers.breathe();
  }
  keep();
  const details: RunDetails = {
    shop: deps.shop,
    itemsOnTill: input.till.items.length,
    productsInStore: input.store.products.length,
    categoriesToCreate: tally.categories,
    variableProductsToCreate: tally.variables,
    warnings: pairing.warnings,
    brake: checkBrake(brake, input.settings),
    obstacle: pairing.obstacle,
    floorId: findHighestId(input.store),
    hasLostAnswers: false,
    startedMs: null,
  };
  ledger.transaction(() => {
    ledger.runs.finishPlan(runId, tally.counts, JSON.stringify(details));
    ledger.runs.supersedeOthers('import', runId);
  });
  return { runId, counts: tally.counts, ...details };
}

export function createPlanTally() {
  const counts = Object.fromEntries(ROW_ACTIONS.map((action) => [action, 0])) as Record<RowAction, number>;
  const tally = {
    counts,
    categories: 0,
    variables: 0,
    add: (row: PlanRow): void => {
      const isCreate = row.action === 'create_woo';
      // Counted like the till counts: items. Parents and categories are what the store needs besides.
      if (row.kind === 'category' && !row.action.startsWith('update_')) tally.categories += isCreate ? 1 : 0;
      else if (row.kind === 'variable' && isCreate) tally.variables += 1;
      else if (row.kind !== 'variable' || !isRoutine(row)) counts[row.action] += 1;
    },
  };
  return tally;
}

/** A linked or untouched parent is no news beside its items. */
const isRoutine = (row: PlanRow): boolean =>
  row.action === 'skip' || (row.action === 'link' && row.patch === null);

/** The highest product id in the store: what is made later lies above. */
export function findHighestId(store: StoreCatalog): WooId | 0 {
  let highest: WooId | 0 = 0;
  const look = (products: readonly { readonly id: WooId }[]): void => {
    for (const product of products) if (product.id > highest) highest = product.id;
  };
  look(store.products);
  look(store.trashed);
  for (const variations of store.variations.values()) look(variations);
  return highest;
}
