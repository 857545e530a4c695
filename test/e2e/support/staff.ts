import type { InputOf } from '../../../src-preload/contract/channels.ts';
import type { SyncResultShape } from '../../../src-preload/contract/live-shapes.ts';
import { take } from './shop.ts';
import type { WindowProcess } from './window-process.ts';

/**
 * Lets the staff of both sides work, one deed after the other, while the sync is paused. A pass that was under
 * way when the pause began is waited for: a comparison has both sides for itself.
 */
export async function workBothSides(
  window: WindowProcess,
  deeds: readonly InputOf<'practice:act'>[],
): Promise<void> {
  const bridge = await window.openBridge();
  take(await bridge.call('sync:pause', { minutes: 60 }));
  take(await bridge.call('stock:drift', { isFix: false }));
  for (const deed of deeds) take(await bridge.call('practice:act', deed));
  bridge.close();
}

/** Nothing is carried over by itself for an hour, so that a plan is there to be approved. */
export const pauseSync = (window: WindowProcess): Promise<void> => workBothSides(window, []);

/** One pass without the page; a pause is over with it. */
export async function syncShop(window: WindowProcess): Promise<SyncResultShape> {
  const bridge = await window.openBridge();
  const result = take<SyncResultShape>(await bridge.call('sync:now', { isFull: false }));
  bridge.close();
  return result;
}
