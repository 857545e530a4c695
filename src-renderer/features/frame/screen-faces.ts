import {
  Boxes,
  GitFork,
  House,
  Import,
  type LucideIcon,
  Package,
  ReceiptText,
  Rocket,
  ScrollText,
  Settings,
} from 'lucide-react';
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
  { name: 'orders', word: 'Orders', icon: ReceiptText },
  { name: 'log', word: 'Log', icon: ScrollText },
  { name: 'settings', word: 'Settings', icon: Settings },
];
