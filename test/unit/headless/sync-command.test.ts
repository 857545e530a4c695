import { describe, expect, it } from 'vitest';
import { asRunId } from '../../../src-main/domain/ids.ts';
import type { Engine, OrderResult, SyncEvent, SyncResult } from '../../../src-main/engine/face.ts';
import { createLiveEngine, makeSyncResult } from './fake-live.ts';
import { createFakeMachine } from './fake-surroundings.ts';

const UNREACHABLE = { code: 'NET_UNREACHABLE' as const, facts: { host: 'shop.example' } };
const NOT_CONNECTED = { code: 'WOO_NOT_CONNECTED' as const, facts: {} };

const onceWith = (given: Partial<SyncResult>) => ({
  once: async () => ({ ok: true as const, value: makeSyncResult(given) }),
});

describe('sync --once', () => {
  it('answers scripts with what was written on each side and what waits', async () => {
    const sync = onceWith({ applied: { till: 2, store: 3 }, waiting: 1, parked: 4, conflicts: 5, ms: 812.6 });
    const machine = createFakeMachine({ engine: createLiveEngine({ sync }) });
    expect(await machine.run('sync', '--once', '--json')).toBe(3);
    expect(JSON.parse(machine.stdout.text)).toEqual({
      applied: { till: 2, store: 3 },
      failed: 0,
      waiting: 1,
      parked: 4,
      conflicts: 5,
      braked: null,
      ms: 813,
      away: { till: null, store: null },
    });
    expect(machine.opened).toMatchObject([{ isWriter: true }]);
  });

  it.each([
    ['all is in step', {}, {}, 0],
    ['rows are set aside', { parked: 1 }, {}, 0],
    ['a conflict is open', { conflicts: 1 }, {}, 3],
    ['a run is braked', { braked: asRunId(9) }, {}, 3],
    ['rows failed, besides a conflict', { failed: 1, conflicts: 1 }, {}, 1],
    ['a side does not answer', { waiting: 3, conflicts: 1 }, { till: null, store: UNREACHABLE }, 1],
    ['a side is not connected', { waiting: 3 }, { till: null, store: NOT_CONNECTED }, 4],
    ['one is not connected, one away', {}, { till: UNREACHABLE, store: NOT_CONNECTED }, 1],
  ])('when %s the exit code says so', async (_what, result, away, exitCode) => {
    const state = 'store' in away ? { away } : {};
    const machine = createFakeMachine({ engine: createLiveEngine({ sync: onceWith(result), state }) });
    expect(await machine.run('sync', '--once')).toBe(exitCode);
  });

  it('a side that is not connected ends it with 4', async () => {
    const sync = { once: async () => ({ ok: false as const, failure: NOT_CONNECTED }) };
    const machine = createFakeMachine({ engine: createLiveEngine({ sync }) });
    expect(await machine.run('sync', '--once', '--json')).toBe(4);
    expect(JSON.parse(machine.stdout.text).error.code).toBe('WOO_NOT_CONNECTED');
  });

  it.each([
    ['The till does not answer.', { till: UNREACHABLE, store: null }],
    ['Neither the till nor the store answers.', { till: UNREACHABLE, store: UNREACHABLE }],
  ])('that ends without an answer says of whom: %s', async (said, away) => {
    const sync = { once: async () => ({ ok: false as const, failure: UNREACHABLE }) };
    const machine = createFakeMachine({ engine: createLiveEngine({ sync, state: { away } }) });
    expect(await machine.run('sync', '--once')).toBe(1);
    expect(machine.stderr.text).toContain(said);
    expect(machine.stderr.text).toContain('NET_UNREACHABLE');
  });

  it('tells people what was done and which command comes next', async () => {
    const sync = onceWith({ applied: { till: 0, store: 1200 }, conflicts: 1, braked: asRunId(9), parked: 2 });
    const machine = createFakeMachine({ engine: createLiveEngine({ sync }) });
    await machine.run('sync', '--once');
    expect(machine.stdout.text).toContain('1,200 written in the store, 2 set aside.');
    expect(machine.stdout.text).toContain('Run 9 would change much at once and waits: approve 9');
    expect(machine.stdout.text).toContain('1 conflict waits for you: conflicts');
    expect(machine.stdout.text).toContain('2 rows are set aside: parked');
  });

  it('tells of answers that no longer hold, in words and to scripts', async () => {
    const sync = onceWith({ conflicts: 1, lapsed: 1 });
    const machine = createFakeMachine({ engine: createLiveEngine({ sync }) });
    await machine.run('sync', '--once');
    expect(machine.stdout.text).toContain('1 answer no longer holds: the value changed since\n');
    const scripted = createFakeMachine({ engine: createLiveEngine({ sync }) });
    await scripted.run('sync', '--once', '--json');
    expect(JSON.parse(scripted.stdout.text)).toMatchObject({ conflicts: 1, lapsedAnswers: 1 });
  });

  it('tells of web orders that flowed in the same look, in words and to scripts', async () => {
    const orders: OrderResult = {
      placed: 2,
      paid: 2,
      printed: 1,
      reported: 2,
      statusesToStore: 3,
      statusesToTill: 1,
      waiting: 0,
      needsPerson: 1,
    };
    const machine = createFakeMachine({ engine: createLiveEngine({ sync: onceWith({ orders }) }) });
    expect(await machine.run('sync', '--once')).toBe(0);
    expect(machine.stdout.text).toContain(
      '2 web orders put on the till, 1 ticket printed, 3 order statuses carried to the store, 1 order status carried to the till.',
    );
    expect(machine.stdout.text).not.toContain('nothing to write');
    expect(machine.stdout.text).toContain('1 web order needs you: orders');
    machine.stdout.text = '';
    await machine.run('sync', '--once', '--json');
    expect(JSON.parse(machine.stdout.text)).toMatchObject({ applied: { till: 0, store: 0 }, orders });
  });

  it('names prices that leapt, with both values', async () => {
    const odd = { cloverId: null, wooId: null, side: 'store' as const };
    const oddPrices = [
      { ...odd, name: 'Latte', before: 400, after: 0 },
      { ...odd, name: 'Cola', side: 'till' as const, before: 300, after: 30_000 },
      { ...odd, name: 'Special', before: 900, after: null },
    ];
    const sync = onceWith({ applied: { till: 1, store: 2 }, oddPrices });
    const machine = createFakeMachine({ engine: createLiveEngine({ sync }) });
    expect(await machine.run('sync', '--once'), 'it is no failure').toBe(0);
    expect(machine.stdout.text).toContain(
      'Latte: the price in the store went from $4.00 to $0.00: is that right?',
    );
    expect(machine.stdout.text).toContain('Cola: the price on the till went from $3.00 to $300.00');
    expect(machine.stdout.text).toContain('Special: the price in the store went from $9.00 to none');
    machine.stdout.text = '';
    await machine.run('sync', '--once', '--json');
    expect(JSON.parse(machine.stdout.text)).toMatchObject({ oddPrices });
  });

  it('says that there was nothing to write only where no order flowed either', async () => {
    const machine = createFakeMachine({ engine: createLiveEngine() });
    await machine.run('sync', '--once');
    expect(machine.stdout.text).toContain('nothing to write.');
  });

  it('--full reads everything', async () => {
    const asked: boolean[] = [];
    const once: Engine['sync']['once'] = async ({ full }) => {
      asked.push(full);
      return { ok: true, value: makeSyncResult() };
    };
    const machine = createFakeMachine({ engine: createLiveEngine({ sync: { once } }) });
    await machine.run('sync', '--once');
    await machine.run('sync', '--once', '--full');
    expect(asked).toEqual([false, true]);
  });

  it('Ctrl-C lets what is on its way arrive and is no success', async () => {
    const machine = createFakeMachine({
      engine: createLiveEngine({
        sync: {
          once: async ({ signal }) => {
            machine.interrupt();
            expect(signal.aborted).toBe(true);
            return { ok: true, value: makeSyncResult({ waiting: 5 }) };
          },
        },
      }),
    });
    expect(await machine.run('sync', '--once')).toBe(1);
    expect(machine.stderr.text).toContain('Stopping');
  });
});

const EVENTS: readonly SyncEvent[] = [
  { kind: 'started' },
  { kind: 'synced', result: makeSyncResult({ applied: { till: 0, store: 1 } }) },
  { kind: 'synced', result: makeSyncResult() },
  { kind: 'side', side: 'store', failure: UNREACHABLE },
  { kind: 'side', side: 'store', failure: null },
  { kind: 'paused', untilMs: Date.UTC(2026, 10, 21, 9) },
  { kind: 'synced', result: makeSyncResult({ conflicts: 1 }) },
  { kind: 'synced', result: makeSyncResult({ conflicts: 1 }) },
  { kind: 'stopped' },
];

/** An engine that tells all events and then runs until it is stopped. */
function createRunning(onReady: () => void) {
  return createLiveEngine({
    sync: {
      run: async ({ signal, onEvent }) => {
        for (const event of EVENTS.slice(0, -1)) onEvent(event);
        const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
        onReady();
        await stopped;
        onEvent({ kind: 'stopped' });
      },
    },
  });
}

describe('run', () => {
  it('prints a JSON line for each event until SIGTERM, and ends with 0', async () => {
    const machine = createFakeMachine({ engine: createRunning(() => machine.interrupt()) });
    expect(await machine.run('run', '--json')).toBe(0);
    const lines = machine.stdout.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ event }) => event)).toEqual(EVENTS.map(({ kind }) => kind));
    for (const { at } of lines) expect(new Date(at).toISOString()).toBe(at);
    expect(lines[1]).toMatchObject({ applied: { till: 0, store: 1 }, conflicts: 0, parked: 0, ms: 12 });
    expect(lines[3]).toMatchObject({ side: 'store', error: { code: 'NET_UNREACHABLE' } });
    expect(lines[4]).toMatchObject({ side: 'store', error: null });
    expect(lines[5]).toMatchObject({ until: '2026-11-21T09:00:00.000Z' });
    expect(machine.closed.count, 'the data folder is given back').toBe(1);
  });

  it('tells people what is news, and a look that found nothing is none', async () => {
    const machine = createFakeMachine({ engine: createRunning(() => machine.interrupt()) });
    expect(await machine.run('run')).toBe(0);
    const lines = machine.stdout.text.trimEnd().split('\n');
    expect(lines).toHaveLength(EVENTS.length - 2);
    expect(lines[1]).toContain('1 written in the store');
    expect(lines[2]).toContain('NET_UNREACHABLE');
    expect(lines[3]).toContain('the store answers again');
    expect(lines[5]).toContain('1 conflict waits for you: conflicts; to settle it, end this first (Ctrl-C)');
  });

  it.each([
    [{ readTill: () => null }, 'CLOVER_NOT_CONNECTED'],
    [{ readStore: () => null }, 'WOO_NOT_CONNECTED'],
  ])('does not start where a side is not connected', async (missing, code) => {
    const engine = createLiveEngine({
      sync: { run: () => Promise.reject(new Error('must not run')) },
    });
    const connections = { ...engine.connections, ...missing } as Engine['connections'];
    const machine = createFakeMachine({ engine: { ...engine, connections } });
    expect(await machine.run('run', '--json')).toBe(4);
    expect(JSON.parse(machine.stdout.text).error.code).toBe(code);
  });
});
