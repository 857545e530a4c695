import { create } from 'zustand';

export const SCREENS = [
  'setup',
  'home',
  'import',
  'products',
  'conflicts',
  'stock',
  'orders',
  'log',
  'settings',
  'staff-sheet',
  'rehearsal',
] as const;
export type ScreenName = (typeof SCREENS)[number];

interface NavigationState {
  /** null: the address names none, so the window chooses. */
  readonly screen: ScreenName | null;
  /** What follows the screen's name, such as `prices` of `#/settings/prices`. */
  readonly part: string;
  /** What follows that: the one thing of the part that is meant, such as a setting's key. */
  readonly spot: string;
  hearAddress(hash: string): void;
}

const isScreen = (name: string): name is ScreenName => SCREENS.some((screen) => screen === name);

function readAddress(hash: string): Pick<NavigationState, 'screen' | 'part' | 'spot'> {
  const [name = '', part = '', spot = ''] = hash.replace(/^#\/?/, '').split('/');
  return isScreen(name) ? { screen: name, part, spot } : { screen: null, part: '', spot: '' };
}

/** Where the window is; the address keeps it, so back, forward and reload work. */
export const useNavigation = create<NavigationState>((set) => ({
  screen: null,
  part: '',
  spot: '',
  hearAddress: (hash) => set(readAddress(hash)),
}));

export const addressOf = (screen: ScreenName, part = '', spot = ''): string =>
  `#/${[screen, part, spot].filter(Boolean).join('/')}`;

export function navigate(screen: ScreenName, part = '', spot = ''): void {
  window.location.hash = addressOf(screen, part, spot);
}

/** Goes to an address that the engine gave, such as `#/products`. */
export function openAddress(address: string): void {
  window.location.hash = address;
}

/** Names the screen that is shown already; no step back leads to before it. */
export function settle(screen: ScreenName): void {
  // A link that was clicked a moment ago is in the address already, and heard of later.
  if (readAddress(window.location.hash).screen !== null) return;
  window.history.replaceState(null, '', addressOf(screen));
  useNavigation.getState().hearAddress(addressOf(screen));
}
