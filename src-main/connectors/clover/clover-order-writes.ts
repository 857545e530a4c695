import { createFailure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import { foldKept } from '../../domain/orders/kept-text.ts';
import type { TicketDiscount, TicketLine, TicketModification } from '../../domain/orders/till-ticket.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { NewTillOrder } from '../../engine/order-ports.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow, readNumber, readText, type WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { createRow } from './clover-creates.ts';
import { nameOrder, readMadeLines } from './clover-order-reads.ts';
import { refuseThing } from './clover-refusal.ts';
import { readId } from './clover-rows.ts';

/** `bulk_line_items` takes so many (clover.md 7.2). */
const LINES_A_CALL = 100;

/** Begins an order without a state: it is in no list until it has one (clover.md 7.1). */
export async function beginTillOrder(client: CloverClient, order: NewTillOrder): Promise<Outcome<CloverId>> {
  const { reference, title, note, orderTypeId, isTaxRemoved, customerId } = order;
  const body = {
    externalReferenceId: reference,
    title,
    note,
    taxRemoved: isTaxRemoved,
    groupLineItems: true,
    ...(orderTypeId === null ? {} : { orderType: { id: orderTypeId } }),
    ...(customerId === null ? {} : { customers: [{ id: customerId }] }),
  };
  return mapValue(await createRow(client, '/orders', body, reference), readId);
}

/** Adds lines, then the modifications of each; the first call whose answer is lost ends it. */
export async function addTillLines(
  client: CloverClient,
  id: CloverId,
  lines: readonly TicketLine[],
): Promise<Outcome<void>> {
  for (let from = 0; from < lines.length; from += LINES_A_CALL) {
    const part = lines.slice(from, from + LINES_A_CALL);
    const made = await client.post(`${nameOrder(id)}/bulk_line_items`, { items: part.map(writeLine) });
    if (made.kind !== 'done') return refuseThing(made, id);
    const ids = assignIds(part, readMadeLines(made.value.json));
    if (ids === null) return { kind: 'unknown', failure: createFailure('NET_BROKEN_ANSWER') };
    for (const [at, line] of part.entries()) {
      const lineId = ids[at];
      if (lineId === undefined) continue;
      const added = await addTillModifications(client, id, lineId, line.modifications);
      if (added.kind !== 'done') return added;
    }
  }
  return succeed(undefined, '');
}

/** A price is needed even beside an item (clover.md 7.3). */
const writeLine = ({ itemId, name, priceAmount, note, isRevenue }: TicketLine): WireRow => ({
  ...(itemId === null ? { isRevenue } : { item: { id: itemId } }),
  name,
  price: priceAmount,
  ...(note === '' ? {} : { note }),
});

/**
 * The answer comes in no fixed order (clover.md 7.3); lines that are alike in everything may change places.
 * null where the till made others than asked for.
 */
function assignIds(lines: readonly TicketLine[], rows: readonly WireRow[]): readonly CloverId[] | null {
  const byKey = new Map<string, CloverId[]>();
  for (const row of rows) {
    const itemId = isRow(row.item) ? readText(row.item.id) : '';
    const key = nameLine(itemId, readNumber(row.price, 0), readText(row.note));
    byKey.set(key, [...(byKey.get(key) ?? []), readId(row)]);
  }
  const ids = lines.map(({ itemId, priceAmount, note }) =>
    byKey.get(nameLine(itemId ?? '', priceAmount, note))?.shift(),
  );
  return ids.every((id) => id !== undefined) && rows.length === lines.length ? (ids as CloverId[]) : null;
}

const nameLine = (itemId: string, priceAmount: number, note: string): string =>
  `${itemId} ${priceAmount} ${foldKept(note)}`;

/** Adds them to a line that is there. */
export async function addTillModifications(
  client: CloverClient,
  orderId: CloverId,
  lineId: CloverId,
  modifications: readonly TicketModification[],
): Promise<Outcome<void>> {
  const path = `${nameOrder(orderId)}/line_items/${encodeURIComponent(lineId)}/modifications`;
  for (const { modifierId, name, amount } of modifications) {
    const body = modifierId === null ? { name, amount } : { modifier: { id: modifierId }, name, amount };
    const added = await client.post(path, body);
    if (added.kind !== 'done') return refuseThing(added, name);
  }
  return succeed(undefined, '');
}

export async function addTillDiscounts(
  client: CloverClient,
  id: CloverId,
  discounts: readonly TicketDiscount[],
): Promise<Outcome<void>> {
  for (const { name, amount } of discounts) {
    const added = await client.post(`${nameOrder(id)}/discounts`, { name, amount });
    if (added.kind !== 'done') return refuseThing(added, name);
  }
  return succeed(undefined, '');
}

/** Changes fields of an order; absolute values, so a repeated one changes nothing. */
export async function updateTillOrder(
  client: CloverClient,
  id: CloverId,
  body: WireRow,
): Promise<Outcome<void>> {
  return mapValue(refuseThing(await client.post(nameOrder(id), body), id), () => undefined);
}

export async function deleteTillOrder(client: CloverClient, id: CloverId): Promise<Outcome<void>> {
  const outcome = await client.delete(nameOrder(id));
  if (outcome.kind === 'rejected' && outcome.status === 404) return succeed(undefined, '');
  return mapValue(refuseThing(outcome, id), () => undefined);
}
