import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { NavBadge } from '../../components/nav-badge.ts';

/** How many things of a screen wait for a person; null where none does. */
export function countBadge(
  name: string,
  { conflicts, stock }: Pick<SyncStateShape, 'conflicts' | 'stock'>,
): NavBadge | null {
  if (name === 'conflicts' && conflicts > 0) return { count: conflicts, means: 'open', tone: 'choice' };
  if (name === 'stock' && stock.oversold > 0)
    return { count: stock.oversold, means: 'oversold', tone: 'bad' };
  return null;
}
