import { Suspense, useEffect, useRef } from 'react';
import { AppFrame } from './components/app-frame.tsx';
import { BRAND } from './components/brand.ts';
import { ColorSchemeSwitch } from './components/color-scheme-switch.tsx';
import { LoadingState } from './components/loading-state.tsx';
import { Screen } from './components/screen.tsx';
import { ScreenGuard } from './components/screen-guard.tsx';
import { Banners } from './features/frame/banners.tsx';
import { CommandSearch } from './features/frame/command-search.tsx';
import { countBadge, countOrders } from './features/frame/count-badge.ts';
import { ModeBadge } from './features/frame/mode-badge.tsx';
import { SCREEN_FACES, type ScreenFace } from './features/frame/screen-faces.ts';
import { ScreenHint } from './features/hints/screen-hint.tsx';
import { KeyMap } from './features/keys/key-map.tsx';
import { UpdateLine } from './features/updates/update-line.tsx';
import { t } from './i18n/i18n.ts';
import { readScreensAhead, SCREENS_SHOWN } from './screens.ts';
import { useConnection } from './state/connection.ts';
import { addressOf, type ScreenName, settle, useNavigation } from './state/navigation.ts';
import { useOrders } from './state/orders.ts';
import { useStatus } from './state/status.ts';
import { useSync } from './state/sync.ts';

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
  useEffect(readScreensAhead, []);
  const isShown = ({ name, isAside }: ScreenFace): boolean =>
    !isAside && (name !== 'setup' || mode === 'setup' || screen === 'setup');
  const Shown = SCREENS_SHOWN[screen];
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
          <KeyMap />
        </>
      }
      banners={<Banners />}
      foot={<UpdateLine />}
      version={version}
    >
      {!isWaiting && mode !== 'setup' && <ScreenHint screen={screen} />}
      {isWaiting ? (
        <Opening />
      ) : (
        <ScreenGuard screen={screen}>
          <Suspense fallback={<Opening />}>
            <Shown />
            <ScreenTitle screen={screen} />
          </Suspense>
        </ScreenGuard>
      )}
    </AppFrame>
  );
}

const Opening = () => (
  <Screen title={BRAND}>
    <LoadingState text={t('Opening…')} />
  </Screen>
);

/** Writes the chosen screen into an address that names none, so that what happens next does not choose another. */
function useScreenAddress(chosen: ScreenName | null): void {
  useEffect(() => {
    if (chosen !== null) settle(chosen);
  }, [chosen]);
}

/** Names the window after its screen, and moves the focus there when the screen changes; below what it names. */
function ScreenTitle({ screen }: { readonly screen: ScreenName }) {
  const previous = useRef<ScreenName | null>(null);
  useEffect(() => {
    const face = SCREEN_FACES.find(({ name }) => name === screen);
    document.title = `${face?.word ?? t('Home')} – ${BRAND}`;
    const hasMoved = previous.current !== null && previous.current !== screen;
    previous.current = screen;
    // Where one thing of the screen is meant, that has the focus already.
    const isMeantWhole = useNavigation.getState().spot === '';
    if (hasMoved && isMeantWhole) document.querySelector<HTMLElement>('[data-screen-title]')?.focus();
  }, [screen]);
  return null;
}
