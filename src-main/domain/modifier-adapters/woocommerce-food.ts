import { formatDecimal } from '../money.ts';
import type { AddOnForm, GroupDraft, GroupView, Limits, OptionDraft, OptionView } from './adapter.ts';
import { isOn, type Row, readCount, readRows } from './loose-values.ts';
import { foldLabel } from './option-labels.ts';
import { readOptionPrice } from './option-price.ts';

const DEFAULTS: Row = { _enb_img: '', _price_type: '', _price: '', _display_type: '' };
const ONE_CHOICE: readonly unknown[] = ['radio', 'select'];

/** WooCommerce Food by Ex-Themes: `exwo_options` (modifiers.md 2). */
export const WOOCOMMERCE_FOOD: AddOnForm = {
  system: 'woocommerce-food',
  metaKey: 'exwo_options',
  readPosition: () => -1,
  readGroup: (row, digits): GroupView => ({
    number: readNumber(row._id),
    name: foldLabel(row._name),
    limits: readLimits(row),
    options: readRows(row._options).map((option) => readOption(option, digits)),
    row,
  }),
  writeGroup,
  settleLimits: (limits) => limits,
};

function readNumber(id: unknown): number | null {
  const digits = typeof id === 'string' ? /^exwo-id(\d+)$/.exec(id)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/** Counts of one option (`_enb_qty` of newer releases) are nothing the till has (modifiers.md 2.1). */
function readLimits(row: Row): Limits | null {
  const least = isOn(row._required) ? 1 : 0;
  if (isOn(row._enb_qty)) return null;
  if (ONE_CHOICE.includes(row._type)) return { min: least, max: 1 };
  if (row._type !== '' && row._type !== undefined && row._type !== 'checkbox') return null;
  return { min: Math.max(least, readCount(row._min_op)), max: readCount(row._max_op) };
}

function readOption(row: Row, digits: number): OptionView {
  const amount = readOptionPrice(row.price, digits);
  const isEach = row.type === undefined || row.type === '';
  return {
    label: foldLabel(row.name),
    amount: isEach || amount === 0 ? amount : null,
    isShown: !isOn(row.dis),
    row,
  };
}

/** An optional single choice has no "None" among radio buttons, so it is a checkbox of one (modifiers.md 2.4). */
function writeGroup(draft: GroupDraft, digits: number): Row {
  const stored = draft.stored ?? {};
  const { min, max } = draft.limits;
  const isOne = min === 1 && max === 1;
  const choice = stored._type === 'select' ? 'select' : 'radio';
  return {
    ...DEFAULTS,
    ...stored,
    _name: draft.name,
    _type: isOne ? choice : '',
    _required: min > 0 ? 'yes' : '',
    _min_op: isOne || min === 0 ? '' : String(min),
    _max_op: isOne || max === 0 ? '' : String(max),
    _id: `exwo-id${draft.number}`,
    _options: [...draft.options.map((option) => writeOption(option, digits)), ...draft.extras],
  };
}

function writeOption({ label, priceAmount, stored }: OptionDraft, digits: number): Row {
  const price = priceAmount === 0 ? '' : formatDecimal(priceAmount, digits);
  return { def: '', image: '', ...stored, name: label, type: '', price, dis: '' };
}
