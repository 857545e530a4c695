import { useEffect, useRef } from 'react';
import { AppFrame } from './components/app-frame.tsx';
import { ColorSchemeSwitch } from './components/color-scheme-switch.tsx';
import { LoadingState } from './components/loading-state.tsx';
import { Screen } from './components/screen.tsx';
import { ConflictsScreen } from './features/conflicts/conflicts-screen.tsx';
import { Banners } from './features/frame/banners.tsx';
import { CommandSearch } from './features/frame/command-search.tsx';
import { countBadge, countOrders } from './features/frame/count-badge.ts';
import { ModeBadge } from './features/frame/mode-badge.tsx';
import { SCREEN_FACES, type ScreenFace } from './features/frame/screen-faces.ts';
import { HomeScreen } from './features/home/home-screen.tsx';
import { ImportScreen } from './features/import/import-screen.tsx';
import { LogScreen } from './features/log/log-screen.tsx';
import { OrdersScreen } from './features/orders/orders-screen.tsx';
import { ProductsScreen } from './features/products/products-screen.tsx';
import { SettingsScreen } from './features/settings/settings-screen.tsx';
import { SetupScreen } from './features/setup/setup-screen.tsx';
import { StockScreen } from './features/stock/stock-screen.tsx';
import { useConnection } from './state/connection.ts';
import { addressOf, type ScreenName, settle, useNavigation } from './state/navigation.ts';
import { useOrders } from './state/orders.ts';
import { useStatus } from './state/status.ts';
import { useSync } from './state/sync.ts';

const SHOWS: Readonly<Record<ScreenName, () => React.ReactNode>> = {
  setup: SetupScreen,
  home: HomeScreen,
  import: ImportScreen,
  products: ProductsScreen,
  conflicts: ConflictsScreen,
  stock: StockScreen,
  orders: OrdersScreen,
  log: LogScreen,
  settings: SettingsScreen,
};

/** The window: its frame, and the screen that its address names. */
export function App() {
  const mode = useStatus((s) => s.status?.mode ?? null);
  const hasFailed = useStatus((s) => s.failure !== null);
  const version = useConnection((s) => s.info?.version ?? null);
  const sync = useSync((s) => s.sync);
  const orders = useOrders((s) => s.overview);
  const named = useNavigation((s) => s.screen);
  // A window without both sides has one thing to do first.
  const screen = named ?? (mode === 'setup' ? 'setup' : 'home');
  useScreenAddress(named === null && mode !== null ? screen : null);
  useScreenTitle(screen);
  const isShown = ({ name }: ScreenFace): boolean =>
    name !== 'setup' || mode === 'setup' || screen === 'setup';
  const Shown = SHOWS[screen];
  const isWaiting = named === null && mode === null && !hasFailed;
  return (
    <AppFrame
      links={SCREEN_FACES.filter(isShown).map(({ name, word, icon }) => ({
        word,
        icon,
        address: addressOf(name),
        isCurrent: name === screen,
        badge: countOrders(name, orders) ?? (sync ? countBadge(name, sync) : null),
      }))}
      tools={
        <>
          <ModeBadge />
          <CommandSearch />
          <ColorSchemeSwitch />
        </>
      }
      banners={<Banners />}
      version={version}
    >
      {isWaiting ? <Opening /> : <Shown />}
    </AppFrame>
  );
}

const Opening = () => (
  <Screen title="Tillbridge">
    <LoadingState text="Opening…" />
  </Screen>
);

/** Writes the chosen screen into an address that names none, so that what happens next does not choose another. */
function useScreenAddress(chosen: ScreenName | null): void {
  useEffect(() => {
    if (chosen !== null) settle(chosen);
  }, [chosen]);
}

/** Names the window after its screen, and moves the focus there when the screen changes. */
function useScreenTitle(screen: ScreenName): void {
  const previous = useRef<ScreenName | null>(null);
  useEffect(() => {
    const face = SCREEN_FACES.find(({ name }) => name === screen);
    document.title = `${face?.word ?? 'Home'} – Tillbridge`;
    const hasMoved = previous.current !== null && previous.current !== screen;
    previous.current = screen;
    // Where one thing of the screen is meant, that has the focus already.
    const isMeantWhole = useNavigation.getState().spot === '';
    if (hasMoved && isMeantWhole) document.querySelector<HTMLElement>('[data-screen-title]')?.focus();
  }, [screen]);
}
