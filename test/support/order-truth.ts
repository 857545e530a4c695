import type { Deeds, Sides } from './sync-changes.ts';

/** What an order in the store takes from the counts that both sides must have in the end. */
export function takeOffForOrder({ store, engine }: Sides, deeds: Deeds, orderId: number): void {
  const links = engine().links({ limit: 1000, offset: 0 });
  for (const { productId, quantity } of store.state.orders.get(orderId)?.lines ?? []) {
    const link = links.find(({ kind, wooId }) => kind === 'product' && wooId === productId);
    if (link) deeds.counts.set(link.cloverId, (deeds.counts.get(link.cloverId) ?? 0) - quantity);
  }
}

/** Web orders that the till does not have exactly once, paid once to the cent, and printed at most once. */
export function findOrderTroubles({ till, store, engine }: Sides): string[] {
  const { state } = till;
  const alerts = engine().alerts.list({ limit: 200, offset: 0 }).alerts;
  // The staff's own sales have no marker.
  const shown = [...state.orders.values()].filter(
    ({ state: word, note = '' }) => word !== undefined && note.includes('TB:'),
  );
  const orders = [...store.state.orders.keys()];
  const troubles: string[] = [];
  if (shown.length !== orders.length) troubles.push(`${shown.length} orders are shown of ${orders.length}`);
  for (const id of orders) {
    const mine = shown.filter(({ title = '' }) => new RegExp(`(^|\\D)${id}(\\D|$)`).test(title));
    const [order] = mine;
    if (mine.length !== 1 || !order) {
      troubles.push(`order ${id} is there ${mine.length} times`);
      continue;
    }
    const wanted = Math.round((store.state.orders.get(id)?.totals.total ?? 0) * 100);
    const paid = order.paymentIds.map((payment) => state.payments.get(payment)?.amount);
    if (paid.length !== 1 || paid[0] !== wanted)
      troubles.push(`order ${id}: paid ${paid.join(' ')} of ${wanted}`);
    const tickets = state.kitchen.tickets.filter(({ orderId }) => orderId === order.id).length;
    if (tickets > 1) troubles.push(`order ${id}: ${tickets} tickets`);
    if (tickets === 0 && !alerts.some(({ kind }) => kind === 'failed-print'))
      troubles.push(`order ${id}: no ticket, and nobody was told`);
  }
  return troubles;
}
