// How the till counts an order (clover.md 7.5). Whole minor units; fractions only inside, as exact integers.

/** Either an amount (negative) or a percentage in the till's scale: 10,000 is one percent (clover.md 7.4). */
export type TotalDiscount = { readonly amount: number } | { readonly percentDecimal: number };

export interface TotalLine {
  readonly priceAmount: number;
  /** Thousandths, of an item that is sold per unit of measure; ignored by the till for all others. */
  readonly unitQuantity?: number;
  readonly modificationAmounts: readonly number[];
  readonly discounts?: readonly TotalDiscount[];
  readonly taxRateIds: readonly string[];
  /** Exchanged, refunded or voided: not in the net total. */
  readonly isLeftOut?: boolean;
}

export interface TotalOrder {
  readonly lines: readonly TotalLine[];
  readonly discounts: readonly TotalDiscount[];
  /** In the scale of percentages: 10,000 is one percent. */
  readonly serviceChargeDecimal?: number;
  /** By id; 100,000 is one percent (clover.md 6.5). */
  readonly taxRates: ReadonlyMap<string, number>;
  readonly isTaxRemoved: boolean;
  /** Prices hold the tax: none is added. */
  readonly isVat: boolean;
}

export interface TillTotal {
  /** Lines after their own discounts. */
  readonly linesAmount: number;
  /** Of the order; not positive. */
  readonly discountAmount: number;
  readonly serviceAmount: number;
  readonly taxes: ReadonlyMap<string, number>;
  readonly taxAmount: number;
  readonly totalAmount: number;
}

const PERCENT_SCALE = 1_000_000n;
const RATE_SCALE = 10_000_000n;
const QUANTITY_SCALE = 1000n;

/** What the till makes of an order, tips left out. */
export function computeTillTotal(order: TotalOrder): TillTotal {
  const lines = order.lines
    .filter((line) => !line.isLeftOut)
    .map((line) => ({ ...line, amount: discount(countLine(line), line.discounts ?? []) }));
  const linesAmount = lines.reduce((sum, { amount }) => sum + amount, 0);
  const discounted = discount(linesAmount, order.discounts);
  const serviceAmount = roundShare(discounted, BigInt(order.serviceChargeDecimal ?? 0), PERCENT_SCALE);
  const taxes = new Map<string, number>();
  if (!order.isTaxRemoved && !order.isVat) {
    for (const [id, base] of sumByRate(lines)) {
      const rate = BigInt(order.taxRates.get(id) ?? 0);
      // The order's discounts are spread over the lines in proportion; rounded once, at the end.
      const tax =
        linesAmount === 0 ? 0 : roundShare(base, BigInt(discounted) * rate, BigInt(linesAmount) * RATE_SCALE);
      taxes.set(id, tax);
    }
  }
  const taxAmount = [...taxes.values()].reduce((sum, tax) => sum + tax, 0);
  return {
    linesAmount,
    discountAmount: discounted - linesAmount,
    serviceAmount,
    taxes,
    taxAmount,
    totalAmount: discounted + serviceAmount + taxAmount,
  };
}

function countLine({ priceAmount, unitQuantity, modificationAmounts }: TotalLine): number {
  const price =
    unitQuantity === undefined ? priceAmount : roundShare(priceAmount, BigInt(unitQuantity), QUANTITY_SCALE);
  return modificationAmounts.reduce((sum, amount) => sum + amount, price);
}

/** Percentages first, each of what the one before left, then amounts; never below nothing. */
function discount(amount: number, discounts: readonly TotalDiscount[]): number {
  let rest = amount;
  for (const each of discounts) {
    if ('percentDecimal' in each) rest -= roundShare(rest, BigInt(each.percentDecimal), PERCENT_SCALE);
  }
  for (const each of discounts) {
    if ('amount' in each) rest += each.amount;
  }
  return discounts.length > 0 ? Math.max(0, rest) : rest;
}

function sumByRate(lines: readonly (TotalLine & { readonly amount: number })[]): Map<string, number> {
  const bases = new Map<string, number>();
  for (const { taxRateIds, amount } of lines) {
    for (const id of new Set(taxRateIds)) bases.set(id, (bases.get(id) ?? 0) + amount);
  }
  return bases;
}

/** `amount` times `share` of `whole`, half up. */
function roundShare(amount: number, share: bigint, whole: bigint): number {
  const twice = 2n * BigInt(amount) * share + whole;
  const double = 2n * whole;
  const floor = twice / double - (twice % double !== 0n && twice < 0n !== double < 0n ? 1n : 0n);
  return Number(floor);
}
