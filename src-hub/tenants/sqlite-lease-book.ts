import type { LeaseNews } from '../protocol/frames.ts';
import { LEASE_MS, type LeaseBook } from '../relay/lease-book.ts';
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
 * Leases of all shops. They run by a clock that only goes forward, whatever `nowMs` the caller has: the machine's own
 * may be set, and a lease that a set clock cut short would make two writers. A new holder is on disk before it is told.
 * @param monotonicMs milliseconds of a clock that is never set
 */
export function createSqliteLeaseBook(context: TenantContext, monotonicMs: () => number): LeaseBook {
  const { db, memory } = context;
  const write = db.prepare(
    'INSERT INTO lease (shop_id, epoch, device_id) VALUES (?, ?, ?) ON CONFLICT(shop_id) DO UPDATE SET epoch = excluded.epoch, device_id = excluded.device_id',
  );
  const leases = readLeases(context, monotonicMs());
  const find = (shopId: string): Lease => leases.get(shopId) ?? NOBODY;
  const keep = (shopId: string, lease: Lease): void => {
    write.run(shopId, lease.epoch, lease.deviceId);
    leases.set(shopId, lease);
  };

  const noteTold = prepareNoteTold(context);
  const isHeldNow = ({ deviceId, untilMs }: Lease): boolean => deviceId !== null && untilMs > monotonicMs();
  /** One that was last told that it is alone goes on without the hub, and so nobody else may write. */
  const findUntold = (shopId: string, deviceId: string): PairedDevice | undefined =>
    memory.find(shopId)?.devices.find(({ id, thinksAlone }) => id !== deviceId && thinksAlone);

  const describeFor = (shopId: string, deviceId: string): LeaseNews => {
    const lease = find(shopId);
    const isHeld = isHeldNow(lease);
    const devices = memory.find(shopId)?.devices ?? [];
    const holder = isHeld ? devices.find(({ id }) => id === lease.deviceId) : findUntold(shopId, deviceId);
    // A device that was revoked while it was cut off goes on until its lease has run out; nobody else before.
    const isBinding = devices.length > 1 || (isHeld && lease.deviceId !== deviceId);
    // That it is not alone counts when it says that it has read it: it may be cut off.
    if (!isBinding) noteTold(deviceId, true);
    return {
      epoch: lease.epoch,
      isHolder: isHeld && lease.deviceId === deviceId,
      holder: holder?.name ?? null,
      isBinding,
      ttlMs: LEASE_MS,
    };
  };

  return {
    claim: (deviceId) => {
      const shopId = memory.findDeviceById(deviceId)?.shopId;
      if (shopId === undefined) return { ...describeFor('', deviceId), isBinding: true };
      const lease = find(shopId);
      const untilMs = monotonicMs() + LEASE_MS;
      if (!isHeldNow(lease) && !findUntold(shopId, deviceId))
        keep(shopId, { epoch: lease.epoch + 1, deviceId, untilMs });
      else if (isHeldNow(lease) && lease.deviceId === deviceId) leases.set(shopId, { ...lease, untilMs });
      return describeFor(shopId, deviceId);
    },
    read: (deviceId) => describeFor(memory.findDeviceById(deviceId)?.shopId ?? '', deviceId),
    confirm: (deviceId) => noteTold(deviceId, false),
    release: (deviceId) => {
      const shopId = memory.findDeviceById(deviceId)?.shopId ?? '';
      const lease = find(shopId);
      if (lease.deviceId === deviceId) keep(shopId, { ...lease, deviceId: null });
    },
  };
}

/** Writes down that a device believes to be alone, before it is told so, or no longer does. */
function prepareNoteTold({ db, memory }: TenantContext) {
  const write = db.prepare('UPDATE device SET thinks_alone = ? WHERE id = ?');
  return (deviceId: string, thinksAlone: boolean): void => {
    const device = memory.findDeviceById(deviceId);
    if (!device || device.thinksAlone === thinksAlone) return;
    write.run(Number(thinksAlone), deviceId);
    memory.refresh(device.shopId);
  };
}

/** After a start nobody knows when they were last renewed: each holds for its whole time from now on. */
function readLeases({ db }: TenantContext, nowMs: number): Map<string, Lease> {
  const rows = db
    .prepare<[], { shop_id: string; epoch: number; device_id: string | null }>(
      'SELECT shop_id, epoch, device_id FROM lease',
    )
    .all();
  return new Map(
    rows.map((row) => [
      row.shop_id,
      { epoch: row.epoch, deviceId: row.device_id, untilMs: nowMs + LEASE_MS },
    ]),
  );
}
