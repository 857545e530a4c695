import type { FieldDecision } from '../../domain/fields.ts';
import { formatMoney } from '../../domain/money.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import type { Say } from '../../domain/words.ts';
import type { Alerts } from '../alerts-face.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Ledger, Link } from '../ledger-ports.ts';

const LEFT = 'price.left';
/** More of them came with a rule of the shop's. */
const MOST_NOTED = 25;
/** As many names as a notification can hold. */
const MOST_NAMES = 3;

/** A price of the store that the shop's rules make of no till price, such as one below a fixed markup. */
interface PriceLeft {
  readonly linkId: number;
  readonly name: string;
  /** Both as a person reads them, with their currency. */
  readonly till: string;
  readonly store: string;
  readonly isTold: boolean;
}

/**
 * Takes down the prices that a comparison leaves apart because the till cannot have the store's, and writes what is
 * new of them to the log.
 * @param touched links that were compared; null for all of them
 */
export function notePricesLeft(
  rows: readonly PlanRow[],
  touched: readonly Link[] | null,
  deps: Pick<ImportDeps, 'ledger' | 'clock' | 'currency'>,
  findLink: (row: PlanRow) => Link | null,
): void {
  const { ledger, clock } = deps;
  const before = new Map(readLeft(ledger).map((left) => [left.linkId, left]));
  const compared = touched && new Set(touched.map(({ id }) => id));
  const kept = compared === null ? [] : [...before.values()].filter(({ linkId }) => !compared.has(linkId));
  const found = rows.flatMap((row) => describeLeft(row, deps.currency, findLink));
  const isNews = ({ linkId, store }: PriceLeft): boolean => before.get(linkId)?.store !== store;
  for (const { name, till, store } of found.filter(isNews).slice(0, MOST_NOTED))
    ledger.journal.add({
      atMs: clock.nowMs(),
      level: 'warn',
      action: 'price',
      side: 'store',
      entity: name,
      message: `the store asks ${store}, and the price rules make that of no price of the till: it keeps ${till}`,
      runId: null,
    });
  const told = found.map((left) => ({
    ...left,
    isTold: !isNews(left) && before.get(left.linkId)?.isTold === true,
  }));
  writeLeft(ledger, [...kept, ...told]);
}

function describeLeft(row: PlanRow, currency: string, findLink: (row: PlanRow) => Link | null): PriceLeft[] {
  const [price] = row.decisions.filter(isLeft);
  const link = price ? findLink(row) : null;
  if (!price || !link) return [];
  const [till, store] = [price.till ?? price.wanted, price.store ?? null];
  // Where the cashier types it the till has none to keep.
  if (typeof till !== 'number' || typeof store !== 'number') return [];
  const written = { till: formatMoney(till, currency), store: formatMoney(store, currency) };
  return [{ linkId: link.id, name: row.name, ...written, isTold: false }];
}

const isLeft = ({ field, verdict, rule }: FieldDecision): boolean =>
  field === 'price' && verdict === 'keep' && rule === 'till-cannot';

/** Tells of those that have come up since: each once, and again only after it was well, or another price, in between. */
export function tellPricesLeft(ledger: Ledger, alerts: Pick<Alerts, 'raise' | 'settle'>): void {
  const all = readLeft(ledger).filter(({ linkId }) => ledger.links.get(linkId) !== null);
  if (all.length === 0) alerts.settle(LEFT);
  const news = all.filter(({ isTold }) => !isTold);
  const [first] = news;
  if (!first) return;
  alerts.raise(({ say }) => ({
    kind: 'odd-price',
    key: LEFT,
    title:
      news.length === 1
        ? say('{{name}}: the till cannot have the store’s price.', { name: first.name })
        : say('{{number}} prices of the store that the till cannot have.', { number: news.length }),
    body: `${namePrices(news, say)} ${say('Your price rules make them of no till price, as below a fixed markup. Change them in the store, or the rules.')}`,
    opens: '#/products',
  }));
  writeLeft(
    ledger,
    all.map((left) => ({ ...left, isTold: true })),
  );
}

function namePrices(news: readonly PriceLeft[], say: Say): string {
  const named = news
    .slice(0, MOST_NAMES)
    .map(({ name, till, store }) => say('{{name}} {{store}}, {{till}} on the till', { name, store, till }))
    .join('; ');
  const others = news.length - MOST_NAMES;
  return others > 0 ? say('{{names}} and {{others}} more.', { names: named, others }) : `${named}.`;
}

const readLeft = ({ meta }: Pick<Ledger, 'meta'>): PriceLeft[] =>
  JSON.parse(meta.get(LEFT) ?? '[]') as PriceLeft[];

function writeLeft({ meta }: Pick<Ledger, 'meta'>, left: readonly PriceLeft[]): void {
  const text = JSON.stringify(left);
  if (text !== (meta.get(LEFT) ?? '[]')) meta.put(LEFT, text);
}
