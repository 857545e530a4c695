import { createFailure, type Failure } from '../domain/failure.ts';
import { FIELD_NAMES } from '../domain/fields.ts';
import type { RunId } from '../domain/ids.ts';
import type { ShopKey } from '../domain/shop.ts';
import { tellStory } from './explain.ts';
import { type Attempt, fail, type RunResult, succeed, type UndoResult } from './face.ts';
import { isKeptRow, isOf, isTrashedRow, listKeptParents } from './flows/settle-undo.ts';
import { readDetails } from './import-deps.ts';
import type {
  ChangeState,
  JournalEntry,
  Ledger,
  ListedProduct,
  Run,
  RunChange,
  RunState,
} from './ledger-ports.ts';
import { leaveVariants } from './live/new-variants.ts';
import type { Clock } from './ports.ts';
import { planPublish } from './publish-drafts.ts';
import type { Records } from './records-face.ts';
import { summarizeRun } from './run-summary.ts';
import { isOfShop } from './shop.ts';

/** `kept`: somebody changed it just as its turn came. */
const ENDED: ReadonlySet<ChangeState> = new Set(['done', 'failed', 'kept']);
/** A plan in these states has nothing to show: it is being made, or its rows are gone. */
const WITHOUT_PLAN: readonly RunState[] = ['planning', 'superseded'];

/** Leafs through what is kept in the data file. */
export function createRecords(ledger: Ledger, clock: Clock, readShop: () => ShopKey | null): Records {
  const note: Records['note'] = (entry) =>
    ledger.journal.add({ ...entry, side: 'app', atMs: clock.nowMs(), runId: null });
  return {
    products: (filter) => ledger.listings.products(filter),
    countDrafts: () => ledger.listings.drafts().length,
    planPublish: () => planPublish(ledger, readShop(), clock),
    product: (linkId) => findProduct(ledger, linkId),
    story: (linkId) => {
      const found = findProduct(ledger, linkId);
      return found.ok ? succeed(tellStory(ledger, found.value.link)) : found;
    },
    unlink: (linkIds) =>
      ledger.transaction(() => {
        const before = ledger.links.all();
        const removed = ledger.links.removeProducts(linkIds);
        const left = new Set(ledger.links.all().map(({ id }) => id));
        leaveVariants(
          ledger,
          before.filter(({ id }) => !left.has(id)),
        );
        const message = `${removed} products are no longer linked`;
        if (removed > 0) note({ level: 'warn', action: 'unlink', entity: 'links', message });
        return removed;
      }),
    pin: (linkId, field, isPinned) => pinField(ledger, note, linkId, field, isPinned),
    runs: ({ limit, offset }) => {
      const shop = readShop();
      return ledger.runs.list(limit, offset).map((run) => ({ ...run, isHere: isOfShop(run, shop) }));
    },
    plan: (runId) => {
      const run = ledger.runs.get(runId);
      if (!run) return fail(createFailure('USE_UNKNOWN_PLAN', { plan: runId }));
      if (WITHOUT_PLAN.includes(run.state)) return fail(createFailure('RUN_STALE_PLAN', { plan: runId }));
      return succeed({ runId, counts: run.counts, ...readDetails(run.details) });
    },
    rows: (runId, filter) =>
      ledger.runs.get(runId)
        ? succeed(ledger.listings.changes(runId, filter))
        : fail(createFailure('USE_UNKNOWN_PLAN', { plan: runId })),
    categoryNames: () => ledger.listings.categoryNames(),
    result: (runId) => {
      const run = ledger.runs.get(runId);
      return run ? succeed(tellResult(ledger, run)) : fail(createFailure('USE_UNKNOWN_RUN', { run: runId }));
    },
    log: (filter) => ({ ...ledger.listings.journal(filter), actions: ledger.listings.journalActions() }),
    note,
  };
}

function findProduct(ledger: Ledger, linkId: number): Attempt<ListedProduct> {
  const product = ledger.listings.product(linkId);
  return product ? succeed(product) : fail(createFailure('USE_UNKNOWN_PRODUCT', { product: linkId }));
}

function pinField(
  ledger: Ledger,
  note: Records['note'],
  linkId: number,
  field: string,
  isPinned: boolean,
): Attempt<ListedProduct> {
  const found = findProduct(ledger, linkId);
  if (!found.ok) return found;
  const refusal = checkField(field);
  if (refusal) return fail(refusal);
  const { link } = found.value;
  const others = link.pinned.filter((name) => name !== field);
  ledger.transaction(() => {
    ledger.links.setPinned(linkId, isPinned ? [...others, field] : others);
    const message = isPinned ? `${field} is pinned` : `${field} is no longer pinned`;
    const entry: Pick<JournalEntry, 'level' | 'action' | 'entity' | 'message'> = {
      level: 'info',
      action: 'pin',
      entity: link.name,
      message,
    };
    note(entry);
  });
  return findProduct(ledger, linkId);
}

function checkField(field: string): Failure | null {
  if (FIELD_NAMES.some((name) => name === field)) return null;
  const why = `there is no field "${field}"; there are ${FIELD_NAMES.join(', ')}`;
  return createFailure('USE_BAD_VALUE', { name: 'The field', why });
}

/** From the rows alone, so that it can be told long after. */
function tellResult(ledger: Ledger, run: Run): RunResult | UndoResult {
  const result = summarizeRun(ledger, run, 0);
  if (run.kind !== 'undo') return result;
  return { ...result, ...tellUndo(ledger, run.id) };
}

/** As `undoRun` counts: what was put back or was gone already, and what was left since somebody changed it. */
function tellUndo(ledger: Ledger, undoRunId: RunId): Pick<UndoResult, 'undone' | 'trashed' | 'kept'> {
  const ended = ledger.changes
    .page(undoRunId, { limit: Number.MAX_SAFE_INTEGER, offset: 0 })
    .filter(({ kind, state }) => kind !== 'category' && ENDED.has(state));
  const keptParents = listKeptParents(ended);
  const isLeft = (row: RunChange): boolean =>
    isKeptRow(row) || row.state !== 'done' || isOf(row, keptParents);
  const left = ended.filter(isLeft);
  const kept = left.map(({ name, decisions }) => ({ name, fields: decisions.map(({ field }) => field) }));
  const trashed = ended.filter((row) => !isLeft(row) && isTrashedRow(row)).length;
  return { undone: ended.length - left.length, trashed, kept };
}
