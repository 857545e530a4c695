import type { Bridge } from '../src-preload/contract/bridge.ts';
import { openPreloadBridge } from './bridge/preload-bridge.ts';
import { openSocketBridge } from './bridge/socket-bridge.ts';
import { takeToken } from './bridge/token.ts';
import type { WatchedBridge } from './bridge/watched-bridge.ts';

export type { BridgeState } from './bridge/watched-bridge.ts';

declare global {
  interface Window {
    /** What the preload gives the page of the desktop window. */
    readonly tillbridge?: Bridge;
  }
}

const openBridge = (): WatchedBridge =>
  window.tillbridge
    ? openPreloadBridge(window.tillbridge)
    : openSocketBridge(`ws://${window.location.host}/bridge`, takeToken(window));

/** The one way to the engine: the preload's in the desktop window, a loopback websocket in a browser. */
export const getBridge = openOnce(openBridge);

function openOnce(open: () => WatchedBridge): () => WatchedBridge {
  let opened: WatchedBridge | null = null;
  return () => {
    opened ??= open();
    return opened;
  };
}
