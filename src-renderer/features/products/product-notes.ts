import type { MilestoneShape, StoryShape } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';

type Story = Pick<StoryShape, 'made' | 'gone' | 'soldOut'>;

/** Sentences about the product as a whole; each stands by itself. */
export function listProductNotes(
  { made, gone, soldOut }: Story,
  formatTime: (atMs: number) => string,
): string[] {
  const readTold = ({ runId, atMs }: MilestoneShape) => ({
    run: runId,
    time: atMs === null ? t('not yet') : formatTime(atMs),
  });
  return [
    ...(made ? [sayMade(made, readTold(made))] : []),
    ...(gone ? [sayGone(gone, readTold(gone))] : []),
    ...(soldOut ? [saySoldOut(soldOut, formatTime)] : []),
  ];
}

type Told = { readonly run: number; readonly time: string };

const sayMade = ({ side }: MilestoneShape, told: Told): string =>
  t(
    side === 'till'
      ? 'Made on the till by run {{run}} ({{time}}), from the store’s product.'
      : 'Made in the store by run {{run}} ({{time}}), from the till’s item.',
    told,
  );

const sayGone = ({ side }: MilestoneShape, told: Told): string =>
  t(
    side === 'till'
      ? 'Deleted on the till; run {{run}} noticed it ({{time}}). The values are the last ones known.'
      : 'Deleted in the store; run {{run}} noticed it ({{time}}). The values are the last ones known.',
    told,
  );

type SoldOut = NonNullable<Story['soldOut']>;

function saySoldOut(soldOut: SoldOut, formatTime: (atMs: number) => string): string {
  const what = sayWhere(soldOut);
  return soldOut.backMs === null
    ? t('{{what}}, until somebody puts it back.', { what })
    : t('{{what}} until {{time}}.', { what, time: formatTime(soldOut.backMs) });
}

const IN_STORE: Readonly<Record<string, string>> = {
  unpublished: t('the store does not show it: it is a draft there'),
  empty: t('the store has none left to sell'),
  hidden: t('the store does not show it'),
};

/** How far it has come: the till first, then the store follows it. */
function sayWhere({ isOffOnTill, store }: SoldOut): string {
  if (!isOffOnTill) return t('Sold out by hand, and the till is not switched off yet');
  if (store === 'off') return t('Sold out by hand on both sides');
  return t('Sold out by hand on the till ({{store}})', {
    store: IN_STORE[String(store)] ?? t('the store follows with the next look'),
  });
}
