import type { LeaseNews } from '../protocol/frames.ts';
import { LEASE_MS, type LeaseBook } from '../relay/lease-book.ts';
import { createNamedTurns } from '../runtime/turns.ts';
import type { TenantContext } from './tenant-context.ts';
import type { PairedDevice } from './tenant-rows.ts';

interface Lease {
  readonly epoch: number;
  readonly deviceId: string | null;
  /** On the clock that only goes forward. */
  readonly untilMs: number;
}

const NOBODY: Lease = { epoch: 0, deviceId: null, untilMs: Number.NEGATIVE_INFINITY };

/**
 * Leases of all shops, for one process. They run by a clock that only goes forward, whatever `nowMs` the caller has: the
 * machine's own may be set, and a lease that a set clock cut short would make two writers. A new holder is on disk before
 * it is told. Calls for one shop run one after another.
 * @param monotonicMs milliseconds of a clock that is never set
 */
export async function createSqliteLeaseBook(
  context: TenantContext,
  monotonicMs: () => number,
): Promise<LeaseBook> {
  const { sql, memory } = context;
  const leases = await readLeases(context, monotonicMs());
  const inTurn = createNamedTurns();
  const find = (shopId: string): Lease => leases.get(shopId) ?? NOBODY;
  const keep = async (shopId: string, lease: Lease): Promise<void> => {
    await sql.run(
      'INSERT INTO lease (shop_id, epoch, device_id) VALUES (?, ?, ?) ON CONFLICT (shop_id) DO UPDATE SET epoch = excluded.epoch, device_id = excluded.device_id',
      ...[shopId, lease.epoch, lease.deviceId],
    );
    leases.set(shopId, lease);
  };

  const noteTold = createNoteTold(context);
  const isHeldNow = ({ deviceId, untilMs }: Lease): boolean => deviceId !== null && untilMs > monotonicMs();
  /** One that was last told that it is alone goes on without the hub, and so nobody else may write. */
  const findUntold = (shopId: string, deviceId: string): PairedDevice | undefined =>
    memory.find(shopId)?.devices.find(({ id, thinksAlone }) => id !== deviceId && thinksAlone);

  const describeFor = async (shopId: string, deviceId: string): Promise<LeaseNews> => {
    const lease = find(shopId);
    const isHeld = isHeldNow(lease);
    const devices = memory.find(shopId)?.devices ?? [];
    const holder = isHeld ? devices.find(({ id }) => id === lease.deviceId) : findUntold(shopId, deviceId);
    // A device that was revoked while it was cut off goes on until its lease has run out; nobody else before.
    const isBinding = devices.length > 1 || (isHeld && lease.deviceId !== deviceId);
    // That it is not alone counts when it says that it has read it: it may be cut off.
    if (!isBinding) await noteTold(deviceId, true);
    return {
      epoch: lease.epoch,
      isHolder: isHeld && lease.deviceId === deviceId,
      holder: holder?.name ?? null,
      isBinding,
      ttlMs: LEASE_MS,
    };
  };
  const findShop = (deviceId: string): string => memory.findDeviceById(deviceId)?.shopId ?? '';
  const claim = async (shopId: string, deviceId: string): Promise<LeaseNews> => {
    if (shopId === '') return { ...(await describeFor('', deviceId)), isBinding: true };
    const lease = find(shopId);
    const untilMs = monotonicMs() + LEASE_MS;
    if (!isHeldNow(lease) && !findUntold(shopId, deviceId))
      await keep(shopId, { epoch: lease.epoch + 1, deviceId, untilMs });
    else if (isHeldNow(lease) && lease.deviceId === deviceId) leases.set(shopId, { ...lease, untilMs });
    return describeFor(shopId, deviceId);
  };

  return {
    claim: (deviceId) => inTurn(findShop(deviceId), () => claim(findShop(deviceId), deviceId)),
    read: (deviceId) => inTurn(findShop(deviceId), () => describeFor(findShop(deviceId), deviceId)),
    confirm: (deviceId) => inTurn(findShop(deviceId), () => noteTold(deviceId, false)),
    forget: () => undefined, // nobody else tells it anything
    release: (deviceId) =>
      inTurn(findShop(deviceId), async () => {
        const lease = find(findShop(deviceId));
        if (lease.deviceId === deviceId) await keep(findShop(deviceId), { ...lease, deviceId: null });
      }),
  };
}

/** Writes down that a device believes to be alone, before it is told so, or no longer does. */
function createNoteTold({ sql, memory }: TenantContext) {
  return async (deviceId: string, thinksAlone: boolean): Promise<void> => {
    const device = memory.findDeviceById(deviceId);
    if (!device || device.thinksAlone === thinksAlone) return;
    await sql.run('UPDATE device SET thinks_alone = ? WHERE id = ?', Number(thinksAlone), deviceId);
    await memory.refresh(device.shopId);
  };
}

/** After a start nobody knows when they were last renewed: each holds for its whole time from now on. */
async function readLeases({ sql }: TenantContext, nowMs: number): Promise<Map<string, Lease>> {
  const rows = await sql.all<{ shop_id: string; epoch: number; device_id: string | null }>(
    'SELECT shop_id, epoch, device_id FROM lease',
  );
  return new Map(
    rows.map((row) => [
      row.shop_id,
      { epoch: row.epoch, deviceId: row.device_id, untilMs: nowMs + LEASE_MS },
    ]),
  );
}
