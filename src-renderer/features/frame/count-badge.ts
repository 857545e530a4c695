import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { OrderNeedsShape } from '../../../src-preload/contract/order-shapes.ts';
import { CHOICE_TONE } from '../../components/conflict-face.ts';
import type { NavBadge } from '../../components/nav-badge.ts';
import { t } from '../../i18n/i18n.ts';

/** How many things of a screen wait for a person; null where none does. */
export function countBadge(
  name: string,
  { conflicts, stock }: Pick<SyncStateShape, 'conflicts' | 'stock'>,
): NavBadge | null {
  if (name === 'conflicts' && conflicts > 0) return { count: conflicts, means: t('open'), tone: CHOICE_TONE };
  if (name === 'stock' && stock.oversold > 0)
    return { count: stock.oversold, means: t('oversold'), tone: 'bad' };
  return null;
}

/** How many web orders wait for a person, or are to be looked at. */
export function countOrders(name: string, overview: OrderNeedsShape | null): NavBadge | null {
  if (name !== 'orders' || !overview) return null;
  const { person = 0, attention = 0 } = overview.lanes;
  if (person > 0) return { count: person, means: t('need you'), tone: 'bad' };
  return attention > 0 ? { count: attention, means: t('to look at'), tone: 'waiting' } : null;
}
