import { formatDecimal } from '../money.ts';
import type { AddOnForm, GroupDraft, GroupView, Limits, OptionDraft, OptionView } from './adapter.ts';
import { writeLimits } from './limit-words.ts';
import { isOn, type Row, readRows } from './loose-values.ts';
import { foldLabel } from './option-labels.ts';
import { readOptionPrice } from './option-price.ts';

/** The keys a group must have beside what it says: without them every read logs warnings (modifiers.md 1.1). */
const DEFAULTS: Row = {
  title_format: 'label',
  description_enable: 0,
  description: '',
  placeholder_enable: 0,
  placeholder: '',
  default: '',
  restrictions: 0,
  restrictions_type: 'any_text',
  adjust_price: 0,
  price_type: 'flat_fee',
  price: '',
  min: 0,
  max: 0,
};

/** Groups of one choice, the first and the last two from before version 3 (modifiers.md 1.1). */
const ONE_CHOICE: readonly unknown[] = ['multiple_choice', 'radiobutton', 'select'];

/** WooCommerce Product Add-Ons: `_product_addons` (modifiers.md 1). */
export const PRODUCT_ADD_ONS: AddOnForm = {
  system: 'product-add-ons',
  metaKey: '_product_addons',
  readPosition: (row) => (Number.isSafeInteger(Number(row.position)) ? Number(row.position) : -1),
  readGroup: (row, digits): GroupView => ({
    number: readNumber(row.id),
    name: foldLabel(row.name),
    limits: readLimits(row),
    options: readRows(row.options).map((option) => readOption(option, digits)),
    row,
  }),
  writeGroup,
  // Only "at least one" and "just one" are enforced, nothing between (modifiers.md 1.7).
  settleLimits: ({ min, max }) => ({ min: min > 0 ? 1 : 0, max: max === 1 ? 1 : 0 }),
};

function readNumber(id: unknown): number | null {
  const number = typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : id;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

function readLimits({ type, required }: Row): Limits | null {
  const min = isOn(required) ? 1 : 0;
  if (ONE_CHOICE.includes(type)) return { min, max: 1 };
  return type === 'checkbox' ? { min, max: 0 } : null;
}

/** Without a type a price is for each piece (modifiers.md 1.1). */
function readOption(row: Row, digits: number): OptionView {
  const amount = readOptionPrice(row.price, digits);
  const isEach = row.price_type === undefined || row.price_type === '' || row.price_type === 'quantity_based';
  const isShown = row.visibility === undefined || row.visibility === '' || isOn(row.visibility);
  return { label: foldLabel(row.label), amount: isEach || amount === 0 ? amount : null, isShown, row };
}

function writeGroup(draft: GroupDraft, digits: number): Row {
  const stored = draft.stored ?? {};
  const { min, max } = PRODUCT_ADD_ONS.settleLimits(draft.limits);
  const type = max === 1 ? 'multiple_choice' : 'checkbox';
  const usual = type === 'checkbox' ? 'select' : 'radiobutton';
  const options = [...draft.options.map((option) => writeOption(option, digits)), ...draft.extras];
  return {
    ...DEFAULTS,
    ...stored,
    id: draft.number,
    name: draft.name,
    type,
    display: stored.type === type && typeof stored.display === 'string' ? stored.display : usual,
    position: draft.previousPosition + 1,
    required: min,
    ...describeLimits(draft, stored),
    default: moveDefault(stored, draft),
    options,
  };
}

function writeOption({ label, priceAmount, stored }: OptionDraft, digits: number): Row {
  return {
    image: '',
    ...stored,
    label,
    price: priceAmount === 0 ? '' : formatDecimal(priceAmount, digits),
    price_type: 'quantity_based',
    ...(stored?.visibility === undefined ? {} : { visibility: 1 }),
  };
}

/** The plugin does not enforce other limits (modifiers.md 1.7), so customers are told of them. */
function describeLimits({ limits, options }: GroupDraft, stored: Row): Row {
  const before = typeof stored.description === 'string' ? stored.description : '';
  const description = writeLimits(before, limits, options.length);
  if (description === before) return {};
  return { description, description_enable: description === '' ? 0 : 1 };
}

/** The preselected option is kept by its place, so it moves along with its option. */
function moveDefault(stored: Row, { options, extras }: GroupDraft): unknown {
  const place = stored.default;
  if (place === undefined || place === '' || !Number.isSafeInteger(Number(place))) return '';
  const row = readRows(stored.options)[Number(place)];
  const at = [...options.map((option) => option.stored), ...extras].indexOf(row ?? {});
  return at < 0 ? '' : String(at);
}
