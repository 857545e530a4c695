import type { RunId } from '../../domain/ids.ts';
import { formatMoney } from '../../domain/money.ts';
import { askAboutLeap, findPriceLeap } from '../../domain/price-leap.ts';
import type { Words } from '../../domain/words.ts';
import type { Alerts } from '../alerts-face.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { OddPrice } from '../results.ts';

/** Rows that overwrite a price that was there. */
const OVERWRITING = ['update_woo', 'update_clover', 'link'] as const;
/** More of them were approved as a whole, or came with a rule of the shop's. */
const MOST_TOLD = 25;
/** As many names as a notification can hold. */
const MOST_NAMES = 3;

/** Prices that a run has written and that somebody should look at; an undo only brings back what was. */
export function listOddPrices(ledger: Ledger, runId: RunId): OddPrice[] {
  if (ledger.runs.get(runId)?.kind === 'undo') return [];
  const filter = { state: 'done', limit: Number.MAX_SAFE_INTEGER, offset: 0 } as const;
  return OVERWRITING.flatMap((action) => ledger.changes.page(runId, { ...filter, action })).flatMap(
    ({ decisions, name, cloverId, wooId, tillPatch }) => {
      const leap = findPriceLeap(decisions);
      return leap ? [{ name, cloverId, wooId, side: tillPatch === null ? 'store' : 'till', ...leap }] : [];
    },
  );
}

/** Each to the log, with both prices. */
export function noteOddPrices(odd: readonly OddPrice[], runId: RunId, deps: ImportDeps): void {
  const { ledger, clock, currency } = deps;
  for (const { name, side, before, after } of odd.slice(0, MOST_TOLD)) {
    ledger.journal.add({
      atMs: clock.nowMs(),
      level: 'warn',
      action: 'price',
      side,
      entity: name,
      message: askAboutLeap(PLACES[side], writePrice(before, currency), writePrice(after, currency)),
      runId,
    });
  }
}

/** To whoever looks at neither the log nor the window. One alert a run; a run writes each price once. */
export function alertOddPrices(
  odd: readonly OddPrice[],
  runId: RunId,
  alerts: Pick<Alerts, 'raise'>,
  currency: string,
): void {
  const [first] = odd;
  if (!first) return;
  alerts.raise((words) => ({
    kind: 'odd-price',
    key: `price.run-${runId}`,
    title:
      odd.length === 1
        ? words.say('{{name}}: an odd price.', { name: first.name })
        : words.say('{{number}} odd prices.', { number: odd.length }),
    body: `${namePrices(odd, currency, words)} ${words.say('It was carried over; if it is wrong, change it back on either side.')}`,
    opens: '#/log',
  }));
}

function namePrices(odd: readonly OddPrice[], currency: string, { say }: Words): string {
  const write = (amount: number | null): string =>
    amount === null ? say('none') : formatMoney(amount, currency);
  const told = odd
    .slice(0, MOST_NAMES)
    .map(({ name, before, after }) =>
      say('{{name}} {{before}} to {{after}}', { name, before: write(before), after: write(after) }),
    )
    .join(', ');
  const others = odd.length - MOST_NAMES;
  return others > 0 ? say('{{names}} and {{others}} more.', { names: told, others }) : `${told}.`;
}

const PLACES = { till: 'on the till', store: 'in the store' } as const;

const writePrice = (amount: number | null, currency: string): string =>
  amount === null ? 'none' : formatMoney(amount, currency);
