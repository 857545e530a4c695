import {
  Boxes,
  ClipboardList,
  Drama,
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
import { t } from '../../i18n/i18n.ts';
import type { ScreenName } from '../../state/navigation.ts';

export interface ScreenFace {
  readonly name: ScreenName;
  readonly word: string;
  readonly icon: LucideIcon;
  /** Reached by a link or the commands, not by the navigation. */
  readonly isAside?: true;
}

/** The screens in the order of the navigation. */
export const SCREEN_FACES: readonly ScreenFace[] = [
  { name: 'home', word: t('Home'), icon: House },
  { name: 'import', word: t('Import'), icon: Import },
  { name: 'products', word: t('Products'), icon: Package },
  { name: 'conflicts', word: t('Conflicts'), icon: GitFork },
  { name: 'stock', word: t('Stock'), icon: Boxes },
  { name: 'orders', word: t('Orders'), icon: ReceiptText },
  { name: 'log', word: t('Log'), icon: ScrollText },
  { name: 'settings', word: t('Settings'), icon: Settings },
  // It comes once it is known that a side is not connected: above the others it would move them from under the pointer.
  { name: 'setup', word: t('Setup'), icon: Rocket },
  { name: 'staff-sheet', word: t('Staff sheet'), icon: ClipboardList, isAside: true },
  { name: 'rehearsal', word: t('Rehearsal'), icon: Drama, isAside: true },
];
