import type { InputOf } from '../../../src-preload/contract/channels.ts';
import type { ProductShape, SideName } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';

export interface StaffDraft {
  readonly target: string;
  readonly quantity: string;
  readonly price: string;
  readonly name: string;
}

export type DraftPart = Exclude<keyof StaffDraft, 'target'>;

export interface StaffDeed {
  /** Of its own among the deeds of a side. */
  readonly key: string;
  readonly verb: string;
  readonly word: string;
  readonly takes: readonly DraftPart[];
  /** What it is done to; a product where absent. */
  readonly to?: 'order' | 'new';
  /** What is not plain from the word. */
  readonly help?: string;
}

/** What the staff of each side does here; the practice servers know more. */
export const STAFF_DEEDS: Readonly<Record<SideName, readonly [StaffDeed, ...StaffDeed[]]>> = {
  till: [
    { key: 'sell', verb: 'sell', word: t('Sell'), takes: ['quantity'] },
    {
      key: 'refund',
      verb: 'refund',
      word: t('Refund'),
      takes: ['quantity'],
      help: t('Takes back what was sold last of it.'),
    },
    { key: 'price', verb: 'edit', word: t('Change the price'), takes: ['price'] },
    { key: 'name', verb: 'edit', word: t('Rename'), takes: ['name'] },
    { key: 'recount', verb: 'recount', word: t('Recount'), takes: ['quantity'] },
    {
      key: 'add',
      verb: 'add',
      word: t('Add an item'),
      takes: ['price'],
      to: 'new',
      help: t('The name of the new item.'),
    },
    { key: 'remove', verb: 'remove', word: t('Remove'), takes: [] },
  ],
  store: [
    { key: 'buy', verb: 'buy', word: t('Buy'), takes: ['quantity'] },
    {
      key: 'cancel',
      verb: 'cancel',
      word: t('Cancel an order'),
      takes: [],
      to: 'order',
      help: t('Its number, as it was told when it was bought.'),
    },
    {
      key: 'fulfil',
      verb: 'fulfil',
      word: t('Complete an order'),
      takes: [],
      to: 'order',
      help: t('Its number, as it was told when it was bought.'),
    },
    { key: 'price', verb: 'edit', word: t('Change the price'), takes: ['price'] },
    { key: 'name', verb: 'edit', word: t('Rename'), takes: ['name'] },
    { key: 'recount', verb: 'recount', word: t('Recount'), takes: ['quantity'] },
    { key: 'trash', verb: 'trash', word: t('Put in the trash'), takes: [] },
    {
      key: 'lock',
      verb: 'lock',
      word: t('Lock'),
      takes: [],
      help: t(
        'A plugin of the store then refuses every change to it, so that you see what a refusal looks like.',
      ),
    },
    { key: 'unlock', verb: 'unlock', word: t('Unlock'), takes: [] },
  ],
};

/** A product as it can be named to the staff. */
export type Named = Pick<ProductShape, 'name' | 'cloverId' | 'wooId'>;

/** Each name once. */
export const listNames = (found: readonly Named[]): string[] => [...new Set(found.map(({ name }) => name))];

/**
 * What is asked of the staff. A product that was picked by its name is meant by its id: the two sides spell the names of
 * variants differently. A count that is no number is left out; the practice server says what it needs. */
export function readOrder(
  side: SideName,
  deed: StaffDeed,
  draft: StaffDraft,
  found: readonly Named[],
): InputOf<'practice:act'> {
  const quantity = Number(draft.quantity.trim().replace(',', '.'));
  const takesQuantity = deed.takes.includes('quantity') && Number.isFinite(quantity);
  return {
    side,
    verb: deed.verb,
    target: deed.to ? draft.target.trim() : readTarget(side, draft.target.trim(), found),
    ...(takesQuantity ? { quantity } : {}),
    ...(deed.takes.includes('name') ? { name: draft.name.trim() } : {}),
    ...(deed.takes.includes('price') ? { price: draft.price.trim().replace(',', '.') } : {}),
  };
}

/**
 * The product that a person means who typed a part of its name and chose none: the one that it fits.
 * @returns what to take for the typed text, or the names that it fits
 */
export function findMeant(
  typed: string,
  found: readonly Named[],
): { readonly target: string } | { readonly which: readonly string[] } {
  const text = typed.trim();
  const has = (name: string): boolean => name.toLowerCase().includes(text.toLowerCase());
  const isNamed = found.some(({ name, cloverId, wooId }) => [name, cloverId, String(wooId)].includes(text));
  const names = listNames(found.filter(({ name }) => has(name)));
  const [only] = names;
  if (isNamed || only === undefined) return { target: text };
  return names.length === 1 ? { target: only } : { which: names };
}

function readTarget(side: SideName, typed: string, found: readonly Named[]): string {
  const named = found.filter(({ name }) => name === typed);
  const [only] = named;
  if (only === undefined || named.length > 1) return typed;
  const id = side === 'till' ? only.cloverId : only.wooId;
  return id === null ? typed : String(id);
}
