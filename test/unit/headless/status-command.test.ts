import { describe, expect, it } from 'vitest';
import type { Engine, EngineStatus, LiveState } from '../../../src-main/engine/face.ts';
import { createLiveEngine } from './fake-live.ts';
import { CONNECTED } from './fake-runs.ts';
import { createFakeMachine } from './fake-surroundings.ts';

const STATUS: EngineStatus = {
  till: CONNECTED.readTill(),
  store: CONNECTED.readStore(),
  queue: { waiting: 2, running: 0, unknown: 0, parked: 1, oldestSeconds: 75 },
  products: { synced: 10, waiting: 2, error: 0, conflict: 0, deleted: 0 },
  lastSyncMs: 5,
  unfinishedRun: null,
  differing: { planned: 0, left: 0 },
  addOns: null,
  warnings: [],
};

function openStatus(conflicts: number, state: Partial<LiveState> = {}, given: Partial<EngineStatus> = {}) {
  const list: Engine['conflicts']['list'] = () => ({ conflicts: [], total: conflicts });
  const live = createLiveEngine({ conflicts: { list }, state });
  return createFakeMachine({ engine: { ...live, status: () => ({ ...STATUS, ...given }) } });
}

describe('status', () => {
  it('tells scripts of the queue, the quota and the conflicts', async () => {
    const machine = openStatus(3, { quotaPercent: 25 });
    expect(await machine.run('status', '--json')).toBe(0);
    expect(JSON.parse(machine.stdout.text)).toMatchObject({
      queue: { waiting: 2, running: 0, unknown: 0, parked: 1, oldestSeconds: 75 },
      quota: { perSecond: 4, usedPercent: 25 },
      conflicts: 3,
    });
  });

  it('tells people first what needs them, and the command for it', async () => {
    const machine = openStatus(3);
    await machine.run('status');
    expect(machine.stdout.text).toMatch(/^3 products need you\./);
    expect(machine.stdout.text).toMatch(/Queue +3 rows, the oldest for 1 min 15 s/);
    expect(machine.stdout.text).toMatch(/Conflicts +3/);
    expect(machine.stdout.text).toMatch(/Next {2}conflicts$/m);
  });

  it('points at what is set aside when nothing else waits for a person', async () => {
    const machine = openStatus(0);
    await machine.run('status');
    expect(machine.stdout.text).toMatch(/Next {2}parked$/m);
    expect(machine.stdout.text).not.toContain('Conflicts');
  });

  it('says which side does not answer, and why', async () => {
    const failure = { code: 'NET_UNREACHABLE' as const, facts: { host: 'shop.example' } };
    const machine = openStatus(0, { away: { till: null, store: failure } });
    await machine.run('status');
    expect(machine.stdout.text).toMatch(/Store +No connection to shop\.example/);
  });
});
