import { readNow, type Shop } from '../shop.ts';
import type { KeptStatus, OrderNote } from './order.ts';

/** What a note is written with. */
export interface NoteFields {
  readonly author?: string;
  readonly isForCustomer?: boolean;
}

export const STATUS_NAMES: Readonly<Record<KeptStatus, string>> = {
  pending: 'Pending payment',
  processing: 'Processing',
  'on-hold': 'On hold',
  completed: 'Completed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
  failed: 'Failed',
  'checkout-draft': 'Draft',
  'auto-draft': 'Auto draft',
  trash: 'Trash',
};

/** Writes a note beside an order; the order's date does not move (woocommerce.md 2.2). */
export function addNote(shop: Shop, orderId: number, text: string, fields: NoteFields = {}): OrderNote {
  const note: OrderNote = {
    id: shop.state.ids.comment,
    createdMs: readNow(shop),
    author: fields.author ?? 'WooCommerce',
    text,
    isForCustomer: fields.isForCustomer ?? false,
  };
  shop.state.ids.comment += 1;
  const before = shop.state.notes.get(orderId);
  if (before) before.push(note);
  else shop.state.notes.set(orderId, [note]);
  return note;
}

/** The note WooCommerce writes when an order turns. */
export function noteStatus(shop: Shop, orderId: number, from: KeptStatus, to: KeptStatus): void {
  const text = `Order status changed from ${STATUS_NAMES[from]} to ${STATUS_NAMES[to]}.`;
  addNote(shop, orderId, text);
  shop.hooks.fire('action.woocommerce_order_status_changed', orderId);
}

/** The notes of an order, the newest second first. */
export const listNotes = (shop: Shop, orderId: number): readonly OrderNote[] =>
  (shop.state.notes.get(orderId) ?? []).toSorted(
    (left, right) => right.createdMs - left.createdMs || left.id - right.id,
  );

/** Takes a note away for good. */
export function removeNote(shop: Shop, orderId: number, noteId: number): void {
  const notes = shop.state.notes.get(orderId) ?? [];
  shop.state.notes.set(
    orderId,
    notes.filter(({ id }) => id !== noteId),
  );
}
