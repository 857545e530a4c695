import type { FieldDecision, RuleCode } from '../fields.ts';
import type { StoreProduct } from '../store-catalog.ts';

/** What may be written. */
export interface RefreshRules {
  readonly mayWriteStore: boolean;
  readonly isPinned: boolean;
  /** Named in the decision. */
  readonly rule: RuleCode;
}

/**
 * Both sides agree on the modifiers, yet the add-on plugin's meta was wiped, was never written or was
 * changed to what the till says by now: then the agreed groups are written once more. Whatever else was
 * decided stays.
 */
export function refreshAddOns(
  decisions: readonly FieldDecision[],
  { addOns }: StoreProduct,
  { mayWriteStore, isPinned, rule }: RefreshRules,
): readonly FieldDecision[] {
  const isStale = addOns !== undefined && addOns.state !== 'unsayable';
  if (!isStale || !mayWriteStore || isPinned) return decisions;
  return decisions.map((decision) =>
    decision.field === 'modifiers' && decision.verdict === 'same' && decision.rule === 'same'
      ? { ...decision, verdict: 'write', rule }
      : decision,
  );
}
