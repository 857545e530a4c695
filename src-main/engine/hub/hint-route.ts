import type { Side } from '../live-ledger.ts';

/** What a hint of the relay asks for. A hint is never data: the object is read from its side. */
export type HintRoute =
  /** One product: kept in the inbox under the key by which links know it. */
  | { readonly kind: 'product'; readonly side: Side; readonly key: string }
  /** Orders, payments and refunds: the looks at orders start now. */
  | { readonly kind: 'orders' }
  /** Categories and modifiers: what products refer to has changed. */
  | { readonly kind: 'lists' }
  | { readonly kind: 'none' };

const NONE: HintRoute = { kind: 'none' };
const CLOVER_ID = /^[A-Z0-9]{13}$/;
/** Topics of the till (clover.md 9.2, 9.3): stock and availability are told of apart from the item since 2026. */
const ITEM_TOPICS = new Set(['I', 'IS', 'IA']);
const ORDER_TOPICS = new Set(['O', 'P']);
const LIST_TOPICS = new Set(['IC', 'IG', 'IM']);

/** Reads a key as the relay hands it on: `IS:ABC…` of the till, `product:12` or `variation:5:7` of the store. */
export function routeHint(side: Side, key: string): HintRoute {
  const [topic = '', first = '', second = ''] = key.split(':');
  if (side === 'till') {
    if (ITEM_TOPICS.has(topic)) return CLOVER_ID.test(first) ? { kind: 'product', side, key: first } : NONE;
    if (ORDER_TOPICS.has(topic)) return { kind: 'orders' };
    return LIST_TOPICS.has(topic) ? { kind: 'lists' } : NONE;
  }
  if (topic === 'product' && isNumber(first)) return { kind: 'product', side, key: first };
  if (topic === 'variation' && isNumber(first) && isNumber(second))
    return { kind: 'product', side, key: `${first}/${second}` };
  return topic === 'order' ? { kind: 'orders' } : NONE;
}

const isNumber = (text: string): boolean => /^[1-9]\d{0,15}$/.test(text);
