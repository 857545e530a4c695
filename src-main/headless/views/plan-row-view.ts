import { NOTE_SENTENCES, REASON_SENTENCES } from '../../../src-preload/contract/reasons.ts';
import type { FieldDecision } from '../../domain/fields.ts';
import type { RunChange } from '../../engine/ledger-ports.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatCount } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { nameField, type ValueFormat } from './field-values.ts';

/** One row of a plan for people: what it is, why, and what would change. */
export function describePlanRow(row: RunChange, values: ValueFormat, paint: Palette): string[] {
  const title = `  ${paint.cyan(cleanText(row.name))}${describeCode(row)}`;
  switch (row.action) {
    case 'review':
      return [`${title}  ${REASON_SENTENCES[row.reason]}`, ...describeSuggestions(row, paint)];
    case 'conflict':
      return [
        title,
        ...row.decisions.filter((it) => it.verdict === 'conflict').map((it) => describeClash(it, values)),
      ];
    case 'create_woo':
    case 'create_clover':
      return [`${title}${describePrice(row, values)}`, ...describeNotes(row, paint)];
    default:
      return [
        `${title}  ${REASON_SENTENCES[row.reason]}`,
        ...row.decisions.flatMap((it) => describeChange(it, values)),
        ...describeNotes(row, paint),
      ];
  }
}

const describeCode = ({ kind, sku }: RunChange): string => {
  const code = cleanText(sku);
  return `${kind === 'category' ? ' (category)' : ''}${code === '' ? '' : `  ${code}`}`;
};

function describePrice({ decisions }: RunChange, values: ValueFormat): string {
  const price = decisions.find((decision) => decision.field === 'price');
  return price === undefined ? '' : `  ${values.format('price', price.wanted)}`;
}

function describeSuggestions({ cloverId, suggestions }: RunChange, paint: Palette): string[] {
  const lines = suggestions.map(
    ({ wooId, name, sku, score }) =>
      `    perhaps product ${wooId}, ${cleanText(name)}${sku === '' ? '' : ` (${cleanText(sku)})`}, ${formatCount(score)} of 100`,
  );
  const [first] = suggestions;
  if (cloverId === null || !first) return lines;
  return [...lines, paint.dim(`    to decide: --link ${cloverId}=${first.wooId} or --create ${cloverId}`)];
}

const describeClash = ({ field, wanted, till, store }: FieldDecision, values: ValueFormat): string =>
  `    ${nameField(field)}: till ${values.format(field, till ?? wanted)}, store ${values.format(field, store)}`;

/** One that is written, with its side where that is the till. */
function describeChange(
  { field, wanted, store, till, pushed, verdict }: FieldDecision,
  values: ValueFormat,
): string[] {
  const show = (value: FieldDecision['store']): string => values.format(field, value);
  if (verdict === 'write') return [`    ${nameField(field)}: ${show(store)} -> ${show(wanted)}`];
  if (verdict !== 'push') return [];
  return [`    ${nameField(field)} on the till: ${show(till ?? wanted)} -> ${show(pushed)}`];
}

/** A blank SKU is so common that it is no news in a list. */
const describeNotes = ({ notes }: RunChange, paint: Palette): string[] =>
  notes
    .filter((note) => note !== 'SKU_BLANK')
    .map((note) => `    ${paint.yellow('note')} ${NOTE_SENTENCES[note]}`);
