import type { UpdateWaitShape } from '../../../src-preload/contract/update-channels.ts';
import type { Ask } from '../ask.ts';

/** What an update would interrupt now; null where nothing would be. */
export async function findUnderWay(ask: Ask): Promise<UpdateWaitShape | null> {
  const status = await ask('status:get', {});
  if (status.ok && status.value.activeRunId !== null) return 'import';
  const [sync, orders] = await Promise.all([ask('sync:state', {}), ask('orders:needs', {})]);
  if (!sync.ok || !orders.ok) return null;
  const { till, store } = sync.value.away;
  // With a side away nothing is being done to an order, however long it waits.
  if (!sync.value.isRunning || till !== null || store !== null) return null;
  const { received = 0, placed = 0, paid = 0 } = orders.value.lanes;
  return received + placed + paid > 0 ? 'orders' : null;
}
