import type { Failure } from '../../domain/failure.ts';
import type { RunId } from '../../domain/ids.ts';
import { type PlanRow, ROW_ACTIONS, type RowAction } from '../../domain/plan-row.ts';
import type { ShopKey } from '../../domain/shop.ts';
import type { RunDetails } from '../import-deps.ts';
import type { Ledger, Link, RunKind } from '../ledger-ports.ts';
import type { PlanSummary } from '../results.ts';

/** The row of a linked product that writes nothing yet. */
export function describeLinkRow(link: Link): PlanRow {
  return {
    kind: link.kind === 'variation' ? 'variation' : 'product',
    action: 'skip',
    reason: 'DECIDED_BY_PERSON',
    notes: [],
    cloverId: link.cloverId,
    wooId: link.wooId,
    parentCloverId: link.kind === 'variation' ? link.groupId : null,
    name: link.name,
    sku: link.sku,
    decisions: [],
    patch: null,
    undo: null,
    tillPatch: null,
    tillUndo: null,
    suggestions: [],
    score: null,
  };
}

/** Keeps what a person asked for as a run, so that it has a plan, a history and an undo like any other. */
export function keepPersonRun(
  ledger: Ledger,
  kind: RunKind,
  rows: readonly PlanRow[],
  shop: ShopKey,
  nowMs: number,
  warnings: readonly Failure[] = [],
): PlanSummary {
  const counts = Object.fromEntries(ROW_ACTIONS.map((action) => [action, 0])) as Record<RowAction, number>;
  for (const row of rows) counts[row.action] += 1;
  const details: RunDetails = {
    shop,
    itemsOnTill: rows.length,
    productsInStore: rows.length,
    categoriesToCreate: 0,
    variableProductsToCreate: 0,
    warnings,
    brake: null,
    obstacle: null,
    floorId: 0,
    hasLostAnswers: false,
    startedMs: null,
  };
  const runId: RunId = ledger.transaction(() => {
    const id = ledger.runs.create({ kind, undoes: null, createdMs: nowMs });
    ledger.changes.insert(id, rows);
    ledger.runs.finishPlan(id, counts, JSON.stringify(details));
    if (kind === 'csv') ledger.runs.supersedeOthers(kind, id);
    return id;
  });
  return { runId, counts, ...details };
}
