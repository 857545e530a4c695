import type { CloverId } from '../ids.ts';
import { computeTillTotal, type TillTotal } from './order-total.ts';
import type { TicketInput } from './ticket-input.ts';
import { findItem } from './ticket-lines.ts';
import type { TicketDiscount, TicketLine } from './till-ticket.ts';

/** What is to be totalled: a ticket, or one in the making. */
export interface TaxedTicket {
  readonly lines: readonly TicketLine[];
  readonly discounts: readonly TicketDiscount[];
  readonly tax: 'till' | 'line' | 'included' | 'none';
}

/** Of one percent, in the till's scale (clover.md 6.5). */
const RATE_OF_PERCENT = 100_000;

/**
 * What the till makes of a ticket (clover.md 7.5).
 * @param freeRateIds the rates of lines without an item
 */
export function totalTicket(
  { lines, discounts, tax }: TaxedTicket,
  input: TicketInput,
  freeRateIds: readonly CloverId[] = input.till.freeLineRateIds,
): TillTotal {
  const rates = new Map([...input.items.values()].map(({ id, taxRateIds }) => [id, taxRateIds]));
  return computeTillTotal({
    lines: lines.map((line) => ({
      priceAmount: line.priceAmount,
      modificationAmounts: line.modifications.map(({ amount }) => amount),
      taxRateIds: line.itemId === null ? freeRateIds : (rates.get(line.itemId) ?? []),
    })),
    discounts: discounts.map(({ amount }) => ({ amount })),
    taxRates: input.till.taxRates,
    isTaxRemoved: tax === 'line' || tax === 'none',
    isVat: tax === 'included',
  });
}

/**
 * Whether the till's own taxes may stand: every line has the same rates on both sides, nothing else is taxed
 * in the store, and both come to the same cents, each rate for itself. `ticket` holds prices without tax.
 */
export function canTillTax(
  ticket: Omit<TaxedTicket, 'tax'>,
  storeAmount: number,
  input: TicketInput,
): boolean {
  const { order, till } = input;
  if (till.pricesIncludeTax || !till.isTypeTaxable || order.taxes.some(({ isCompound }) => isCompound))
    return false;
  if (!order.lines.every((line) => hasSameRates(line.id, ticket, input))) return false;
  if (till.freeLineRateIds.some((id) => !isKnownRate(id, input))) return false;
  const total = totalTicket({ ...ticket, tax: 'till' }, input);
  // Whether it taxes a line without an item is not known: it must make no difference.
  const other = totalTicket({ ...ticket, tax: 'till' }, input, []);
  if (total.totalAmount !== storeAmount || other.totalAmount !== storeAmount) return false;
  const store = sumByPercent(
    order.taxes.map(
      ({ percent, amount, shippingAmount }) => [readRate(percent), amount + shippingAmount] as const,
    ),
  );
  const tillTaxes = sumByPercent(
    [...total.taxes].map(([id, amount]) => [till.taxRates.get(id as CloverId) ?? 0, amount] as const),
  );
  const rates = new Set([...store.keys(), ...tillTaxes.keys()]);
  return [...rates].every((rate) => (store.get(rate) ?? 0) === (tillTaxes.get(rate) ?? 0));
}

function hasSameRates(lineId: number, ticket: Omit<TaxedTicket, 'tax'>, input: TicketInput): boolean {
  const line = input.order.lines.find(({ id }) => id === lineId);
  const made = ticket.lines.find(({ storeLineId, kind }) => storeLineId === lineId && kind === 'product');
  if (!line || !made) return true;
  const percents = new Map(input.order.taxes.map(({ rateId, percent }) => [rateId, readRate(percent)]));
  const store = line.taxRateIds.map((id) => percents.get(id) ?? Number.NaN);
  const item = made.itemId === null ? undefined : findItem(line, input);
  const own = (item?.taxRateIds ?? input.till.freeLineRateIds).map(
    (id) => input.till.taxRates.get(id) ?? Number.NaN,
  );
  const [left, right] = [store, own].map((rates) => rates.filter((rate) => rate !== 0).sort((a, b) => a - b));
  // A rate that is not known equals nothing, itself included.
  return left?.length === right?.length && (left ?? []).every((rate, index) => rate === right?.[index]);
}

const isKnownRate = (id: CloverId, { till }: TicketInput): boolean =>
  Number.isSafeInteger(till.taxRates.get(id));

const readRate = (percent: number): number => Math.round(percent * RATE_OF_PERCENT);

function sumByPercent(taxes: readonly (readonly [number, number])[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [rate, amount] of taxes) sums.set(rate, (sums.get(rate) ?? 0) + amount);
  return sums;
}

/** The name of the line that carries the store's taxes. */
export function nameTax({ order }: TicketInput): string {
  const labels = [...new Set(order.taxes.map(({ label, percent }) => `${label || 'Tax'} ${percent} %`))];
  return labels.length > 0 ? labels.join(' + ') : 'Tax';
}
