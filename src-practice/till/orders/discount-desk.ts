import { createId, type TillContext } from '../context.ts';
import type { DiscountRow } from '../order-rows.ts';
import { missField } from '../rest/body.ts';
import { refuse } from '../rest/failure.ts';
import type { DiscountBody } from './order-body.ts';

const WHOLE_PERCENT = 1_000_000;
const PERCENT = 10_000;

/** Makes a discount of a body; the catalogue's own values are not looked up (clover.md 7.4). */
export function createDiscount(till: TillContext, body: DiscountBody): DiscountRow {
  const { name, amount, percentage } = body;
  if (name === undefined) throw missField('name');
  if (amount !== undefined && amount > 0) throw refuse('Discount amount must not be positive');
  const decimal = body.percentageDecimal ?? (percentage === undefined ? undefined : percentage * PERCENT);
  if (decimal !== undefined && (decimal < 0 || decimal > WHOLE_PERCENT)) {
    throw refuse('Discount percentage must be between 0 and 100');
  }
  return {
    id: createId(till),
    name,
    ...(amount !== undefined && { amount }),
    ...(decimal !== undefined && { percentageDecimal: decimal }),
  };
}

/** A discount as Clover shows it: one by percentage has no amount (clover.md 7.4). */
export function showDiscount(discount: DiscountRow, owner: Record<string, unknown>): unknown {
  const { id, name, amount, percentageDecimal } = discount;
  return {
    id,
    ...owner,
    name,
    amount,
    percentage: percentageDecimal === undefined ? undefined : Math.floor(percentageDecimal / PERCENT),
    percentageDecimal,
  };
}
