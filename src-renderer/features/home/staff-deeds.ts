import type { InputOf } from '../../../src-preload/contract/channels.ts';
import type { SideName } from '../../../src-preload/contract/shapes.ts';

export interface StaffDraft {
  readonly target: string;
  readonly quantity: string;
  readonly price: string;
}

export interface StaffDeed {
  readonly verb: string;
  readonly word: string;
  readonly takes: readonly ('quantity' | 'price')[];
}

/** What the staff of each side does here; the practice servers know more. */
export const STAFF_DEEDS: Readonly<Record<SideName, readonly [StaffDeed, ...StaffDeed[]]>> = {
  till: [
    { verb: 'sell', word: 'Sell', takes: ['quantity'] },
    { verb: 'edit', word: 'Change the price', takes: ['price'] },
    { verb: 'recount', word: 'Recount', takes: ['quantity'] },
  ],
  store: [
    { verb: 'buy', word: 'Buy', takes: ['quantity'] },
    { verb: 'edit', word: 'Change the price', takes: ['price'] },
    { verb: 'recount', word: 'Recount', takes: ['quantity'] },
  ],
};

/** What is asked of the staff. A count that is no number is left out; the practice server says what it needs. */
export function readOrder(side: SideName, deed: StaffDeed, draft: StaffDraft): InputOf<'practice:act'> {
  const quantity = Number(draft.quantity.trim().replace(',', '.'));
  const takesQuantity = deed.takes.includes('quantity') && Number.isFinite(quantity);
  return {
    side,
    verb: deed.verb,
    target: draft.target.trim(),
    ...(takesQuantity ? { quantity } : {}),
    ...(deed.takes.includes('price') ? { price: draft.price.trim().replace(',', '.') } : {}),
  };
}
