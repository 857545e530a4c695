import type pg from 'pg';
import { ask } from '../postgres/pool.ts';
import type { LeaseNews } from '../protocol/frames.ts';
import { LEASE_MS, type LeaseBook } from '../relay/lease-book.ts';
import { createNamedTurns } from '../runtime/turns.ts';
import type { TenantContext } from '../tenants/tenant-context.ts';

interface LeaseRow {
  readonly shop: string;
  readonly current_epoch: number;
  readonly holder_id: string | null;
  readonly current_renewals: number;
  readonly is_held: boolean;
  readonly devices: number;
  readonly holder_name: string | null;
  readonly untold_name: string | null;
}

/** A lease as this node saw it, and since when it has not seen it change; on the clock that is never set. */
interface Sighting {
  readonly epoch: number;
  readonly renewals: number;
  readonly sinceMs: number;
}

const LEASE = 'SELECT * FROM hub_lease($1, $2, $3, $4)';

/**
 * Leases of all shops, for several nodes. The database has the holder, the epoch and a count of its renewals; that a
 * lease is over is seen, not told: a node that has watched it unchanged for its whole time, by its own clock, may give
 * the next epoch, and the database takes that only where nothing has changed meanwhile. A node that is slow, cut off or
 * has a wrong clock can so make a change late, and never make two writers.
 * @param monotonicMs milliseconds of a clock that is never set
 */
export function createObservedLeaseBook(
  pool: pg.Pool,
  { memory }: TenantContext,
  monotonicMs: () => number,
): LeaseBook {
  const sightings = new Map<string, Sighting>();
  /** What a PC that is alone was told last: while it is, each of its pings says the same. */
  const alone = new Map<string, LeaseNews>();
  const inTurn = createNamedTurns();
  const nameTurn = (deviceId: string): string => memory.findDeviceById(deviceId)?.shopId ?? deviceId;

  const see = (row: LeaseRow): void => {
    const known = sightings.get(row.shop);
    if (known?.epoch === row.current_epoch && known.renewals === row.current_renewals) return;
    const sinceMs = monotonicMs();
    sightings.set(row.shop, { epoch: row.current_epoch, renewals: row.current_renewals, sinceMs });
  };
  const askDatabase = async (deviceId: string, claims: boolean): Promise<LeaseNews> => {
    const seen = sightings.get(memory.findDeviceById(deviceId)?.shopId ?? '');
    const isOver = seen !== undefined && monotonicMs() - seen.sinceMs >= LEASE_MS;
    const over = isOver ? [seen.epoch, seen.renewals] : [null, null];
    const { rows } = await ask<LeaseRow>(pool, LEASE, [deviceId, claims, ...over], 'hub_lease');
    const [row] = rows;
    if (!row) return UNKNOWN;
    see(row);
    const news = describeFor(row, deviceId);
    if (news.isHolder && !news.isBinding) alone.set(deviceId, news);
    else alone.delete(deviceId);
    return news;
  };
  /** Nobody else can be given the lease while it is noted that this PC believes to be alone. */
  const findAlone = (deviceId: string): LeaseNews | null => {
    const shopId = memory.findDeviceById(deviceId)?.shopId;
    const devices = shopId === undefined ? [] : (memory.find(shopId)?.devices ?? []);
    return devices.length === 1 ? (alone.get(deviceId) ?? null) : null;
  };
  const tell = (deviceId: string, claims: boolean): Promise<LeaseNews> =>
    inTurn(nameTurn(deviceId), async () => findAlone(deviceId) ?? (await askDatabase(deviceId, claims)));

  memory.onRevoked((deviceId) => void alone.delete(deviceId));
  return {
    claim: (deviceId) => tell(deviceId, true),
    read: (deviceId) => tell(deviceId, false),
    confirm: (deviceId) =>
      inTurn(nameTurn(deviceId), async () => {
        alone.delete(deviceId);
        await ask(pool, 'UPDATE device SET thinks_alone = 0 WHERE id = $1 AND thinks_alone = 1', [deviceId]);
      }),
    forget: (deviceId) => void alone.delete(deviceId),
    release: (deviceId) =>
      inTurn(nameTurn(deviceId), async () => {
        alone.delete(deviceId);
        await ask(pool, 'UPDATE lease SET device_id = NULL WHERE device_id = $1', [deviceId]);
      }),
  };
}

/** Of a device that is not there any more: it is somebody else's turn. */
const UNKNOWN: LeaseNews = { epoch: 0, isHolder: false, holder: null, isBinding: true, ttlMs: LEASE_MS };

function describeFor(row: LeaseRow, deviceId: string): LeaseNews {
  const { current_epoch: epoch, holder_id: holderId, is_held: isHeld } = row;
  return {
    epoch,
    isHolder: isHeld && holderId === deviceId,
    holder: isHeld ? row.holder_name : row.untold_name,
    // A device that was revoked while it was cut off goes on until its lease has run out; nobody else before.
    isBinding: row.devices > 1 || (isHeld && holderId !== deviceId),
    ttlMs: LEASE_MS,
  };
}
