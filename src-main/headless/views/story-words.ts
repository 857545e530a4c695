// The words for the history of a product on the command line; the window has whole sentences of its own.

type Side = 'till' | 'store';

/** When a product was made, or missed, and by which run; the time as it is shown there. */
interface Told {
  readonly side: Side;
  readonly runId: number;
  readonly at: string;
}

const PLACES = { till: 'on the till', store: 'in the store' } as const;
const OWNERS = { till: 'the till’s item', store: 'the store’s product' } as const;

const otherOf = (side: Side): Side => (side === 'till' ? 'store' : 'till');

/** "Made on the till by run 5 (Nov 22, 01:00), from the store’s product." */
export const sayMade = ({ side, runId, at }: Told): string =>
  `Made ${PLACES[side]} by run ${runId} (${at}), from ${OWNERS[otherOf(side)]}.`;

/** "Deleted on the till; run 7 noticed it (Nov 22, 01:05)." */
export const sayGone = ({ side, runId, at }: Told): string =>
  `Deleted ${PLACES[side]}; run ${runId} noticed it (${at}). The values are the last ones known.`;

/** What is sold out by hand, and how far that has come: the till first, then the store follows it. */
export function sayWhereSoldOut(soldOut: {
  readonly isOffOnTill: boolean;
  /** Its availability in the store as last agreed. */
  readonly store: unknown;
}): string {
  if (!soldOut.isOffOnTill) return 'Sold out by hand, and the till is not switched off yet';
  if (soldOut.store === 'off') return 'Sold out by hand on both sides';
  return `Sold out by hand on the till (${STORE_WORDS[String(soldOut.store)] ?? 'the store follows with the next look'})`;
}

const STORE_WORDS: Readonly<Record<string, string>> = {
  unpublished: 'the store does not show it: it is a draft there',
  empty: 'the store has none left to sell',
  hidden: 'the store does not show it',
};
