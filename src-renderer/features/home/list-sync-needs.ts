import type { StockWordShape, SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';
import { useStock } from '../../state/stock.ts';
import { type StateNeed, sayNeed } from './need.ts';

type Known = Pick<StatusShape, 'products'>;

/** What the sync has for a person, the most urgent first. */
export function listSyncNeeds(sync: SyncStateShape | null, { products }: Known): StateNeed[] {
  const open = sync?.conflicts ?? products.conflict ?? 0;
  return [
    ...(sync?.brakedRunId == null ? [] : [needApproval(sync.brakedRunId)]),
    ...(sync && sync.stock.oversold > 0 ? [needOversold(sync.stock.oversold)] : []),
    ...(open > 0 ? [needConflicts(open)] : []),
    ...(sync && sync.stock.out + sync.stock.low > 0 ? [needLow(sync.stock)] : []),
  ];
}

function needApproval(runId: number): StateNeed {
  const message = t('A sync would change unusually much at once, so it waits for your approval.');
  const show = (): void => {
    navigate('import');
    void useImport.getState().showPlan(runId);
  };
  return {
    failure: sayNeed(message, t('Look through what it would do; nothing was changed yet.')),
    tone: 'waiting',
    action: { word: t('Show what it would do'), act: show },
    covers: () => false,
  };
}

function needOversold(count: number): StateNeed {
  return {
    failure: sayNeed(
      t('{{count}} products were sold more often than there were pieces.', { count }),
      t('Cancel an order, take it from somewhere else, or let the customer wait.'),
    ),
    tone: 'bad',
    action: { word: t('Show what was oversold'), act: () => showStock('oversold') },
    covers: (key) => key === 'stock.oversold',
  };
}

const needConflicts = (count: number): StateNeed => ({
  failure: sayNeed(
    t('{{count}} fields were changed on both sides in different ways.', { count }),
    t('Both sides were left alone until you decide.'),
  ),
  tone: 'choice',
  action: { word: t(count === 1 ? 'Decide it' : 'Decide them'), act: () => navigate('conflicts') },
  covers: (key) => key === 'sync.conflicts',
});

/** One kind of them opens alone; of two each has its own way. */
function needLow({ out, low }: SyncStateShape['stock']): StateNeed {
  const [action, also] = [
    ...(out > 0
      ? [
          {
            word: t('Show out of stock ({{number}})', { number: formatCount(out) }),
            act: () => showStock('out'),
          },
        ]
      : []),
    ...(low > 0
      ? [{ word: t('Show low ({{number}})', { number: formatCount(low) }), act: () => showStock('low') }]
      : []),
  ];
  return {
    failure: sayNeed(`${sayLow(out, low)}.`, t('Order or count in time; the most urgent stand first.')),
    tone: 'waiting',
    action: action ?? { word: t('Show the stock'), act: () => showStock(null) },
    ...(also ? { also } : {}),
    covers: (key) => key === 'stock.low',
  };
}

function sayLow(out: number, low: number): string {
  if (out === 0) return t('{{count}} products are low on stock', { count: low });
  const isOut = t('{{count}} products are out of stock', { count: out });
  return low === 0 ? isOut : `${isOut}, ${t('{{count}} are low', { count: low })}`;
}

/** Opens Stock with the products of one state; null: all. */
function showStock(word: StockWordShape | null): void {
  useStock.getState().showOnly(word);
  navigate('stock');
}
