import type {
  ActWhatShape,
  HeldFlagShape,
  HeldKindShape,
  HeldWriteShape,
  RehearsalStateShape,
} from '../../../src-preload/contract/rehearsal-channels.ts';
import { CHOICE_TONE } from '../../components/conflict-face.ts';
import { nameField } from '../../components/field-name.ts';
import { formatFieldValue } from '../../components/field-value.ts';
import { formatMoney } from '../../components/money.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';

interface Face {
  readonly word: string;
  readonly tone: Tone;
}

export const KIND_FACES: Readonly<Record<HeldKindShape, Face>> = {
  new: { word: t('New'), tone: 'good' },
  change: { word: t('Changes'), tone: 'accent' },
  stock: { word: t('Stock'), tone: 'accent' },
  order: { word: t('Orders'), tone: 'accent' },
  act: { word: t('Order status'), tone: 'quiet' },
  conflict: { word: t('Conflicts'), tone: CHOICE_TONE },
};
export const KINDS = Object.keys(KIND_FACES) as readonly HeldKindShape[];

export const FLAG_FACES: Readonly<Record<HeldFlagShape, Face>> = {
  braked: { word: t('Stopped by the brake'), tone: 'bad' },
  'price-leap': { word: t('Big price change'), tone: 'waiting' },
  'zero-stock': { word: t('Comes to zero'), tone: 'waiting' },
};
export const FLAGS = Object.keys(FLAG_FACES) as readonly HeldFlagShape[];

/** Whether both sides were looked at since it began: what was seen before is no word about it. */
export const hasLooked = ({
  startedMs,
  lastPassMs,
}: Pick<RehearsalStateShape, 'startedMs' | 'lastPassMs'>): boolean =>
  startedMs !== null && lastPassMs !== null && lastPassMs >= startedMs;

/** Why nothing is in the list. @param conflicts that wait for a person: neither side is written because of them */
export function sayNothingHeld(
  state: Pick<RehearsalStateShape, 'startedMs' | 'lastPassMs'>,
  conflicts: number,
): string {
  if (!hasLooked(state)) return t('Both sides are being looked at for the first time.');
  return conflicts > 0
    ? t(
        'Both sides were looked at. {{count}} conflicts wait for your answer under Conflicts; everything else agrees.',
        { count: conflicts },
      )
    : t('Both sides were looked at and agree. Change a price on the till, and it appears here.');
}

/** Where it would be written. */
export const nameSide = ({ side }: Pick<HeldWriteShape, 'side'>): string => {
  if (side === null) return t('Asks you');
  return side === 'till' ? t('To the till') : t('To the store');
};

export const nameHeld = ({ name, order, act }: HeldWriteShape): string => {
  if (order || act?.order) return t('Order {{number}}', { number: name });
  return name;
};

/** One line: what would be written. @param currency of prices */
export function sayHeld(write: HeldWriteShape, currency: string): string {
  const { kind, fields, order, act } = write;
  if (order) return sayOrder(order);
  if (act) return sayAct(act, currency);
  const told = fields.map(({ field, from, to }) => {
    const [name, after] = [nameField(field), formatFieldValue(field, to, currency)];
    if (kind === 'new') return `${name} ${after}`;
    const before = formatFieldValue(field, from, currency);
    if (kind === 'conflict')
      return t('{{field}}: till {{till}}, store {{store}}', { field: name, till: before, store: after });
    return `${name} ${before} → ${after}`;
  });
  return told.join(' · ');
}

function sayOrder(order: NonNullable<HeldWriteShape['order']>): string {
  const total = formatMoney(order.totalAmount + order.tipAmount, order.currency);
  const lines = t('{{count}} lines, {{total}}', { count: order.lines.length, total });
  return [
    lines,
    ...(order.isInWords ? [t('in words, since it cannot be mapped')] : []),
    ...(order.isPrinted ? [t('a ticket prints')] : []),
  ].join(' · ');
}

const ACT_SENTENCES: Readonly<Record<ActWhatShape, (to: string) => string>> = {
  'order-type': (to) => t('Makes the order type “{{name}}”', { name: to }),
  tender: (to) => t('Makes the tender “{{name}}”', { name: to }),
  'till-note': (to) => t('Writes on it: {{text}}', { text: to }),
  removal: () => t('Removes an order that was begun and never shown'),
  payment: (to) => t('Records the payment of {{amount}}', { amount: to }),
  print: () => t('Prints the ticket'),
  status: (to) => t('Sets the status: {{status}}', { status: to }),
  'store-note': (to) => t('Adds the note: {{text}}', { text: to }),
  refund: (to) => t('Records the refund of {{amount}}', { amount: to }),
};

function sayAct({ what, to }: NonNullable<HeldWriteShape['act']>, currency: string): string {
  const isMoney = what === 'payment' || what === 'refund';
  return ACT_SENTENCES[what](isMoney ? formatMoney(Number(to), currency) : to);
}
