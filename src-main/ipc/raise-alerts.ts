import type { SideName } from '../../src-preload/contract/shapes.ts';
import type { Failure } from '../domain/failure.ts';
import type { Alerts, Connections, RunResult, UndoResult } from '../engine/face.ts';

const CONNECTIONS = '#/settings/connections';
const IMPORT = '#/import';
/** A run that left products out, or that did not come to its end; the next one that does says how it is now. */
export function alertRunEnd(alerts: Alerts, result: RunResult | UndoResult): void {
  const { state, counts } = result;
  const isUndo = 'undone' in result;
  const word = isUndo ? 'undo' : 'import';
  const [stopped, failed] = [`${word}.stopped`, `${word}.failed`];
  if (state !== 'stopped' && state !== 'done') return;
  alerts.settle(stopped);
  if (state === 'stopped') {
    alerts.raise(({ say }) => ({
      kind: 'import-ended',
      key: stopped,
      title: isUndo ? say('The undo stopped half-way.') : say('The import stopped half-way.'),
      body: say('What was written stays. Open Tillbridge to go on from there; nothing is done twice.'),
      opens: IMPORT,
    }));
    return;
  }
  alerts.settle(failed);
  const { failed: count } = counts;
  if (count === 0) return;
  alerts.raise(({ say }) => ({
    kind: 'import-ended',
    key: failed,
    title: isUndo
      ? say('{{count}} products were refused in the undo.', { count })
      : say('{{count}} products were refused in the import.', { count }),
    body: say('Open Tillbridge to see which and why; everything else was done.'),
    opens: IMPORT,
  }));
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
  alerts.raise(({ say, describeFailure }) => {
    const { message, hint } = describeFailure(failure);
    const title =
      side === 'till'
        ? say('The till refuses Tillbridge, so nothing is kept in step.')
        : say('The store refuses Tillbridge, so nothing is kept in step.');
    return { kind: 'sync-error', key, title, body: `${message} ${hint}`, opens: CONNECTIONS };
  });
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
  alerts.raise(({ say, describeFailure }) => ({
    kind: 'missing-prerequisite',
    key,
    title:
      side === 'till'
        ? say('The till is connected, but something is missing.')
        : say('The store is connected, but something is missing.'),
    body: warnings
      .map((warning) => describeFailure(warning))
      .map(({ message, hint }) => `${message} ${hint}`)
      .join(' '),
    opens: CONNECTIONS,
  }));
}
