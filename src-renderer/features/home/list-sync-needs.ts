import type { StockWordShape, SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';
import { useStock } from '../../state/stock.ts';
import { countThings, type StateNeed, sayNeed } from './need.ts';

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
  const message = 'A sync would change unusually much at once, so it waits for your approval.';
  const show = (): void => {
    navigate('import');
    void useImport.getState().showPlan(runId);
  };
  return {
    failure: sayNeed(message, 'Look through what it would do; nothing was changed yet.'),
    tone: 'waiting',
    action: { word: 'Show what it would do', act: show },
    covers: () => false,
  };
}

function needOversold(count: number): StateNeed {
  const things = countThings(count, 'product was', 'products were');
  return {
    failure: sayNeed(
      `${things} sold more often than there were pieces.`,
      'Cancel an order, take it from somewhere else, or let the customer wait.',
    ),
    tone: 'bad',
    action: { word: 'Show what was oversold', act: () => showStock('oversold') },
    covers: (key) => key === 'stock.oversold',
  };
}

const needConflicts = (count: number): StateNeed => ({
  failure: sayNeed(
    `${countThings(count, 'field was', 'fields were')} changed on both sides in different ways.`,
    'Both sides were left alone until you decide.',
  ),
  tone: 'waiting',
  action: { word: count === 1 ? 'Decide it' : 'Decide them', act: () => navigate('conflicts') },
  covers: (key) => key === 'sync.conflicts',
});

/** One kind of them opens alone; of two each has its own way. */
function needLow({ out, low }: SyncStateShape['stock']): StateNeed {
  const parts = [
    ...(out > 0 ? [`${countThings(out, 'product is', 'products are')} out of stock`] : []),
    ...(low > 0 ? [`${countThings(low, 'is', 'are')} low`] : []),
  ];
  const text = out > 0 ? parts.join(', ') : `${countThings(low, 'product is', 'products are')} low on stock`;
  const [action, also] = [
    ...(out > 0 ? [{ word: `Show out of stock (${formatCount(out)})`, act: () => showStock('out') }] : []),
    ...(low > 0 ? [{ word: `Show low (${formatCount(low)})`, act: () => showStock('low') }] : []),
  ];
  return {
    failure: sayNeed(`${text}.`, 'Order or count in time; the most urgent stand first.'),
    tone: 'waiting',
    action: action ?? { word: 'Show the stock', act: () => showStock(null) },
    ...(also ? { also } : {}),
    covers: (key) => key === 'stock.low',
  };
}

/** Opens Stock with the products of one state; null: all. */
function showStock(word: StockWordShape | null): void {
  useStock.getState().setWord(word);
  navigate('stock');
}
