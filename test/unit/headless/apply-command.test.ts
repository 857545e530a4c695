import { describe, expect, it, vi } from 'vitest';
import type { Engine, RunResult } from '../../../src-main/engine/face.ts';
import { CONNECTED, countActions, makePlan, makeResult, makeRow, makeRun, serveRows } from './fake-runs.ts';
import { createFakeMachine } from './fake-surroundings.ts';

function createEngine(given: Partial<Engine> = {}): Partial<Engine> {
  return {
    connections: CONNECTED as Engine['connections'],
    rows: serveRows([]),
    runs: () => [makeRun()],
    findUnfinished: () => null,
    apply: async () => ({ ok: true, value: makeResult() }),
    plan: async () => ({ ok: true, value: makePlan() }),
    ...given,
  };
}

const answerWith = (given: Partial<RunResult>): Partial<Engine> => ({
  apply: async () => ({ ok: true, value: makeResult(given) }),
});

describe('apply', () => {
  it('writes nothing without a yes where nobody can be asked', async () => {
    const apply = vi.fn();
    const machine = createFakeMachine({ engine: createEngine({ apply }) });
    expect(await machine.run('apply', '7', '--json')).toBe(3);
    expect(apply).not.toHaveBeenCalled();
    expect(JSON.parse(machine.stdout.text).error).toMatchObject({ code: 'USE_APPROVAL_NEEDED' });
    expect(JSON.parse(machine.stdout.text).error.hint).toContain('apply 7 --yes');
  });

  it.each([
    ['y\n', 0, true],
    ['yes\n', 0, true],
    ['n\n', 3, false],
    ['\n', 3, false],
    ['', 3, false],
  ])('asks at a terminal, and %j ends with %i', async (input, exitCode, isApplied) => {
    const apply = vi.fn(async () => ({ ok: true as const, value: makeResult() }));
    const engine = createEngine({
      apply,
      runs: () => [makeRun({ counts: countActions({ create_woo: 1200 }) })],
    });
    const machine = createFakeMachine({ engine, input, isTerminal: true });
    expect(await machine.run('apply', '7')).toBe(exitCode);
    expect(machine.stderr.text).toContain('Apply plan 7 to the store (1,200 to create)? [y/N]');
    expect(apply).toHaveBeenCalledTimes(isApplied ? 1 : 0);
  });

  it('asks nothing for a run that was approved before', async () => {
    const engine = createEngine({ runs: () => [makeRun({ state: 'cancelled' })] });
    expect(await createFakeMachine({ engine }).run('apply', '7')).toBe(0);
  });

  it.each([
    ['all is written', {}, [], 0],
    ['rows failed', { counts: { created: 1, linked: 0, updated: 0, skipped: 0, failed: 1 } }, [], 1],
    ['it was stopped', { state: 'cancelled' as const }, [], 1],
    ['conflicts are left', {}, [makeRow(1, { action: 'conflict' })], 3],
    ['rows to look at are left', {}, [makeRow(1, { action: 'review' })], 0],
  ])('when %s the exit code says so', async (_what, result, rows, exitCode) => {
    const machine = createFakeMachine({
      engine: createEngine({ ...answerWith(result), rows: serveRows(rows) }),
    });
    expect(await machine.run('apply', '7', '--yes')).toBe(exitCode);
  });

  it('answers scripts with counts, failures and the time it took', async () => {
    const failure = { code: 'WOO_SKU_TAKEN' as const, facts: { sku: 'A-1' } };
    const counts = { created: 3, linked: 1, updated: 0, skipped: 2, failed: 1 };
    const failures = [{ name: 'Latte', cloverId: null, failure }];
    const machine = createFakeMachine({ engine: createEngine(answerWith({ counts, failures })) });
    expect(await machine.run('apply', '7', '--yes', '--json')).toBe(1);
    expect(JSON.parse(machine.stdout.text)).toMatchObject({
      run: 7,
      state: 'done',
      counts,
      failures: [
        {
          name: 'Latte',
          reason: 'Another product of the store has the SKU A-1 already.',
          code: 'WOO_SKU_TAKEN',
        },
      ],
      ms: 1235,
    });
  });

  it('says what to approve when it would change much at once', async () => {
    const failure = {
      code: 'RUN_BRAKED' as const,
      facts: { prices: 40, percent: '30', zeros: 0, removals: 0 },
    };
    const machine = createFakeMachine({
      engine: createEngine({ apply: async () => ({ ok: false, failure }) }),
    });
    expect(await machine.run('apply', '7', '--yes')).toBe(3);
    expect(machine.stderr.text).toContain('prices that move by more than 30 percent: 40');
    expect(machine.stderr.text).not.toContain('stocks');
    expect(machine.stderr.text).toContain('"approve 7"');
  });
});

describe('Ctrl-C', () => {
  it('lets what is on its way arrive, and says how to go on', async () => {
    const machine = createFakeMachine({
      engine: createEngine({
        apply: async (_runId, { signal }) => {
          machine.interrupt();
          expect(signal.aborted).toBe(true);
          return {
            ok: true,
            value: makeResult({
              state: 'cancelled',
              counts: { ...makeResult().counts, created: 4, skipped: 6 },
            }),
          };
        },
      }),
    });
    expect(await machine.run('apply', '7', '--yes')).toBe(1);
    expect(machine.stderr.text).toContain('Stopping');
    expect(machine.stdout.text).toContain('4 created, 6 still to do');
    expect(machine.stdout.text).toContain('apply 7');
    expect(machine.quits).toEqual([]);
    machine.interrupt();
    expect(machine.quits, 'nobody listens when the work is over').toEqual([]);
  });

  it('ends at once the second time', async () => {
    const machine = createFakeMachine({
      engine: createEngine({
        apply: async () => {
          machine.interrupt();
          machine.interrupt();
          return { ok: true, value: makeResult({ state: 'cancelled' }) };
        },
      }),
    });
    await machine.run('apply', '7', '--yes');
    expect(machine.quits).toEqual([1]);
  });
});

describe('import', () => {
  it('goes on with a run that was stopped, and makes no new plan', async () => {
    const plan = vi.fn();
    const apply = vi.fn(async () => ({ ok: true as const, value: makeResult() }));
    const engine = createEngine({ plan, apply, findUnfinished: () => makeRun({ state: 'stopped' }) });
    const machine = createFakeMachine({ engine });
    expect(await machine.run('import')).toBe(0);
    expect(plan).not.toHaveBeenCalled();
    expect(apply).toHaveBeenCalledWith(7, expect.anything());
    expect(machine.stderr.text).toContain('Taking up run 7');
  });

  it('stops before anything is written while the prices mean two things', async () => {
    const apply = vi.fn();
    const obstacle = { code: 'PAIR_TAX_MODE_DIFFERS' as const, facts: {} };
    const engine = createEngine({ apply, plan: async () => ({ ok: true, value: makePlan({ obstacle }) }) });
    expect(await createFakeMachine({ engine }).run('import', '--yes')).toBe(3);
    expect(apply).not.toHaveBeenCalled();
  });

  it('needs a yes like apply', async () => {
    const apply = vi.fn();
    const machine = createFakeMachine({ engine: createEngine({ apply }) });
    expect(await machine.run('import', '--json')).toBe(3);
    expect(JSON.parse(machine.stdout.text).error.hint).toContain('apply 7 --yes');
    expect(apply).not.toHaveBeenCalled();
  });
});
