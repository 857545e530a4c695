import type { AgreedField, FieldName, FieldValue, RuleCode } from './fields.ts';
import type { Reach } from './reach.ts';
import { isUnchanged } from './stored-fields.ts';

/** What the decision on a description looks at, besides the two texts. */
export interface DescriptionRules {
  readonly reach?: Reach;
  readonly toTill?: (field: FieldName, stored: FieldValue) => FieldValue;
  readonly fillsDescription?: boolean;
}

interface Decided {
  readonly verdict: 'write' | 'push' | 'same' | 'keep';
  readonly rule: RuleCode;
  readonly pushed?: FieldValue;
}

/**
 * The store's short description goes to the till's alternate name, shortened, and never back: many tills use
 * that name for something else, such as the kitchen's language, and then it is left alone (features.md C6 and
 * rulings). Only an empty description may be filled from the till, where that is switched on.
 * @param till the alternate name
 */
export function decideDescription(
  till: FieldValue,
  stored: FieldValue,
  agreed: AgreedField | undefined,
  { reach = 'store', toTill, fillsDescription = true }: DescriptionRules,
): Decided {
  if (stored === '' && till !== '' && fillsDescription && agreed === undefined && reach !== 'till')
    return { verdict: 'write', rule: 'new' };
  if (!toTill || reach === 'store') return decideInStore(till, stored, agreed);
  const pushed = toTill('description', stored);
  if (pushed === null) return { verdict: 'keep', rule: 'till-cannot' };
  if (isUnchanged(pushed, till)) return { verdict: 'same', rule: 'agreed' };
  const isOurs = till === '' || isFromStore(till, agreed, toTill);
  if (!isOurs) return { verdict: 'keep', rule: 'alternate-name-in-use' };
  const isNews = agreed === undefined || !isUnchanged(stored, agreed.store);
  return isNews
    ? { verdict: 'push', rule: agreed ? 'store-changed' : 'new', pushed }
    : { verdict: 'keep', rule: 'till-changed' };
}

/** Nothing is written: a description in the store is the merchant's own. */
function decideInStore(till: FieldValue, stored: FieldValue, agreed: AgreedField | undefined): Decided {
  const isAgreed =
    agreed !== undefined && isUnchanged(till, agreed.till) && isUnchanged(stored, agreed.store);
  return isAgreed ? { verdict: 'same', rule: 'agreed' } : { verdict: 'keep', rule: 'store-owns' };
}

/** Whether the alternate name is one that a description of the store was made into. */
function isFromStore(
  till: FieldValue,
  agreed: AgreedField | undefined,
  toTill: NonNullable<DescriptionRules['toTill']>,
): boolean {
  return agreed !== undefined && till === agreed.till && toTill('description', agreed.store) === till;
}
