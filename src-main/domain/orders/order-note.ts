import { formatDecimal } from '../money.ts';
import { readCustomer } from './order-note-customer.ts';
import { listRemarkWords } from './order-note-remarks.ts';
import { LONGEST_NOTE, type TicketInput } from './ticket-input.ts';
import { makeMarker, makeReference } from './ticket-reference.ts';
import { cleanLine, cleanText, cutText } from './ticket-text.ts';
import type { TicketRemark } from './till-ticket.ts';

export interface OrderNote {
  /** At most 2,047 characters; the marker is its last line. */
  readonly note: string;
  /** Texts that the note has no room for: they go onto lines of their own. */
  readonly overflow: readonly string[];
}

/** A short part never takes more, so that the long ones have room. */
const LONGEST_PART = 300;
/** Less of a text than this says nothing. */
const LEAST_ROOM = 24;

/** Everything about an order that is no line of it: for the cook, the cashier and the driver. */
export function writeNote(
  input: TicketInput,
  money: { readonly storeAmount: number; readonly tipAmount: number },
  remarks: readonly TicketRemark[],
): OrderNote {
  const { order } = input;
  const marker = makeMarker(makeReference(order.id, input.attempt, input.shopSalt));
  const words = listRemarkWords(remarks);
  const clean = (parts: readonly string[]): string[] =>
    parts.map((part) => cutText(hideMarkers(cleanLine(part)), LONGEST_PART));
  return fillNote(
    {
      head: clean([`Web order ${order.number || order.id}`, writeDelivery(input)]),
      // An allergy is read before anything is cooked: people's own words stand above the payment.
      words: [
        words.length > 0 ? `CHECK: ${words.join('; ')}` : '',
        titled('Instructions', order.delivery.instructions),
        titled('Customer’s note', order.note),
      ].map((part) => hideMarkers(cleanText(part))),
      foot: clean([
        ...writeCustomer(input),
        writePayment(input, money),
        order.coupons.length > 0 ? `Coupons: ${order.coupons.map(({ code }) => code).join(', ')}` : '',
        `Shipping: ${order.shipping
          .filter(({ amount }) => amount === 0)
          .map(({ name }) => name)
          .join(', ')}`.replace(/^Shipping: $/, ''),
      ]),
    },
    marker,
  );
}

interface NoteParts {
  readonly head: readonly string[];
  readonly words: readonly string[];
  readonly foot: readonly string[];
}

/** As much of the words as head and foot leave room for, and the marker below them, whatever they are. */
function fillNote({ head, words, foot }: NoteParts, marker: string): OrderNote {
  const isText = (part: string): boolean => part !== '';
  const fixed = [...head, ...foot].filter(isText);
  const kept: string[] = [];
  const overflow: string[] = [];
  let room = LONGEST_NOTE - marker.length - fixed.reduce((sum, part) => sum + part.length + 1, 0);
  for (const part of words.filter(isText)) {
    if (part.length + 1 <= room) kept.push(part);
    else {
      // In full below the lines; what fits stands here too.
      overflow.push(part);
      if (room <= LEAST_ROOM) continue;
      kept.push(cutText(part, room - 1));
    }
    room -= (kept.at(-1) ?? '').length + 1;
  }
  return { note: [...head.filter(isText), ...kept, ...foot.filter(isText), marker].join('\n'), overflow };
}

export const KIND_WORDS = {
  pickup: 'Pickup',
  delivery: 'Delivery',
  'dine-in': 'Dine-in',
  unknown: '',
} as const;

function writeDelivery({ order: { delivery } }: TicketInput): string {
  return [
    KIND_WORDS[delivery.kind],
    delivery.when || (delivery.kind === 'unknown' ? '' : 'as soon as possible'),
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function writeCustomer(input: TicketInput): string[] {
  const { name, contact, address, isAddressHeld } = readCustomer(input);
  return [
    titled('Customer', [name, ...contact].filter((word) => word !== '').join(', ')),
    isAddressHeld ? 'Address: see the web store' : titled('Address', address.join(', ')),
  ];
}

function writePayment(
  { order, till }: TicketInput,
  money: { storeAmount: number; tipAmount: number },
): string {
  const write = (amount: number) => `${formatDecimal(amount, till.digits)} ${order.currency}`;
  const method = order.payment.title || order.payment.method;
  if (money.storeAmount === 0 && money.tipAmount === 0) return 'Nothing to pay';
  if (order.paidMs === null)
    return `NOT PAID: ${write(money.storeAmount)}${method === '' ? '' : ` (${method})`}`;
  const tip = money.tipAmount > 0 ? `, tip ${write(money.tipAmount)}` : '';
  return `Paid ${write(money.storeAmount)}${tip}${method === '' ? '' : ` (${method})`}`;
}

/** Of a text of nothing but signs that the till cannot keep, no title is left either. */
const titled = (title: string, text: string): string => (cleanText(text) === '' ? '' : `${title}: ${text}`);

/** A customer's text that looks like a marker would make another order of this one. */
export const hideMarkers = (text: string): string => text.replace(/TB([:-])(?=\S)/gi, 'TB$1 ');
