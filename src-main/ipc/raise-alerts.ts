import { describeFailure } from '../../src-preload/contract/failures.ts';
import type { SideName } from '../../src-preload/contract/shapes.ts';
import type { Failure } from '../domain/failure.ts';
import type { Alerts, Connections, RunResult, UndoResult } from '../engine/face.ts';

const CONNECTIONS = '#/settings/connections';
const IMPORT = '#/import';
const SIDE_NAMES: Readonly<Record<SideName, string>> = { till: 'The till', store: 'The store' };

/** A run that left products out, or that did not come to its end; the next one that does says how it is now. */
export function alertRunEnd(alerts: Alerts, result: RunResult | UndoResult): void {
  const { state, counts } = result;
  const word = 'undone' in result ? 'undo' : 'import';
  const [stopped, failed] = [`${word}.stopped`, `${word}.failed`];
  if (state !== 'stopped' && state !== 'done') return;
  alerts.settle(stopped);
  if (state === 'stopped') {
    const title = `The ${word} stopped half-way.`;
    const body = 'What was written stays. Open Tillbridge to go on from there; nothing is done twice.';
    alerts.raise({ kind: 'import-ended', key: stopped, title, body, opens: IMPORT });
    return;
  }
  alerts.settle(failed);
  if (counts.failed === 0) return;
  const products = counts.failed === 1 ? '1 product was refused' : `${counts.failed} products were refused`;
  alerts.raise({
    kind: 'import-ended',
    key: failed,
    title: `${products} in the ${word}.`,
    body: 'Open Tillbridge to see which and why; everything else was done.',
    opens: IMPORT,
  });
}

/** What a real call to a side has just said. A network that is down comes back by itself, so it is no alert. */
export function alertReach(alerts: Alerts, side: SideName, failure: Failure | null): void {
  const key = `side.${side}`;
  if (!failure) {
    alerts.settle(key);
    return;
  }
  // Whoever found the log-in lost has told it.
  if (failure.code.startsWith('NET_') || failure.code === 'CLOVER_LOGIN_LOST') return;
  const { message, hint } = describeFailure(failure);
  const title = `${SIDE_NAMES[side]} refuses Tillbridge, so nothing is kept in step.`;
  alerts.raise({ kind: 'sync-error', key, title, body: `${message} ${hint}`, opens: CONNECTIONS });
}

/** What a connection that was just made lacks, such as a permission. */
export function alertMissing(alerts: Alerts, side: SideName, connections: Connections): void {
  const connection = side === 'till' ? connections.readTill() : connections.readStore();
  const key = `missing.${side}`;
  const warnings = connection?.warnings ?? [];
  if (warnings.length === 0) {
    alerts.settle(key);
    return;
  }
  const sentences = warnings.map(describeFailure).map(({ message, hint }) => `${message} ${hint}`);
  alerts.raise({
    kind: 'missing-prerequisite',
    key,
    title: `${SIDE_NAMES[side]} is connected, but something is missing.`,
    body: sentences.join(' '),
    opens: CONNECTIONS,
  });
}
