import type { Connections, EngineStatus } from './face.ts';
import { readDetails } from './import-deps.ts';
import type { Ledger } from './ledger-ports.ts';
import type { Clock } from './ports.ts';

/** Where everything stands, from what is kept here; asks neither side. */
export function describeStatus(ledger: Ledger, connections: Connections, clock: Clock): EngineStatus {
  const { oldestMs, ...queue } = ledger.outbox.countByState();
  const last = ledger.runs.findLatest('import', ['done']);
  const till = connections.readTill();
  const store = connections.readStore();
  const planned = ledger.runs.findLatest('import', ['planned', 'braked']);
  return {
    till,
    store,
    queue: {
      ...queue,
      oldestSeconds: oldestMs === null ? null : Math.max(0, Math.round((clock.nowMs() - oldestMs) / 1000)),
    },
    products: ledger.links.countByStatus(),
    lastSyncMs: last?.finishedMs ?? null,
    unfinishedRun: ledger.runs.findLatest('import', ['approved', 'applying', 'cancelled', 'stopped']),
    warnings: [
      ...(till?.warnings ?? []),
      ...(store?.warnings ?? []),
      ...(planned ? readDetails(planned.details).warnings : []),
    ],
  };
}
