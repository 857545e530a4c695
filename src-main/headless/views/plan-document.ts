import { describeFailure, type Failure } from '../../../src-preload/contract/failures.ts';
import { REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { RunId } from '../../domain/ids.ts';
import type { Engine, PlanSummary } from '../../engine/face.ts';
import type { RunChange } from '../../engine/ledger-ports.ts';
import type { Portion } from '../list-portion.ts';
import { listWarnings } from './warning-view.ts';

/** Rows read from the data file at once. */
const ROWS_A_PAGE = 1000;

/** A plan as scripts get it. */
export function createPlanDocument(summary: PlanSummary, engine: Engine, portion: Portion): object {
  return {
    plan: summary.runId,
    counts: summary.counts,
    rows: readRows(engine, summary.runId, portion).map(describeRow),
    also: { categories: summary.categoriesToCreate, variableProducts: summary.variableProductsToCreate },
    till: { items: summary.itemsOnTill },
    store: { products: summary.productsInStore },
    warnings: listWarnings(summary.warnings),
    brake: describeMaybe(summary.brake),
    obstacle: describeMaybe(summary.obstacle),
  };
}

const describeMaybe = (failure: Failure | null) => (failure === null ? null : describeFailure(failure));

/** The rows of a plan in order. */
export function readRows(engine: Engine, runId: RunId, { limit, offset }: Portion): RunChange[] {
  const rows: RunChange[] = [];
  while (rows.length < limit) {
    const wanted = Math.min(ROWS_A_PAGE, limit - rows.length);
    const page = engine.rows(runId, { limit: wanted, offset: offset + rows.length });
    if (!page.ok) break;
    rows.push(...page.value);
    if (page.value.length < wanted) break;
  }
  return rows;
}

function describeRow(row: RunChange) {
  return {
    row: row.id,
    kind: row.kind,
    action: row.action,
    reason: REASON_SENTENCES[row.reason],
    reasonCode: row.reason,
    notes: row.notes,
    cloverId: row.cloverId,
    wooId: row.wooId,
    name: row.name,
    sku: row.sku,
    score: row.score,
    suggestions: row.suggestions.map(({ wooId, name, sku, score }) => ({ wooId, name, sku, score })),
    changes: row.decisions
      .filter((decision) => decision.verdict !== 'same')
      .map(({ field, wanted, till, store, rule, verdict, pushed }) => ({
        field,
        till: till ?? wanted,
        store: store ?? null,
        wanted,
        rule,
        verdict,
        ...(pushed === undefined ? {} : { pushed }),
      })),
  };
}
