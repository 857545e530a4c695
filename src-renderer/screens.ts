import { type ComponentType, lazy } from 'react';
import { HomeScreen } from './features/home/home-screen.tsx';
import type { ScreenName } from './state/navigation.ts';

/** Every screen but Home is a part of its own, so that the window opens before all of them are read. */
const LATER: Readonly<Record<Exclude<ScreenName, 'home'>, () => Promise<ComponentType>>> = {
  setup: async () => (await import('./features/setup/setup-screen.tsx')).SetupScreen,
  import: async () => (await import('./features/import/import-screen.tsx')).ImportScreen,
  products: async () => (await import('./features/products/products-screen.tsx')).ProductsScreen,
  conflicts: async () => (await import('./features/conflicts/conflicts-screen.tsx')).ConflictsScreen,
  stock: async () => (await import('./features/stock/stock-screen.tsx')).StockScreen,
  orders: async () => (await import('./features/orders/orders-screen.tsx')).OrdersScreen,
  log: async () => (await import('./features/log/log-screen.tsx')).LogScreen,
  settings: async () => (await import('./features/settings/settings-screen.tsx')).SettingsScreen,
  rehearsal: async () => (await import('./features/rehearsal/rehearsal-screen.tsx')).RehearsalScreen,
  'staff-sheet': async () => (await import('./features/staff-sheet/staff-sheet-screen.tsx')).StaffSheetScreen,
};

const later = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));

export const SCREENS_SHOWN: Readonly<Record<ScreenName, ComponentType>> = {
  home: HomeScreen,
  setup: later(LATER.setup),
  import: later(LATER.import),
  products: later(LATER.products),
  conflicts: later(LATER.conflicts),
  stock: later(LATER.stock),
  orders: later(LATER.orders),
  log: later(LATER.log),
  settings: later(LATER.settings),
  rehearsal: later(LATER.rehearsal),
  'staff-sheet': later(LATER['staff-sheet']),
};

/** Reads the other screens while nobody waits: then each opens at once, even when the files are gone by then. */
export function readScreensAhead(): void {
  requestIdleCallback(() => {
    // What cannot be read now is tried again when it is wanted.
    for (const load of Object.values(LATER)) load().catch(() => undefined);
  });
}
