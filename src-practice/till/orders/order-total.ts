import type { TillContext } from '../context.ts';
import type { DiscountRow, LineItemRow, OrderRow } from '../order-rows.ts';
import type { TaxRateRow } from '../rows.ts';

/** A tax rate of 100 percent (clover.md 6.5). */
const WHOLE_RATE = 10_000_000n;
/** 100 percent of a discount or a service charge: its decimals are ten thousandths of a percent. */
const WHOLE_PERCENT = 1_000_000;
/** `unitQty` counts thousandths (clover.md 7.3). */
const UNIT_SCALE = 1000;

/** What an order's total is made of; decided by these fields alone. */
export type PricedOrder = Pick<
  OrderRow,
  'lines' | 'discounts' | 'serviceCharge' | 'taxRemoved' | 'orderTypeId'
>;

export interface OrderTotal {
  readonly subtotal: number;
  readonly serviceCharge: number;
  readonly tax: number;
  readonly total: number;
}

interface TaxBase {
  readonly taxRate: TaxRateRow;
  net: number;
  pieces: number;
}

/**
 * Adds an order up as Clover does (clover.md 7.5). In what the documentation leaves open, several
 * percentages take from what the one before left, and a flat tax counts for each line.
 */
export function computeTotal(till: TillContext, order: PricedOrder): OrderTotal {
  const nets = order.lines.map((line) => takeDiscounts(priceLine(line), line.discounts));
  const gross = nets.reduce((sum, net) => sum + net, 0);
  const subtotal = takeDiscounts(gross, order.discounts);
  const serviceCharge = takePart(subtotal, order.serviceCharge?.percentageDecimal ?? 0);
  let tax = 0;
  if (isTaxed(till, order)) {
    for (const base of collectBases(till, order.lines, nets)) tax += roundTax(base, subtotal, gross);
  }
  return { subtotal, serviceCharge, tax, total: subtotal + serviceCharge + tax };
}

/** A line with its modifications, before discounts. */
export function priceLine({ price, unitQty, modifications }: LineItemRow): number {
  const units = unitQty === undefined ? price : roundHalfUp((price * unitQty) / UNIT_SCALE);
  return modifications.reduce((sum, { amount }) => sum + amount, units);
}

function isTaxed({ merchant, state }: TillContext, { taxRemoved, orderTypeId }: PricedOrder): boolean {
  if (merchant.vat || taxRemoved) return false;
  return orderTypeId === undefined || (state.orderTypes.get(orderTypeId)?.taxable ?? true);
}

/** Percentages first, then amounts; nothing falls below zero. */
function takeDiscounts(price: number, discounts: readonly DiscountRow[]): number {
  let left = price;
  for (const { percentageDecimal } of discounts) {
    if (percentageDecimal !== undefined) left -= takePart(left, percentageDecimal);
  }
  for (const { amount } of discounts) left += amount ?? 0;
  return discounts.length === 0 ? left : Math.max(0, left);
}

const takePart = (amount: number, percentageDecimal: number): number =>
  roundHalfUp((amount * percentageDecimal) / WHOLE_PERCENT);

/** Each rate is taken once of all its lines. */
function collectBases(
  till: TillContext,
  lines: readonly LineItemRow[],
  nets: readonly number[],
): Iterable<TaxBase> {
  const bases = new Map<string, TaxBase>();
  lines.forEach((line, index) => {
    for (const taxRate of listRates(till, line)) {
      const base = bases.get(taxRate.id) ?? { taxRate, net: 0, pieces: 0 };
      base.net += nets[index] ?? 0;
      base.pieces += 1;
      bases.set(taxRate.id, base);
    }
  });
  return bases.values();
}

/** Order discounts lie on all lines in proportion; fractions of a cent are kept until the one rounding. */
function roundTax({ taxRate, net, pieces }: TaxBase, subtotal: number, gross: number): number {
  if (taxRate.rate === 0) return (taxRate.taxAmount ?? 0) * pieces;
  if (gross <= 0) return 0;
  const part = BigInt(net) * BigInt(subtotal) * BigInt(taxRate.rate);
  const whole = BigInt(gross) * WHOLE_RATE;
  return Number((2n * part + whole) / (2n * whole));
}

function* listRates({ state, answers }: TillContext, line: LineItemRow): Generator<TaxRateRow, undefined> {
  const item = line.itemId === undefined ? undefined : state.items.get(line.itemId);
  if (line.taxRateIds) yield* state.taxRates.pick(line.taxRateIds);
  else if (item && !item.defaultTaxRates) yield* state.taxRates.pick(state.itemTaxRates.rightsOf(item.id));
  else if (item || answers.adHocTaxes === 'default') {
    for (const taxRate of state.taxRates.values()) if (taxRate.isDefault) yield taxRate;
  }
}

function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5);
}
