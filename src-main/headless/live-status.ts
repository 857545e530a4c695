import type { OrderLane } from '../domain/orders/order-lane.ts';
import type { Engine } from '../engine/face.ts';
import type { LiveStatus } from './views/status-view.ts';

/** Lanes of orders that are on their way to the till, and not there yet. */
const COMING: readonly OrderLane[] = ['received', 'prerequisite'];

/** Reads what goes on after the import; asks neither side. */
export function readLiveStatus({
  sync,
  conflicts,
  orders,
  parked,
  hub,
}: Engine): Omit<LiveStatus, 'dataTrouble'> {
  const { conflicts: all, total } = conflicts.list({ limit: Number.MAX_SAFE_INTEGER, offset: 0 });
  const open = new Set(all.filter(({ ruling }) => ruling === null).map(({ linkId }) => linkId));
  const decided = all.filter(({ ruling }) => ruling !== null);
  const settled = new Set(decided.map(({ linkId }) => linkId).filter((id) => !open.has(id)));
  const { lanes } = orders.overview();
  return {
    state: sync.state(),
    hub: hub.state(),
    conflicts: { total, decided: decided.length, productsDecided: settled.size },
    parked: parked.list(0, 0).total,
    orders: {
      person: lanes.person,
      attention: lanes.attention,
      waiting: COMING.reduce((sum, lane) => sum + lanes[lane], 0),
      oldestMs: findOldest(orders, lanes),
    },
  };
}

/** When the oldest of those was made; lists begin with the newest. */
function findOldest(orders: Engine['orders'], lanes: Readonly<Record<OrderLane, number>>): number | null {
  const oldest = COMING.flatMap((lane) =>
    lanes[lane] === 0 ? [] : orders.list({ lane, limit: 1, offset: lanes[lane] - 1 }).flows,
  );
  return oldest.length === 0 ? null : Math.min(...oldest.map(({ createdMs }) => createdMs));
}
