import type { TillContext } from '../context.ts';
import type { ItemRow, TaxRateRow } from '../rows.ts';

/** A tax rate of 100 percent (clover.md 6.5). */
const WHOLE_RATE = 10_000_000;

/** A subtotal of one item with its tax, rounded half up for each rate; nothing where prices include it (clover.md 7.5). */
export function addTax(till: TillContext, item: ItemRow, subtotal: number): number {
  if (till.merchant.vat) return subtotal;
  let total = subtotal;
  for (const { rate } of listRates(till, item)) total += Math.floor((subtotal * rate) / WHOLE_RATE + 0.5);
  return total;
}

function* listRates({ state }: TillContext, item: ItemRow): Generator<TaxRateRow, undefined> {
  if (!item.defaultTaxRates) yield* state.taxRates.pick(state.itemTaxRates.rightsOf(item.id));
  else for (const taxRate of state.taxRates.values()) if (taxRate.isDefault) yield taxRate;
}
