import type { FastifyInstance } from 'fastify';
import type { HubConfig } from './config.ts';
import { createAdmission } from './ingest/admission.ts';
import { registerHooks } from './ingest/hooks.ts';
import { createIntake } from './ingest/intake.ts';
import { createMissedChanges } from './ingest/missed-changes.ts';
import type { EventLog } from './log/event-log.ts';
import { createDiskWatch } from './ops/disk-watch.ts';
import { registerHealth } from './ops/health.ts';
import { createHubMetrics } from './ops/hub-metrics.ts';
import { createSignatureWatch } from './ops/signature-watch.ts';
import type { LeaseBook } from './relay/lease-book.ts';
import type { PermitDesk } from './relay/permit-desk.ts';
import type { Placement } from './relay/placement.ts';
import { Relay } from './relay/relay.ts';
import { openSocketDoor } from './relay/socket-door.ts';
import type { HubTime } from './runtime/time.ts';
import type { ShopBook } from './tenants/shop-book.ts';

export interface CoreParts {
  readonly app: FastifyInstance;
  readonly config: HubConfig;
  readonly log: EventLog;
  readonly book: ShopBook;
  readonly leases: LeaseBook;
  readonly permits: PermitDesk;
  readonly time: HubTime;
  readonly placement: Placement;
  /** The disk fails; beside the log line. */
  readonly ring: (error: unknown) => void;
  /** Too many deliveries are refused; beside the log line. */
  readonly ringRefused: () => void;
}

export interface Core {
  /** Sends the devices away and waits for their sockets. */
  drain(): Promise<void>;
}

/** Puts together ingest and relay: what comes in over HTTP goes through the log to the sockets. */
export async function buildCore(parts: CoreParts): Promise<Core> {
  const { app, config, log, book, time, ring } = parts;
  const metrics = createHubMetrics();
  const missed = createMissedChanges(log);
  const disk = createDiskWatch({
    ...{ say: app.log, time, ring },
    probe: () => log.probe(time.nowMs()),
    onWell: () => void missed.tell(time.nowMs()),
  });
  const signatures = createSignatureWatch(time, (refused, all) => {
    app.log.warn({ refused, all }, 'deliveries are refused for their signature or auth code');
    parts.ringRefused();
  });
  const intake = createIntake({ log, book, admission: createAdmission(config, time), time, missed });
  const relay = new Relay(parts, metrics, app.log);
  const door = openSocketDoor(app.server, {
    relay,
    metrics,
    time,
    mostSockets: config.mostSockets,
  });
  await registerHooks(app, { book, intake, metrics, time, disk, signatures });
  registerHealth(app, {
    ...{ log, disk, metrics, time, config },
    countSockets: door.countSockets,
    placement: parts.placement,
  });
  return {
    drain: async () => {
      disk.stop();
      relay.drain();
      await door.close();
    },
  };
}
