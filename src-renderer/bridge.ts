import type { Bridge } from '../src-preload/contract/bridge.ts';
import { openPreloadBridge } from './bridge/preload-bridge.ts';
import { openSocketBridge } from './bridge/socket-bridge.ts';
import { hasToken, takeToken } from './bridge/token.ts';
import type { WatchedBridge } from './bridge/watched-bridge.ts';

export type { BridgeState } from './bridge/watched-bridge.ts';

declare global {
  interface Window {
    /** What the preload gives the page of the desktop window. */
    readonly tillbridge?: Bridge;
  }
}

function openBridge(): WatchedBridge {
  if (window.tillbridge) return openPreloadBridge(window.tillbridge);
  const token = takeToken(window);
  // A new address pasted into this tab differs only in its fragment, which alone loads no page.
  window.addEventListener('hashchange', () => {
    if (hasToken(window.location)) window.location.reload();
  });
  return openSocketBridge(`ws://${window.location.host}/bridge`, token);
}

/** The one way to the engine: the preload's in the desktop window, a loopback websocket in a browser. */
export const getBridge = openOnce(openBridge);

function openOnce(open: () => WatchedBridge): () => WatchedBridge {
  let opened: WatchedBridge | null = null;
  return () => {
    opened ??= open();
    return opened;
  };
}
