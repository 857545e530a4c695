import { LONGEST_NOTE, LONGEST_TITLE } from './ticket-input.ts';
import { makeMarker } from './ticket-reference.ts';
import { cutText } from './ticket-text.ts';
import type { TillTicket } from './till-ticket.ts';

/** What a till's order cannot be, and is marked as (clover.md 7.1: no such status exists there). */
export type TillMark = 'fulfilled' | 'cancelled' | 'refunded';

const MARKS = {
  fulfilled: { sign: 'TB-FULFILLED', title: 'DONE', says: 'Completed in the web store.' },
  cancelled: {
    sign: 'TB-CANCELLED',
    title: 'CANCELLED',
    says: 'Cancelled in the web store: do not make it.',
  },
  refunded: {
    sign: 'TB-REFUNDED',
    title: 'REFUNDED',
    says: 'Refunded in the web store. The payment here stays as it is: the till lets no app refund it.',
  },
} as const satisfies Record<TillMark, { sign: string; title: string; says: string }>;

/** Our mark in a note: in the last line, beside the marker, where no text of a customer stands. */
export function readMark(note: string): TillMark | null {
  const last = note.trimEnd().split('\n').at(-1) ?? '';
  const found = (Object.keys(MARKS) as TillMark[]).find((mark) => last.split(' ').includes(MARKS[mark].sign));
  return found ?? null;
}

/**
 * Title and note of a ticket that tell how it stands; null takes every mark away. `note` is the one on the till now, so that
 * what staff wrote there stays.
 */
export function writeMark(
  ticket: Pick<TillTicket, 'title' | 'reference'>,
  note: string,
  mark: TillMark | null,
): { readonly title: string; readonly note: string } {
  const marker = makeMarker(ticket.reference);
  const body = listBody(note, marker);
  if (mark === null) return { title: ticket.title, note: limitNote(body, marker) };
  const { sign, title, says } = MARKS[mark];
  return {
    title: cutText(`${title} ${ticket.title}`, LONGEST_TITLE),
    note: limitNote([says, ...body], `${sign} ${marker}`),
  };
}

/** One more sentence in a note, for what Clover cannot represent. */
export function addToNote(note: string, sentence: string): string {
  const lines = note.trimEnd().split('\n');
  const end = lines.at(-1) ?? '';
  return limitNote([sentence, ...lines.slice(0, -1).filter((line) => line !== sentence)], end);
}

function listBody(note: string, marker: string): string[] {
  const says: readonly string[] = Object.values(MARKS).map((mark) => mark.says);
  return note.split('\n').filter((line) => !line.includes(marker) && !says.includes(line));
}

const limitNote = (body: readonly string[], end: string): string => {
  const text = cutText(body.join('\n').trim(), LONGEST_NOTE - end.length - 1);
  return text === '' ? end : `${text}\n${end}`;
};
