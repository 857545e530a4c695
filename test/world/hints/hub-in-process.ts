import { join } from 'node:path';
import { openHubDatabase } from '../../../src-hub/database/database.ts';
import type { EventLog, Side } from '../../../src-hub/log/event-log.ts';
import { createSqliteLog } from '../../../src-hub/log/sqlite-log.ts';
import type { HubFrame } from '../../../src-hub/protocol/frames.ts';
import { Delivery } from '../../../src-hub/relay/delivery.ts';
import { findStart, type RelayParts } from '../../../src-hub/relay/greeting.ts';
import type { HubTime } from '../../../src-hub/runtime/time.ts';
import { createFailure } from '../../../src-main/domain/failure.ts';
import type { HubNews, HubPort } from '../../../src-main/engine/hub-ports.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';

const WAY_MS = 40;
const SHOP = 's1';
export const DEVICE = 'd1';
const LEASE = { epoch: 1, isHolder: true, holder: null, isBinding: false, ttlMs: 60_000 };

/** The hub of one shop with one PC: its own log on a data file, its own delivery, and a line that can be cut. */
export interface HubInProcess {
  readonly hub: HubPort;
  /** Something was changed on a side. Resolves once it is on the disk. */
  tell(side: Side, key: string): Promise<void>;
  /** The socket is gone, and what is on its way in either direction with it. */
  cut(): void;
  /** Hints that the PC was sent, those sent again among them. */
  countSent(): number;
  countWaiting(): Promise<number>;
  close(): Promise<void>;
}

/** Sessions, leases and permits are left out: their clocks ring ten times a second, for days. */
export function openHubInProcess(folder: string, time: VirtualTime): HubInProcess {
  const db = openHubDatabase(join(folder, 'hub.db'));
  const hubTime: HubTime = {
    nowMs: () => Math.floor(time.clock.nowMs()),
    monotonicMs: time.clock.monotonicMs,
    after: time.timers.after,
    soon: (ring) => void setImmediate(ring),
    fraction: () => 0,
  };
  const log = createSqliteLog(db, hubTime);
  let line: Line | null = null;
  let sent = 0;
  const onSent = (): void => {
    sent += 1;
  };
  const link: HubPort['link'] = ({ cursor }, hear) => {
    const mine = connect({ log, time, hubTime, onSent }, cursor, hear);
    line = mine;
    return { acknowledge: mine.acknowledge, want: () => undefined, close: mine.end };
  };
  return {
    hub: { link } as Pick<HubPort, 'link'> as HubPort,
    tell: (side, key) => log.append([{ shopId: SHOP, side, key, atMs: hubTime.nowMs() }]),
    cut: () => line?.cut(),
    countSent: () => sent,
    countWaiting: async () => (await log.read(SHOP, await log.readCursor(SHOP, DEVICE), 1_000)).length,
    close: async () => {
      line?.end();
      await log.close();
      db.close();
    },
  };
}

interface LineParts {
  readonly log: EventLog;
  readonly time: VirtualTime;
  readonly hubTime: HubTime;
  readonly onSent: () => void;
}

interface Line {
  acknowledge(upTo: number): void;
  cut(): void;
  end(): void;
}

/** One connection of the PC, as `relay.ts` has it: where it goes on, what waits, and whatever comes. */
function connect(parts: LineParts, cursor: number | null, hear: (news: HubNews) => void): Line {
  const { log, time, hubTime, onSent } = parts;
  let isOver = false;
  let delivery: Delivery | null = null;
  const onWay = (work: () => void): void =>
    void time.timers.after(WAY_MS, () => (isOver ? undefined : work()));
  const send = (frame: HubFrame): void => {
    if (frame.type !== 'hint' && frame.type !== 'resync') return;
    onWay(() => hear(frame.type === 'hint' ? { ...frame, kind: 'hint' } : { ...frame, kind: 'resync' }));
  };
  const wire = { send, isOpen: () => !isOver, bufferedBytes: 0, close: () => undefined };
  const greet = async (): Promise<void> => {
    const device = { id: DEVICE, shopId: SHOP } as Parameters<typeof findStart>[1];
    const start = await findStart({ log, time: hubTime } as RelayParts, device, cursor);
    if (isOver) return;
    onWay(() =>
      hear({ kind: 'welcome', lease: LEASE, needsPermits: false, sent: { monotonicMs: 0, wallMs: 0 } }),
    );
    delivery = new Delivery(
      { log, wire, time: hubTime, shopId: SHOP, deviceId: DEVICE, onSent },
      start.cursor,
    );
    await delivery.pump();
  };
  const stopNews = log.onNews(() => void delivery?.pump());
  void greet();
  const end = (): void => {
    isOver = true;
    stopNews();
    delivery?.end();
  };
  return {
    acknowledge: (upTo) => onWay(() => void delivery?.acknowledge(upTo)),
    end,
    cut: () => {
      if (isOver) return;
      end();
      hear({ kind: 'ended', failure: createFailure('HUB_LOST'), retryAfterMs: null, movedTo: null });
    },
  };
}
