import { describe, expect, it } from 'vitest';
import { createFailure, type Failure } from '../../../src-main/domain/failure.ts';
import type { ConflictView, Engine, EngineStatus, LiveState } from '../../../src-main/engine/face.ts';
import { createLiveEngine, makeConflict } from './fake-live.ts';
import { createFakeOrders, makeOrder, serveOrders } from './fake-orders.ts';
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

function openStatus(
  conflicts: number,
  state: Partial<LiveState> = {},
  given: Partial<EngineStatus> = {},
  writeTrouble?: Failure,
) {
  const list: Engine['conflicts']['list'] = () => ({ conflicts: [], total: conflicts });
  const live = createLiveEngine({ conflicts: { list }, state });
  const parked = { list: () => ({ rows: [], total: 1 }), retry: () => 0 };
  return createFakeMachine({
    engine: { ...live, parked, status: () => ({ ...STATUS, ...given }) },
    ...(writeTrouble ? { writeTrouble } : {}),
  });
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

  it('says before all else that nothing can be written now, and why', async () => {
    const machine = openStatus(3, {}, {}, createFailure('DATA_HELD'));
    await machine.run('status');
    expect(machine.stdout.text).toMatch(/^Nothing can be written in the data folder now\./);
    expect(machine.stdout.text).toContain('DATA_HELD');
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

  it('counts orders that are not on the till yet, with the age of the oldest', async () => {
    const flows = [60_000, 30_000].map((ageMs) => makeOrder({ lane: 'received', createdMs: -ageMs }));
    const { overview } = createFakeOrders();
    const machine = createFakeMachine({
      engine: {
        ...createLiveEngine({
          orders: {
            overview: () => ({ ...overview(), lanes: { ...overview().lanes, received: 2 } }),
            list: serveOrders([...flows].reverse()),
          },
        }),
        status: () => STATUS,
      },
    });
    await machine.run('status');
    expect(machine.stdout.text).toMatch(/Orders +2 wait to go to the till, the oldest for 1 min/);
    machine.stdout.text = '';
    await machine.run('status', '--json');
    expect(JSON.parse(machine.stdout.text)).toMatchObject({ orders: { waiting: 2, oldestSeconds: 60 } });
  });

  it('asks nobody about what is decided: it waits for the next look', async () => {
    const ruling = { take: 'till' as const, value: null, seenTill: 1150, seenStore: 1200 };
    const decided = [makeConflict({ ruling }), makeConflict({ id: 4, linkId: 31, ruling })];
    const products = { ...STATUS.products, conflict: 2 };
    const show = async (conflicts: readonly ConflictView[]): Promise<string> => {
      const list: Engine['conflicts']['list'] = () => ({
        conflicts: [...conflicts],
        total: conflicts.length,
      });
      const live = createLiveEngine({ conflicts: { list }, state: { isLooking: false } });
      const status = () => ({ ...STATUS, products });
      const machine = createFakeMachine({ engine: { ...live, status } });
      await machine.run('status');
      return machine.stdout.text;
    };
    const all = await show(decided);
    expect(all).toMatch(/^2 answers of yours wait for the next look\./);
    expect(all).toMatch(/Conflicts +2, all decided/);
    expect(all).toMatch(/Next {2}sync --once$/m);
    const one = await show([...decided.slice(1), makeConflict()]);
    expect(one).toMatch(/^1 product needs you\./);
    expect(one).toMatch(/Conflicts +2, 1 decided/);
    expect(one).toMatch(/Next {2}conflicts$/m);
  });

  it('says that what was refused and is to be tried again waits for the next look', async () => {
    const given = { ...STATUS, products: { ...STATUS.products, waiting: 0, error: 1 } };
    const show = async (isParked: boolean): Promise<string> => {
      const live = createLiveEngine({ state: { isLooking: false } });
      const parked = { list: () => ({ rows: [], total: isParked ? 1 : 0 }), retry: () => 0 };
      const machine = createFakeMachine({ engine: { ...live, parked, status: () => given } });
      await machine.run('status');
      return machine.stdout.text;
    };
    expect(await show(true)).toMatch(/^1 product needs you\.[\s\S]*Next {2}parked$/m);
    expect(await show(false)).toMatch(/^1 product waits for the next look\.[\s\S]*Next {2}sync --once$/m);
  });

  it('says which side does not answer, and why', async () => {
    const failure = { code: 'NET_UNREACHABLE' as const, facts: { host: 'shop.example' } };
    const machine = openStatus(0, { away: { till: null, store: failure } });
    await machine.run('status');
    expect(machine.stdout.text).toMatch(/Store +No connection to shop\.example/);
  });

  const CALM: Partial<EngineStatus> = {
    queue: { waiting: 0, running: 0, unknown: 0, parked: 0, oldestSeconds: null },
    products: { synced: 10, waiting: 0, error: 0, conflict: 0, deleted: 0 },
    lastSyncMs: 1_000,
  };

  it('where nothing looks says as of when it was in step, and what would look', async () => {
    const machine = openStatus(0, { isLooking: false, lastPassMs: 5_000 }, CALM);
    await machine.run('status');
    expect(machine.stdout.text).toMatch(/^In step as of \S.+ ago\./);
    expect(machine.stdout.text).toMatch(/Last look +\S.+ ago/);
    expect(machine.stdout.text).toMatch(/Looks +nothing looks at the moment: "run" does, or the window/);
    expect(machine.stdout.text).not.toMatch(/Everything is in step|every 5 s/);
    await machine.run('status', '--json');
    expect(JSON.parse(machine.stdout.text.slice(machine.stdout.text.indexOf('{')))).toMatchObject({
      lastLookAt: '1970-01-01T00:00:05.000Z',
      isLooking: false,
      quota: { everySeconds: null, pace: null },
    });
  });

  it('where something looks says that all is in step, and how often it looks', async () => {
    const machine = openStatus(0, { lastPassMs: 5_000 }, CALM);
    await machine.run('status');
    expect(machine.stdout.text).toMatch(/^Everything is in step\./);
    expect(machine.stdout.text).toMatch(/Looks +every 5/);
  });

  it.each([
    [true, {}, 'Waiting until the till can be reached again.'],
    [false, {}, 'The last look did not reach the till.'],
    [false, { lastSyncMs: null }, 'The last look did not reach the till.'],
  ])('a side that is away comes first (looking: %s, %o)', async (isLooking, given, headline) => {
    const failure = { code: 'NET_UNREACHABLE' as const, facts: { host: 'apisandbox.dev.clover.com' } };
    const away = { till: failure, store: null };
    const machine = openStatus(2, { isLooking, away }, { ...CALM, ...given });
    await machine.run('status');
    expect(machine.stdout.text.split('\n')[0]).toBe(headline);
    expect(machine.stdout.text).toMatch(/Till +Not reached/);
  });
});
