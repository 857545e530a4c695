import { describe, expect, it } from 'vitest';
import { createFailure, FailureError } from '../../../src-main/domain/failure.ts';
import { fail } from '../../../src-main/engine/face.ts';
import { openLastingEngine } from '../../../src-main/ipc/recovery/lasting-engine.ts';
import { openCrashFile } from '../../../src-main/log/crash-file.ts';
import { startLastingWorld } from '../../support/lasting-world.ts';
import { createManualTime } from '../../support/manual-time.ts';
import { waitFor } from '../../support/relay-world.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const SECRET = 'Ada Lovelace ada@example.com';
const defect = (): Error => new TypeError(`cannot read ${SECRET}`);
const full = (): Error => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
const PAGE = { limit: 50, offset: 0 };
const PRODUCTS = { sort: 'name', isDescending: false, ...PAGE } as const;
const LOG = { sort: 'atMs', isDescending: true, ...PAGE } as const;

describe('S8: a defect in the engine', () => {
  it('starts it anew in the same process: windows ask for everything again, the log says what and where', async () => {
    const world = await startLastingWorld();
    await world.import();
    const before = world.lasting.readEngine();
    const heard: [string, number][] = [];
    world.lasting.desk.join((event, seq) => void heard.push([event, seq]));
    world.lasting.crash(defect());
    const { total } = await world.call('products:page', PRODUCTS);
    expect(total).toBeGreaterThan(0);
    expect(world.lasting.readEngine()).not.toBe(before);
    expect(await world.call('support:get', {})).toMatchObject({ engine: { mode: 'running', restarts: 1 } });
    const numbers = heard.map(([, seq]) => seq);
    expect(numbers.some((seq, at) => at > 0 && seq !== (numbers[at - 1] ?? 0) + 1)).toBe(true);
    const [crash] = world.crashes.read();
    expect(crash).toMatchObject({ where: 'engine', error: 'TypeError', version: '1.2.3' });
    expect(crash?.frames[0]).toContain('defect');
    const { entries } = await world.call('log:page', { ...LOG, action: 'crash' });
    expect(entries).toHaveLength(1);
    expect(JSON.stringify([crash, entries])).not.toContain('Ada');
  });

  it('leaves both sides in step by itself afterwards', async () => {
    const world = await startLastingWorld();
    await world.import();
    world.lasting.crash(defect());
    await world.call('status:get', {});
    world.writes();
    const { state, staff } = world.practice.tillService;
    const [item] = [...state.items.values()].filter(({ itemGroupId }) => !itemGroupId);
    staff.editItem(item?.id ?? '', { price: 4321 });
    await world.call('sync:now', { isFull: false });
    expect(world.writes().length).toBeGreaterThan(0);
  });

  it('the fourth within ten minutes is safe mode: all can be read, nothing is written, and a person is told', async () => {
    const world = await startLastingWorld();
    await world.import();
    for (let crash = 1; crash <= 4; crash += 1) {
      world.lasting.crash(defect());
      await world.call('status:get', {});
      expect(world.lasting.readMode().safe).toBe(crash < 4 ? null : 'crashed');
    }
    expect(world.crashes.read()).toHaveLength(4);
    world.writes();
    const refused = await Promise.all([
      world.ask('sync:now', { isFull: true }),
      world.ask('plan:make', { choices: [] }),
      world.ask('run:apply', { runId: 1 }),
      world.ask('orders:testPrint', {}),
      world.ask('links:clean', {}),
    ]);
    for (const answer of refused) expect(answer).toMatchObject({ ok: false, failure: { code: 'SAFE_MODE' } });
    // Beside the gate too: what leaves is refused where it leaves, though there is something to write.
    const { state, staff } = world.practice.tillService;
    for (const { id } of [...state.items.values()].slice(0, 5)) staff.editItem(id, { price: 7777 });
    const engine = world.lasting.readEngine();
    await engine?.sync.once({ full: true, signal: AbortSignal.timeout(3000) });
    expect(world.writes()).toEqual([]);
    expect((await world.call('products:page', PRODUCTS)).total).toBeGreaterThan(0);
    expect((await world.call('log:page', LOG)).total).toBeGreaterThan(0);
    const { alerts } = await world.call('alerts:list', PAGE);
    expect(alerts.map(({ title }) => title)).toContain(
      'Tillbridge is in safe mode, so nothing is kept in step.',
    );
    // A fifth is written down, and goes round no more.
    const resting = world.lasting.readEngine();
    world.lasting.crash(defect());
    expect(world.lasting.readEngine()).toBe(resting);
    expect(world.crashes.read()).toHaveLength(5);
  });

  it('"Try again" leads out of safe mode, and the alert is over', async () => {
    const world = await startLastingWorld({ isSafe: true });
    expect(await world.call('support:get', {})).toMatchObject({ engine: { mode: 'safe', reason: 'asked' } });
    expect(await world.call('support:retry', {})).toEqual({});
    expect(await world.call('support:get', {})).toMatchObject({ engine: { mode: 'running' } });
    await world.import();
    expect(world.writes().length).toBeGreaterThan(0);
  });

  it('more than ten minutes apart is a restart each time', async () => {
    const time = createManualTime();
    const world = await startLastingWorld({ clock: time.clock, timers: time.timers });
    for (let crash = 1; crash <= 6; crash += 1) {
      world.lasting.crash(defect());
      await world.call('status:get', {});
      time.pass(4 * 60_000);
    }
    expect(world.lasting.readMode()).toMatchObject({ safe: null, restarts: 6 });
  });

  it('that the engine leaves behind when it is closed under way is none of the next one’s', async () => {
    const world = await startLastingWorld();
    await world.import();
    const old = world.lasting.readEngine();
    world.lasting.crash(defect());
    await world.call('status:get', {});
    const late = await Promise.resolve()
      .then(() => old?.status())
      .catch((error: unknown) => error);
    expect(late).toBeInstanceOf(TypeError);
    const now = world.lasting.readEngine();
    world.lasting.crash(late);
    expect(world.lasting.readEngine()).toBe(now);
    expect(world.crashes.read()).toHaveLength(1);
  });
});

describe('S8: a defect at the start', () => {
  it.each([1, 3])('%s times in a row is tried again', async (times) => {
    let left = times;
    const world = await startLastingWorld({
      wrap: (open) => async (options) => {
        if (left > 0) {
          left -= 1;
          throw defect();
        }
        return open(options);
      },
    });
    expect(world.lasting.readMode()).toMatchObject({ safe: null, restarts: times });
    expect(world.crashes.read()).toHaveLength(times);
    expect(world.crashes.read()[0]?.where).toBe('start');
  });

  it('that comes back ends in safe mode, where that opens', async () => {
    const world = await startLastingWorld({
      wrap: (open) => async (options) => {
        if (!options.isSafe) throw defect();
        return open(options);
      },
    });
    expect(world.lasting.readMode().safe).toBe('crashed');
    expect(world.crashes.read()).toHaveLength(4);
    expect(await world.call('status:get', {})).toMatchObject({ mode: 'setup' });
  });

  it('that safe mode has too ends the start with a sentence, after five tries and no more', async () => {
    const { deps, tries } = failing(() => {
      throw defect();
    });
    expect(await openLastingEngine(deps)).toMatchObject({ ok: false, failure: { code: 'ENGINE_STOPPED' } });
    expect(tries()).toBe(5);
  });

  it('of what lasts is told at once by its own sentence: a folder in use, a damaged file, a full disk', async () => {
    const inUse = failing(async () => fail(createFailure('DATA_IN_USE')));
    expect(await openLastingEngine(inUse.deps)).toMatchObject({ failure: { code: 'DATA_IN_USE' } });
    expect(inUse.tries()).toBe(1);
    const damaged = failing(() => {
      throw new FailureError(createFailure('DATA_DAMAGED', { file: 'a' }));
    });
    expect(await openLastingEngine(damaged.deps)).toMatchObject({ failure: { code: 'DATA_DAMAGED' } });
    expect(damaged.tries()).toBe(2);
    const disk = failing(() => {
      throw full();
    });
    expect(await openLastingEngine(disk.deps)).toMatchObject({ failure: { code: 'DATA_UNWRITABLE' } });
    expect(disk.tries()).toBe(2);
  });
});

describe('D7: a disk that takes nothing', () => {
  it('is safe mode at once, says so, and is over by itself when there is room again', async () => {
    const time = createManualTime();
    let hasRoom = false;
    const world = await startLastingWorld({
      clock: time.clock,
      timers: time.timers,
      wrap: (open) => async (options) => {
        const room = await open(options);
        if (!room.ok || !options.isSafe) return room;
        return {
          ok: true,
          value: { ...room.value, support: { ...room.value.support, canWrite: () => hasRoom } },
        };
      },
    });
    world.lasting.crash(full());
    const { engine } = await world.call('support:get', {});
    expect(engine).toMatchObject({ mode: 'safe', reason: 'data', failure: { code: 'DATA_UNWRITABLE' } });
    time.pass(10 * 60_000);
    expect((await world.call('support:get', {})).engine.mode).toBe('safe');
    hasRoom = true;
    time.pass(30_000);
    await waitFor(
      'the engine',
      () => world.lasting.readMode().safe === null && world.lasting.readEngine() !== null,
    );
    expect((await world.call('support:get', {})).engine).toMatchObject({ mode: 'running', restarts: 0 });
  });

  it('that a call meets is told by its own sentence, and not as a mistake of ours', async () => {
    const world = await startLastingWorld();
    const engine = world.lasting.readEngine();
    Object.assign(engine?.settings ?? {}, {
      list: () => {
        throw full();
      },
    });
    expect(await world.ask('settings:list', {})).toMatchObject({ failure: { code: 'DATA_UNWRITABLE' } });
    expect((await world.call('support:get', {})).engine.reason).toBe('data');
  });
});

/** An engine that opens so, and how often that was tried. */
function failing(openRoom: Parameters<typeof openLastingEngine>[0]['openRoom']) {
  let tries = 0;
  const { clock, timers } = createManualTime();
  const deps: Parameters<typeof openLastingEngine>[0] = {
    openRoom: async (options) => {
      tries += 1;
      return openRoom(options);
    },
    startPractice: () => Promise.reject(new Error('nobody practises here')),
    crashes: openCrashFile(makeTemporaryFolder()),
    clock,
    timers,
    version: '1.2.3',
    isSafe: false,
  };
  return { deps, tries: () => tries };
}
