import { describe, expect, it } from 'vitest';
import { createFailure, FAILURE_CODES, type FailureCode } from '../../../../src-main/domain/failure.ts';
import { ORDER_STEPS } from '../../../../src-main/domain/orders/order-flow.ts';
import type { StatusAction } from '../../../../src-main/domain/orders/order-status-decision.ts';
import { type EventText, tellEvent, writeStatus } from '../../../../src-main/domain/orders/order-story.ts';
import { ENGLISH } from '../../../../src-main/ipc/words.ts';

/** Every word that an event may carry: one that is missing here does not compile. */
const WORDS: Readonly<
  Record<
    Exclude<
      EventText,
      | ''
      | FailureCode
      | `${number} lines${string}`
      | `refused: ${FailureCode}; goes in words`
      | `the store’s note: ${FailureCode}`
    >,
    true
  >
> = {
  begun: true,
  'begun anew': true,
  'was gone': true,
  shown: true,
  found: true,
  'paid found': true,
  'planned anew': true,
  'placed anew': true,
  'nothing to pay': true,
  'to be paid at the till': true,
  'paid at the till': true,
  'left to the till': true,
  'sent to the printer': true,
  'reprint sent to the printer': true,
  'the printer’s answer was lost': true,
  'the till says that it was printed': true,
  'the store moved meanwhile': true,
  'a person lets it go on': true,
  'sent anew': true,
};

/** What an order may meet on its way. */
const CODES = FAILURE_CODES.filter((code) => /^(ORDER|CLOVER|WOO|NET)_/.test(code));

const KINDS = [
  ...ORDER_STEPS,
  ...['person', 'prerequisite', 'not-due', 'closed', 'unproved', 'retry', 'reprint', 'acknowledged'],
  ...['by-hand', 'status', 'total', 'removed', 'flagged', 'print'],
];

const TOLD = createFailure('ORDER_TILL_KEEPS_PAYMENT');
const ACTIONS: readonly StatusAction[] = [
  ...(['processing', 'completed', 'cancelled', 'refunded'] as const).map(
    (to): StatusAction => ({ kind: 'set-store', from: 'processing', to }),
  ),
  ...(['fulfilled', 'cancelled', 'refunded', null] as const).map(
    (mark): StatusAction => ({ kind: 'mark-till', mark }),
  ),
  { kind: 'delete-till' },
  { kind: 'note-store', says: TOLD },
  { kind: 'note-till', says: TOLD },
  { kind: 'restock' },
];
const STATUSES = ['processing', 'cancelled', 'refunded', 'trash', 'gone', 'wc-brewing'];
const TILL_STATUSES = ['open', 'paid', 'fulfilled', 'cancelled', 'refunded', 'partly-refunded'];

/** A sentence of words: no code, no name of a step, no sign of a machine. */
function expectSentence(what: string, text: string): void {
  const sentence = tellEvent({ what, text }, ENGLISH);
  expect(sentence, `${what} "${text}"`).toMatch(/^[A-Z].*[.]$/s);
  expect(sentence, `${what} "${text}"`).not.toMatch(
    /[A-Z]+_[A-Z]|\b(set|mark|delete|note)-(till|store)\b|\bnot-due\b|Something was|[{}[\]]| {2}|[.][.]| [.,]|undefined/,
  );
}

describe('every event of an order', () => {
  it.each(KINDS)('of the kind "%s" is a sentence for a manager, whatever it carries', (what) => {
    for (const text of ['', ...Object.keys(WORDS), ...CODES]) expectSentence(what, text);
    for (const text of ['1 lines', '12 lines, in words', '3 lines, signs left out'])
      expectSentence(what, text);
    for (const code of CODES) {
      expectSentence(what, `refused: ${code}; goes in words`);
      expectSentence(what, `the store’s note: ${code}`);
    }
    for (const text of [
      'processing',
      'set-store, restock',
      'mark-till, note-store',
      'a person has looked at it',
    ])
      expectSentence(what, text);
  });

  it('is one of whatever was carried over, alone or together', () => {
    for (const store of STATUSES)
      for (const till of TILL_STATUSES)
        for (const first of ACTIONS)
          for (const second of ACTIONS)
            expectSentence(
              'status',
              writeStatus(first === second ? [first] : [first, second], { store, till }),
            );
  });

  it.each([
    ['placed', '3 lines', 'It is on the till with 3 lines.'],
    ['placing', '1 lines, in words', 'It is being put on the till with 1 line, in words.'],
    ['paid', 'found', 'Its payment is recorded on the till: it was there already.'],
    ['placed', 'found', 'It is on the till: it was there already.'],
    ['removed', 'ABC123DEF4567', 'What was begun on the till before is gone from there.'],
    ['printed', 'ORDER_PRINT_FAILED', 'The ticket was not printed.'],
    [
      'status',
      'from till cancelled, set-store cancelled, restock',
      'Cancelled on the till: the store was told, where it is cancelled now, and its pieces go back into stock.',
    ],
    ['reported', 'set-store, restock', 'The store was told, and its pieces go back into stock.'],
    ['placing', 'on-hold', 'In the store it is on-hold now.'],
    ['total', 'the till’s total was changed there', 'The till’s total was changed there.'],
  ])('%s "%s" is told as "%s"', (what, text, told) => {
    expect(tellEvent({ what, text }, ENGLISH)).toBe(told);
  });
});
