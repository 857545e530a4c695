import { guardFormula, writeCsv } from '../../domain/csv.ts';
import type { FieldName, FieldValue } from '../../domain/fields.ts';
import { formatDecimal, readMinorDigits } from '../../domain/money.ts';
import type { HeldWrite } from '../rehearsal-face.ts';

const HEAD = ['When', 'Side', 'What', 'Name', 'SKU', 'Field', 'From', 'To', 'Worth a look'] as const;

export interface CsvWords {
  /** ISO 4217 of both sides. */
  readonly currency: string;
  readonly categoryNames: ReadonlyMap<string, string>;
}

/** One line a field, one for each line of a ticket, one for anything else: for a spreadsheet. */
export const exportHeld = (writes: readonly HeldWrite[], words: CsvWords): string =>
  writeCsv([HEAD, ...writes.flatMap((write) => listLines(write, words))]);

function listLines(write: HeldWrite, words: CsvWords): string[][] {
  const { atMs, side, kind, name, sku, flags, fields, order, act } = write;
  const when = new Date(atMs).toISOString();
  const start = [when, side ?? 'both', kind, guardFormula(name), guardFormula(sku)];
  const end = flags.join(' ');
  if (order) {
    const amount = (value: number): string => writeAmount(value, order.currency);
    const total = [...start, 'total', '', amount(order.totalAmount + order.tipAmount), end];
    return [
      total,
      ...order.lines.map((it) => [
        ...start,
        'line',
        '',
        guardFormula(`${it.name} ${amount(it.amount)}`),
        end,
      ]),
    ];
  }
  if (act) {
    const isMoney = act.what === 'payment' || act.what === 'refund';
    const to = isMoney ? writeAmount(Number(act.to), words.currency) : act.to;
    return [[...start, act.what, guardFormula(act.from ?? ''), guardFormula(to), end]];
  }
  if (fields.length === 0) return [[...start, '', '', '', end]];
  return fields.map(({ field, from, to }) => [
    ...start,
    field,
    guardFormula(writeValue(field, from, words)),
    guardFormula(writeValue(field, to, words)),
    end,
  ]);
}

const writeAmount = (amount: number, currency: string): string =>
  formatDecimal(amount, readMinorDigits(currency));

function writeValue(field: FieldName, value: FieldValue, { currency, categoryNames }: CsvWords): string {
  if (value === null) return '';
  if (field === 'price' && typeof value === 'number') return writeAmount(value, currency);
  if (typeof value !== 'object') return String(value);
  return value
    .map((part) => (typeof part === 'string' ? (categoryNames.get(part) ?? part) : part.name))
    .join(', ');
}
