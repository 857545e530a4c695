import type { TillItem } from './till-catalog.ts';
import { isTillForm } from './till-form.ts';
import type { NewTillItem } from './till-patch.ts';

/**
 * Whether a till item may be what was to be made: the same in every word. The name of a group's member is the
 * till's own making (clover.md 6.6), so its options speak for it.
 */
export function isMadeOf(item: TillItem, wanted: NewTillItem): boolean {
  const isSameCode = item.sku === (wanted.sku ?? '') && item.priceAmount === wanted.priceAmount;
  if (!wanted.member) return isSameCode && item.groupId === null && isTillForm(item.name, wanted.name);
  const { groupId, optionIds } = wanted.member;
  return item.groupId === groupId && optionIds.every((id) => item.optionIds.includes(id));
}
