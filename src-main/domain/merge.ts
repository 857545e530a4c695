import type { AgreedField, FieldDecision, FieldName, FieldValue, RuleCode, Shadow } from './fields.ts';
import { isSameValue } from './stored-fields.ts';
import type { WantedFields } from './wanted-fields.ts';

/** What the merge of one product looks at. */
export interface MergeInput {
  readonly wanted: WantedFields;
  readonly stored: ReadonlyMap<FieldName, FieldValue>;
  readonly shadow: Shadow | null;
  readonly pinned: readonly string[];
  readonly owner: (field: FieldName) => 'till' | 'store';
}

/**
 * Three-way merge, till towards store, field by field on the last agreed values: an edit made only in the
 * store stays, one made only on the till is written, one made on both sides is a conflict. Where nothing was
 * agreed yet, the field's owner decides.
 */
export function mergeFields(input: MergeInput): FieldDecision[] {
  const decisions: FieldDecision[] = [];
  for (const [field, wanted] of input.wanted.wanted) {
    const stored = input.stored.get(field);
    if (stored === undefined) continue;
    const { verdict, rule } = decide(field, wanted, stored, input);
    const till = input.wanted.till.get(field);
    decisions.push({ field, wanted, store: stored, verdict, rule, ...(till === undefined ? {} : { till }) });
  }
  return decisions;
}

interface Verdict {
  readonly verdict: FieldDecision['verdict'];
  readonly rule: RuleCode;
}

function decide(field: FieldName, wanted: FieldValue, stored: FieldValue, input: MergeInput): Verdict {
  if (isSameValue(field, wanted, stored)) return { verdict: 'same', rule: 'same' };
  // A code that stands twice on the till is no news about this product: what the store has stays.
  if (wanted === '' && input.wanted.till.has(field)) return { verdict: 'same', rule: 'agreed' };
  if (input.pinned.includes(field)) return { verdict: 'keep', rule: 'pinned' };
  const agreed = input.shadow?.[field];
  const till = input.wanted.till.get(field) ?? wanted;
  return agreed
    ? decideAgainst(agreed, field, { till, wanted }, stored)
    : decideFirst(field, wanted, stored, input);
}

function decideAgainst(
  agreed: AgreedField,
  field: FieldName,
  { till, wanted }: { readonly till: FieldValue; readonly wanted: FieldValue },
  stored: FieldValue,
): Verdict {
  // A hand-written description is never overwritten (features.md, rulings).
  if (field === 'description' && stored !== '') return { verdict: 'keep', rule: 'store-owns' };
  const isTillChanged = !isSameValue(field, wanted, agreed.sent);
  const isStoreChanged = !isSameValue(field, stored, agreed.store);
  // Neither moved, yet they differ: the store keeps values in its own form, or its owner won earlier.
  if (!isTillChanged && !isStoreChanged) return { verdict: 'same', rule: 'agreed' };
  if (!isTillChanged) return { verdict: 'keep', rule: 'store-changed' };
  if (isStoreChanged) return { verdict: 'conflict', rule: 'both-changed' };
  // A markup or another rule makes something else of the same till value.
  return { verdict: 'write', rule: isSameValue(field, till, agreed.till) ? 'rules-changed' : 'till-changed' };
}

function decideFirst(field: FieldName, wanted: FieldValue, stored: FieldValue, input: MergeInput): Verdict {
  const isFilling = stored === '' || stored === null;
  const isEmptying = wanted === '' || wanted === null || (Array.isArray(wanted) && wanted.length === 0);
  if (field === 'description')
    return isFilling ? { verdict: 'write', rule: 'new' } : { verdict: 'keep', rule: 'store-owns' };
  // A first link never takes a value away: an empty till field says nothing about the store's.
  if (isEmptying) return { verdict: 'keep', rule: 'store-owns' };
  if (isFilling && field !== 'price') return { verdict: 'write', rule: 'new' };
  return input.owner(field) === 'till'
    ? { verdict: 'write', rule: 'till-owns' }
    : { verdict: 'keep', rule: 'store-owns' };
}
