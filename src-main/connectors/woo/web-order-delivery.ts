import type { WebDelivery, WebMeta } from '../../domain/orders/web-order.ts';
import { isRow, readRows, readText, type WireRow } from '../wire-values.ts';

const LONGEST_PART = 200;

/** Kinds by their words, as plugins and ways of shipping use them. */
const KINDS: readonly (readonly [WebDelivery['kind'], RegExp])[] = [
  ['pickup', /pick.?up|take.?a?way|collect|abhol|emporter|recoger|ritiro/i],
  ['dine-in', /dine.?in|eat.?in|table/i],
  ['delivery', /deliver|liefer|livraison|consegna|entrega/i],
];

/**
 * Keys under which plugins keep how and when an order is wanted. There is no common one; these are told by their words, hidden
 * ones (`_orddd_time_slot`) and those of the block checkout (`_wc_other/shop/delivery-time`) alike.
 */
const METHOD_KEY = /(?:order|delivery|fulfil+ment|shipping)[-_ ]?(?:method|type|mode|option)$/i;
const DATE_KEY =
  /(?:deliver\w*|pick.?up|collection|order|slot|deli)[-_ ]?\w*(?:date|day)\b|(?:date|day)[-_ ]?(?:to[-_ ])?(?:deliver|pick.?up|deli)/i;
const TIME_KEY =
  /(?:deliver\w*|pick.?up|collection|order|slot|deli)[-_ ]?\w*(?:time|slot|hour)|time[-_ ]?(?:to[-_ ])?(?:deliver|pick.?up|deli|slot)/i;
const TABLE_KEY = /(?:^|[-_ ])table(?:[-_ ]?(?:no|number|nr|name|id))?$/i;
const INSTRUCTION_KEY = /instruction|gate|door|floor|buzzer|allerg/i;
/** A timestamp beside its text says nothing more to a cook. */
const STAMP = /timestamp|_unix|utc/i;

/** How the order reaches the customer: what the store and a known kind of meta say; nothing is guessed from silence. */
export function readDelivery(row: WireRow, meta: readonly WebMeta[]): WebDelivery {
  const ways = readRows(row.shipping_lines);
  const told = meta.flatMap(readTold);
  const pick = (pattern: RegExp): string[] =>
    told.filter(({ key }) => pattern.test(key) && !STAMP.test(key)).map(({ text }) => text);
  const tables = pick(TABLE_KEY).map((table) => `Table ${table}`);
  const words = [
    ...pick(METHOD_KEY),
    ...ways.flatMap((way) => [readText(way.method_id), readText(way.method_title)]),
  ];
  const kind = tables.length > 0 ? 'dine-in' : findKind(words);
  return {
    kind,
    when: unique([...pick(DATE_KEY), ...pick(TIME_KEY)]).join(' '),
    address: kind === 'pickup' || kind === 'dine-in' ? [] : readAddress(row),
    instructions: unique([...tables, ...pick(INSTRUCTION_KEY)]).join(', '),
  };
}

function readTold({ key, value }: WebMeta): { readonly key: string; readonly text: string }[] {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? [] : [{ key, text: text.slice(0, LONGEST_PART) }];
}

function findKind(words: readonly string[]): WebDelivery['kind'] {
  for (const word of words) for (const [kind, pattern] of KINDS) if (pattern.test(word)) return kind;
  return 'unknown';
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Where it goes; the billing address is nobody's door unless the store ships to it. */
function readAddress(row: WireRow): string[] {
  const shipping = isRow(row.shipping) ? row.shipping : {};
  const place = (name: string): string => readText(shipping[name]).trim();
  if (place('address_1') === '') return [];
  return [
    [place('first_name'), place('last_name')].join(' ').trim(),
    place('company'),
    place('address_1'),
    place('address_2'),
    [place('postcode'), place('city')].join(' ').trim(),
    place('state'),
    place('phone'),
  ].filter((line) => line !== '');
}
