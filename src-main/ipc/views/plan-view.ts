import { NOTE_SENTENCES, REASON_SENTENCES, RULE_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { PlanRowShape, PlanShape } from '../../../src-preload/contract/run-shapes.ts';
import type { FieldDecision } from '../../domain/fields.ts';
import type { PlanSummary } from '../../engine/face.ts';
import type { RunChange } from '../../engine/ledger-ports.ts';
import { describeFailure } from '../speech.ts';
import type { ToFieldValue } from './field-value.ts';
import { listNewFields } from './new-item-view.ts';

export function toPlan(summary: PlanSummary): PlanShape {
  return {
    runId: summary.runId,
    counts: { ...summary.counts },
    categoriesToCreate: summary.categoriesToCreate,
    variableProductsToCreate: summary.variableProductsToCreate,
    itemsOnTill: summary.itemsOnTill,
    productsInStore: summary.productsInStore,
    warnings: summary.warnings.map(describeFailure),
    brake: summary.brake && describeFailure(summary.brake),
    obstacle: summary.obstacle && describeFailure(summary.obstacle),
  };
}

/** A row in words: why, what to know, and field by field what would change. */
export function toPlanRow(row: RunChange, toFieldValue: ToFieldValue): PlanRowShape {
  return {
    id: row.id,
    kind: row.kind,
    action: row.action,
    reason: REASON_SENTENCES[row.reason],
    notes: row.notes.map((note) => NOTE_SENTENCES[note]),
    name: row.name,
    sku: row.sku,
    cloverId: row.cloverId,
    wooId: row.wooId,
    score: row.score,
    suggestions: row.suggestions.map((suggestion) => ({ ...suggestion })),
    changes: [
      ...listNewFields(row, toFieldValue),
      ...row.decisions.map(countMoved).map(({ field, wanted, till, store, verdict, pushed, rule }) => ({
        field,
        till: toFieldValue(field, till === undefined ? wanted : till),
        wanted: toFieldValue(field, wanted),
        store: store === undefined ? null : toFieldValue(field, store),
        verdict,
        pushed: verdict === 'push' ? toFieldValue(field, pushed ?? null) : null,
        rule: RULE_SENTENCES[rule],
      })),
    ],
    state: row.state,
    failure: row.failure && describeFailure(row.failure),
  };
}

/** A stock that moves is kept as the pieces that are added: people see the count that comes of it. */
function countMoved(decision: FieldDecision): FieldDecision {
  const { moved, verdict, pushed, wanted, till = wanted, store } = decision;
  if (!moved || typeof pushed !== 'number') return decision;
  if (verdict === 'write' && typeof store === 'number') return { ...decision, till, wanted: store + pushed };
  return verdict === 'push' && typeof till === 'number' ? { ...decision, pushed: till + pushed } : decision;
}
