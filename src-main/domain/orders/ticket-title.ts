import { hideMarkers, KIND_WORDS } from './order-note.ts';
import { readCustomer } from './order-note-customer.ts';
import { LONGEST_TITLE, type TicketInput } from './ticket-input.ts';
import { cleanLine, cutText } from './ticket-text.ts';

const LONGEST_NUMBER = 30;
const LONGEST_WHEN = 50;

/** `#1001 Pickup today 18:30 Maria Rossi`: what a glance has to tell; the name gives way first. */
export function writeTitle(input: TicketInput, isAttention: boolean): string {
  const { order } = input;
  const { kind, when } = order.delivery;
  const parts = [
    isAttention ? 'CHECK' : '',
    `#${cutText(cleanLine(order.number || String(order.id)), LONGEST_NUMBER)}`,
    KIND_WORDS[kind],
    cutText(cleanLine(when), LONGEST_WHEN),
    readCustomer(input).name,
  ];
  return cutText(hideMarkers(parts.filter((part) => part !== '').join(' ')), LONGEST_TITLE);
}
