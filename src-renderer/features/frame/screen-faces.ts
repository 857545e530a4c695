import {
  Boxes,
  GitFork,
  House,
  Import,
  type LucideIcon,
  Package,
  Rocket,
  ScrollText,
  Settings,
} from 'lucide-react';
import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { NavBadge } from '../../components/app-frame.tsx';
import type { ScreenName } from '../../state/navigation.ts';

export interface ScreenFace {
  readonly name: ScreenName;
  readonly word: string;
  readonly icon: LucideIcon;
}

/** The screens in the order of the navigation. */
export const SCREEN_FACES: readonly ScreenFace[] = [
  { name: 'setup', word: 'Setup', icon: Rocket },
  { name: 'home', word: 'Home', icon: House },
  { name: 'import', word: 'Import', icon: Import },
  { name: 'products', word: 'Products', icon: Package },
  { name: 'conflicts', word: 'Conflicts', icon: GitFork },
  { name: 'stock', word: 'Stock', icon: Boxes },
  { name: 'log', word: 'Log', icon: ScrollText },
  { name: 'settings', word: 'Settings', icon: Settings },
];

/** How many things of a screen wait for a person; null where none does. */
export function countBadge(
  name: ScreenName,
  { conflicts, stock }: Pick<SyncStateShape, 'conflicts' | 'stock'>,
): NavBadge | null {
  if (name === 'conflicts' && conflicts > 0) return { count: conflicts, means: 'open', tone: 'choice' };
  if (name === 'stock' && stock.oversold > 0)
    return { count: stock.oversold, means: 'oversold', tone: 'bad' };
  return null;
}
