import type { EventLog } from '../log/event-log.ts';
import { type ByeCode, type LeaseNews, WINDOW_FRAMES } from '../protocol/frames.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { HubTime } from '../runtime/time.ts';
import type { Device, ShopBook } from '../tenants/shop-book.ts';
import type { LeaseBook } from './lease-book.ts';
import type { PermitDesk } from './permit-desk.ts';
import type { Placement } from './placement.ts';
import type { Hello } from './session.ts';
import type { Wire } from './wire.ts';

/** Numbers beyond it would end what can be counted exactly. */
const HIGHEST_CURSOR = 2 ** 52;

export interface RelayParts {
  readonly log: EventLog;
  readonly book: ShopBook;
  readonly leases: LeaseBook;
  readonly permits: PermitDesk;
  readonly time: HubTime;
  readonly placement: Placement;
}

/** Where a device's hints begin. */
export interface Start {
  readonly cursor: number;
  /** What it had acknowledged and has forgotten, so that it is to read everything anew; null where nothing. */
  readonly forgottenUpTo: number | null;
}

/** The device behind a hello, or why there is none. Rejects where the database fails. */
export async function recognise({ book }: RelayParts, hello: Hello): Promise<Device | ByeCode> {
  if (hello.version !== PROTOCOL_VERSION) return 'refused';
  if (hello.cursor !== null && hello.cursor > HIGHEST_CURSOR) return 'malformed';
  return (await book.seekDevice(hello.token)) ?? 'refused';
}

/**
 * Agrees on where the device's hints go on. It may know more than the hub (an acknowledgement was lost, or the hub's
 * file is an older one) or less (the device was restored from a backup). Rejects where the log fails.
 */
export async function findStart(
  { log, time }: RelayParts,
  device: Device,
  cursor: number | null,
): Promise<Start> {
  const { id, shopId } = device;
  await log.openCursor(shopId, id);
  const own = await log.readCursor(shopId, id);
  if (cursor === null || cursor === own) return { cursor: own, forgottenUpTo: null };
  if (cursor < own) return { cursor, forgottenUpTo: own };
  const last = await log.readLast(shopId);
  await log.acknowledge(shopId, id, cursor);
  if (cursor > last) await log.collapse(shopId, null, 'the hub was restored from a backup', time.nowMs());
  return { cursor, forgottenUpTo: null };
}

/** How the lease stands for the device; claimed where it wishes it. Rejects where the database fails. */
export function findLease({ leases, time }: RelayParts, { id }: Device, hello: Hello): Promise<LeaseNews> {
  leases.forget(id);
  return hello.wantsLease ? leases.claim(id, time.nowMs()) : leases.read(id, time.nowMs());
}

export function welcome({ permits, time }: RelayParts, device: Device, lease: LeaseNews, wire: Wire): void {
  wire.send({
    type: 'welcome',
    version: PROTOCOL_VERSION,
    device: device.name,
    serverMs: time.nowMs(),
    window: WINDOW_FRAMES,
    lease,
    needsPermits: permits.isNeeded(device.shopId),
  });
}
