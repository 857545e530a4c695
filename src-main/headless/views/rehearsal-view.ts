import { describeFailure } from '../../../src-preload/contract/failures.ts';
import { EVENT_SENTENCES, REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import { formatMoney } from '../../domain/money.ts';
import type { ActWhat, HeldFlag, HeldWrite, RehearsalState } from '../../engine/face.ts';
import { SERVICE_OF_SIDE } from '../side-words.ts';
import { cleanText, cutText } from '../terminal/display-width.ts';
import { formatCount, formatIso, formatPieces } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';
import { nameField, type ValueFormat } from './field-values.ts';

const WIDEST_NAME = 36;
const WIDEST_CHANGE = 60;

const ACT_WORDS: Readonly<Record<ActWhat, string>> = {
  'order-type': 'make the order type',
  tender: 'make the tender',
  'till-note': 'write on the order',
  removal: 'remove the unused order',
  payment: 'record the payment of',
  print: 'print the ticket',
  status: 'set the status',
  'store-note': 'add the note',
  refund: 'record the refund of',
};

const FLAG_WORDS: Readonly<Record<HeldFlag, string>> = {
  braked: 'stopped by the brake',
  'price-leap': 'a big price change',
  'zero-stock': 'comes to zero',
};

/** A write that was held back, as scripts get it. */
export const createHeldDocument = ({ atMs, side, fields, id: _id, reason, ...write }: HeldWrite) => ({
  ...write,
  at: formatIso(atMs),
  side: side === null ? null : SERVICE_OF_SIDE[side],
  why: reason && REASON_SENTENCES[reason],
  fields: fields.map(({ rule, ...field }) => ({ ...field, why: rule && EVENT_SENTENCES[rule] })),
});

export const createRehearsalDocument = ({
  startedMs,
  lastPassMs,
  failure,
  brakes,
  counts,
}: RehearsalState) => ({
  rehearsing: startedMs !== null,
  startedAt: formatIso(startedMs),
  lastLookAt: formatIso(lastPassMs),
  failure: failure && describeFailure(failure),
  brakes: brakes.map(describeFailure),
  counts,
});

export const listHeldWrites = (writes: readonly HeldWrite[], values: ValueFormat, paint: Palette): string[] =>
  layOutTable(
    [{ title: 'Side' }, { title: 'Name' }, { title: 'Would be written' }, { title: '' }],
    writes.map((write) => [
      write.side ?? 'asks you',
      cutText(cleanText(write.order || write.act?.order ? `order ${write.name}` : write.name), WIDEST_NAME),
      cutText(describeHeld(write, values), WIDEST_CHANGE),
      paint.yellow(write.flags.map((flag) => FLAG_WORDS[flag]).join(', ')),
    ]),
  );

function describeHeld({ kind, fields, order, act }: HeldWrite, values: ValueFormat): string {
  if (order) {
    const total = formatMoney(order.totalAmount + order.tipAmount, order.currency);
    const lines = `${formatPieces(order.lines.length, 'line')}, ${total}`;
    return `${lines}${order.isInWords ? ', in words' : ''}${order.isPrinted ? ', printed' : ''}`;
  }
  if (act) {
    const isMoney = act.what === 'payment' || act.what === 'refund';
    const to = isMoney ? values.money(Number(act.to)) : cleanText(act.to);
    return `${ACT_WORDS[act.what]} ${to}`.trim();
  }
  const told = fields.map(({ field, from, to }) => {
    const next = values.format(field, to);
    return kind === 'new'
      ? `${nameField(field)} ${next}`
      : `${nameField(field)} ${values.format(field, from)} → ${next}`;
  });
  return `${kind === 'new' ? 'new: ' : ''}${told.join('; ')}`;
}

/** How many of what, and what to look at. */
export function summarizeRehearsal({ counts, brakes, failure }: RehearsalState, paint: Palette): string[] {
  const { kinds, sides, flags, linked, total } = counts;
  const asks = kinds.conflict > 0 ? `; ${formatPieces(kinds.conflict, 'conflict')} would ask you` : '';
  return [
    total === 0
      ? 'Nothing would have been written so far.'
      : `Held back: ${formatCount(sides.till)} for the till, ${formatCount(sides.store)} for the store${asks}.`,
    ...(linked > 0 ? [`${formatPieces(linked, 'pair')} found without a write.`] : []),
    ...(flags['price-leap'] > 0
      ? [paint.yellow(`${formatPieces(flags['price-leap'], 'big price change')}: look at these first.`)]
      : []),
    ...(flags['zero-stock'] > 0
      ? [paint.yellow(`${formatPieces(flags['zero-stock'], 'count')} would come to zero.`)]
      : []),
    ...brakes.map((brake) => paint.yellow(describeFailure(brake).message)),
    ...(failure ? [paint.yellow(describeFailure(failure).message)] : []),
  ];
}
