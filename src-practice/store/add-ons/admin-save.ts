import type { Fields } from '../rest/failure.ts';
import { toRows, toText } from '../rest/values.ts';

/** Every key of a Product Add-Ons group with what a save in wp-admin puts where there is none. */
const GROUP: Readonly<Record<string, unknown>> = {
  name: '',
  title_format: 'label',
  default: '',
  description_enable: 0,
  description: '',
  placeholder_enable: 0,
  placeholder: '',
  type: 'multiple_choice',
  display: 'select',
  position: 0,
  required: 0,
  restrictions: 0,
  restrictions_type: 'any_text',
  adjust_price: 0,
  price_type: 'flat_fee',
  price: '',
  min: 0,
  max: 0,
};

/**
 * The value of `_product_addons` after a person saved the product without a change: other plugins' keys
 * are gone, new defaults are there, texts are cleaned, numbers are as the form sent them.
 */
export const saveProductAddOns = (value: unknown): readonly Fields[] =>
  toRows(value).map((group, at) => ({
    ...Object.fromEntries(
      Object.entries(GROUP).map(([key, fallback]) => [key, cleanValue(group[key] ?? fallback)]),
    ),
    id: Number(group.id ?? 0),
    position: at,
    options: toRows(group.options).map((option) => ({
      label: cleanText(toText(option.label)),
      price: trimPrice(toText(option.price)),
      image: toText(option.image),
      price_type: toText(option.price_type) || 'quantity_based',
      visibility: 1,
    })),
  }));

/** The value of `exwo_options` after such a save: all texts, with the keys of newer releases. */
export const saveFoodOptions = (value: unknown): readonly Fields[] =>
  toRows(value).map((group) => ({
    _name: cleanText(toText(group._name)),
    _type: toText(group._type),
    _required: toText(group._required),
    _min_op: toText(group._min_op),
    _max_op: toText(group._max_op),
    _enb_qty: '',
    _enb_img: toText(group._enb_img),
    _price_type: toText(group._price_type),
    _price: toText(group._price),
    _display_type: toText(group._display_type),
    _id: toText(group._id),
    _options: toRows(group._options).map((option) => ({
      name: cleanText(toText(option.name)),
      type: toText(option.type),
      price: trimPrice(toText(option.price)),
      def: toText(option.def),
      dis: toText(option.dis),
      image: toText(option.image),
      min: '',
      max: '',
    })),
  }));

const cleanValue = (value: unknown): unknown =>
  typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : value;

/** WordPress cleans a text field: no tags, single spaces, `&` and `<` as entities. */
function cleanText(text: string): string {
  const plain = text.replace(/<[a-z/][^>]*>/gi, '').replace(/%[0-9a-f]{2}/gi, '');
  const bare = plain.replace(/[^\S\n]+/g, ' ').trim();
  return bare.replace(/&(?!#?\w+;)/g, '&amp;').replaceAll('<', '&lt;');
}

/** Decimals that say nothing are cut: "2.50" is "2.5". */
const trimPrice = (price: string): string => (/\./.test(price) ? price.replace(/\.?0+$/, '') : price);
