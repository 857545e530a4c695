import { describe, expect, it } from 'vitest';
import type { Alert, WriteAlert } from '../../../src-main/domain/alert.ts';
import { createFailure } from '../../../src-main/domain/failure.ts';
import type { Alerts, Connections, RunResult } from '../../../src-main/engine/face.ts';
import { alertMissing, alertReach, alertRunEnd } from '../../../src-main/ipc/raise-alerts.ts';
import { ENGLISH } from '../../../src-main/ipc/words.ts';

function listen() {
  const did: string[] = [];
  const raised: Alert[] = [];
  const alerts = {
    raise: (write: Alert | WriteAlert) => {
      const alert = typeof write === 'function' ? write(ENGLISH) : write;
      raised.push(alert);
      did.push(`raise ${alert.kind} ${alert.key}`);
    },
    settle: (key: string) => void did.push(`settle ${key}`),
  } as Partial<Alerts> as Alerts;
  return { alerts, did, raised };
}

const result = (state: RunResult['state'], failed: number): RunResult =>
  ({
    runId: 7,
    state,
    counts: { created: 1, linked: 0, updated: 0, skipped: 0, failed },
  }) as unknown as RunResult;

describe('a run', () => {
  it('that stopped half-way is told, and no longer once it came to its end', () => {
    const { alerts, did, raised } = listen();
    alertRunEnd(alerts, result('stopped', 0));
    expect(did.splice(0)).toEqual(['settle import.stopped', 'raise import-ended import.stopped']);
    alertRunEnd(alerts, result('done', 0));
    expect(did).toEqual(['settle import.stopped', 'settle import.failed']);
    expect(raised[0]).toMatchObject({ title: 'The import stopped half-way.', opens: '#/import' });
  });

  it('that left products out is told anew each time, until one leaves out none', () => {
    const { alerts, did, raised } = listen();
    alertRunEnd(alerts, result('done', 12));
    alertRunEnd(alerts, { ...result('done', 1), undone: 3, kept: [] });
    expect(raised.map(({ title }) => title)).toEqual([
      '12 products were refused in the import.',
      '1 product was refused in the undo.',
    ]);
    did.splice(0);
    alertRunEnd(alerts, result('done', 2));
    expect(did.slice(-2)).toEqual(['settle import.failed', 'raise import-ended import.failed']);
  });

  it('that a person cancelled says nothing', () => {
    const { alerts, did } = listen();
    alertRunEnd(alerts, result('cancelled', 2));
    expect(did).toEqual([]);
  });
});

it('a side that refuses is told with the reason and settled when it answers; a lost network is neither', () => {
  const { alerts, did, raised } = listen();
  alertReach(alerts, 'till', createFailure('NET_UNREACHABLE', { host: 'api.clover.com' }));
  expect(did).toEqual([]);
  alertReach(alerts, 'till', createFailure('CLOVER_TOKEN_REFUSED'));
  alertReach(alerts, 'till', null);
  expect(did).toEqual(['raise sync-error side.till', 'settle side.till']);
  expect(raised[0]?.title).toBe('The till refuses Tillbridge, so nothing is kept in step.');
  expect(raised[0]?.body).toMatch(/token/i);
});

it('a connection that lacks a permission is told with it, and settled once it has it', () => {
  const { alerts, did, raised } = listen();
  const connect = (warnings: readonly ReturnType<typeof createFailure>[]): Connections =>
    ({ readTill: () => ({ warnings }), readStore: () => null }) as unknown as Connections;
  const missing = createFailure('CLOVER_PERMISSION_MISSING', { permission: 'Inventory write' });
  alertMissing(alerts, 'till', connect([missing]));
  alertMissing(alerts, 'till', connect([]));
  alertMissing(alerts, 'store', connect([]));
  expect(did).toEqual([
    'raise missing-prerequisite missing.till',
    'settle missing.till',
    'settle missing.store',
  ]);
  expect(raised[0]?.body).toContain('Inventory write');
});
