import { describe, expect, it, vi } from 'vitest';
import { asCloverId, asRunId, asWooId } from '../../../src-main/domain/ids.ts';
import type { Drift, Engine, StockDesk } from '../../../src-main/engine/face.ts';
import { createLiveEngine, makeDriftReport, makeParked, makeStockRow, SINCE_MS } from './fake-live.ts';
import { countActions, makePlan, makeResult, serveRows } from './fake-runs.ts';
import { createFakeMachine } from './fake-surroundings.ts';

const OUT = makeStockRow({
  name: 'Cola',
  till: 0,
  store: 0,
  word: 'out',
  threshold: 6,
  hasOwnThreshold: true,
});
const COUNTS = { conflict: 0, oversold: 0, out: 1, low: 0, enough: 1, untracked: 0, 'sold-out': 0 };

const openDesk = (stock: Partial<StockDesk>, engine: Partial<Engine> = {}, files = {}) =>
  createFakeMachine({ engine: { ...createLiveEngine({ stock }), ...engine }, files });

describe('stock', () => {
  const list = vi.fn<StockDesk['list']>(() => ({ rows: [OUT, makeStockRow()], total: 2, counts: COUNTS }));

  it('gives scripts both counts, the state, the threshold and the sold-out list', async () => {
    const soldOut = { backMs: SINCE_MS };
    const machine = openDesk({ list: () => ({ rows: [{ ...OUT, soldOut }], total: 1, counts: COUNTS }) });
    expect(await machine.run('stock', '--json')).toBe(0);
    expect(JSON.parse(machine.stdout.text)).toEqual({
      stock: [
        {
          cloverId: 'AAAAAAAAAAAA1',
          wooId: 11,
          name: 'Cola',
          sku: 'PIZ-1',
          till: 0,
          store: 0,
          status: 'out',
          threshold: 6,
          ownThreshold: true,
          soldOut: true,
          backAt: '2026-11-21T08:00:00.000Z',
        },
      ],
      total: 1,
      counts: COUNTS,
    });
  });

  it('shows people a table in the engine’s order: what is out first', async () => {
    const machine = openDesk({ list });
    expect(await machine.run('stock', '--status', 'out', '--limit', '7')).toBe(0);
    expect(list).toHaveBeenLastCalledWith({ word: 'out', limit: 7, offset: 0 });
    expect(machine.stdout.text).toContain('1 out, 1 enough');
    expect(machine.stdout.text).toMatch(/out +Cola +PIZ-1 +0 +0 +6\*\n.*enough +Margherita/);
  });

  it('export writes the file and says how much', async () => {
    const machine = openDesk({ list, exportCsv: () => '\uFEFFName\r\n' });
    expect(await machine.run('stock', 'export', '/tmp/stock.csv', '--json')).toBe(0);
    expect(machine.written.get('/tmp/stock.csv')).toBe('\uFEFFName\r\n');
    expect(JSON.parse(machine.stdout.text)).toEqual({ file: '/tmp/stock.csv', rows: 2 });
    const other = openDesk({ list });
    expect(await other.run('stock', 'export', '/somewhere/stock', '--json')).toBe(2);
    expect(JSON.parse(other.stdout.text).error.message).toContain('you may not use it');
  });
});

describe('stock import', () => {
  const FILES = { 'stock.csv': 'SKU;Stock\nPIZ-1;7\n' };
  const PLAN = makePlan({ counts: countActions({ update_woo: 1, update_clover: 2 }) });

  function openImport(plan: ReturnType<StockDesk['planCsv']> = { ok: true, value: PLAN }) {
    const planCsv = vi.fn<StockDesk['planCsv']>(() => plan);
    const apply = vi.fn<Engine['apply']>(async () => ({ ok: true, value: makeResult() }));
    const engine = { apply, rows: serveRows([]), findUnfinished: () => null };
    return { machine: openDesk({ planCsv }, engine, FILES), planCsv, apply };
  }

  it('plans the file and writes nothing without a yes', async () => {
    const { machine, planCsv, apply } = openImport();
    expect(await machine.run('stock', 'import', 'stock.csv', '--json')).toBe(3);
    expect(planCsv).toHaveBeenCalledWith(FILES['stock.csv']);
    expect(apply).not.toHaveBeenCalled();
    expect(JSON.parse(machine.stdout.text).error.hint).toContain('apply 7 --yes');
  });

  it('with a yes applies the plan as apply does', async () => {
    const { machine, apply } = openImport();
    expect(await machine.run('stock', 'import', 'stock.csv', '--yes', '--json')).toBe(0);
    expect(apply).toHaveBeenCalledWith(7, expect.anything());
    expect(JSON.parse(machine.stdout.text)).toMatchObject({ run: 7, state: 'done' });
  });

  it('a file that changes nothing needs nobody’s yes', async () => {
    const { machine } = openImport({ ok: true, value: makePlan() });
    expect(await machine.run('stock', 'import', 'stock.csv')).toBe(0);
    expect(machine.stderr.text).toContain('there is nothing to write');
  });

  it('a file with a bad line is refused with the line and what to do', async () => {
    const facts = { problems: 'line 2: "7,5" is not a whole number.' };
    const { machine } = openImport({ ok: false, failure: { code: 'CSV_REFUSED', facts } });
    expect(await machine.run('stock', 'import', 'stock.csv', '--yes', '--json')).toBe(2);
    expect(JSON.parse(machine.stdout.text).error.message).toBe(
      'The file was not accepted, and nothing was changed: line 2: "7,5" is not a whole number.',
    );
  });

  it('a file that is not there opens nothing', async () => {
    const { machine } = openImport();
    expect(await machine.run('stock', 'import', 'nowhere.csv')).toBe(2);
    expect(machine.stderr.text).toContain('it is not there');
    expect(machine.opened).toEqual([]);
  });
});

describe('threshold and soldout', () => {
  it.each([
    ['5', 5],
    ['0', 0],
    ['default', null],
  ])('threshold %s', async (text, threshold) => {
    const setThreshold = vi.fn<StockDesk['setThreshold']>(() => ({ ok: true, value: undefined }));
    const machine = openDesk({ setThreshold });
    expect(await machine.run('threshold', 'PIZ-1', text, '--json')).toBe(0);
    expect(setThreshold).toHaveBeenCalledWith('PIZ-1', threshold);
    expect(JSON.parse(machine.stdout.text)).toEqual({ product: 'PIZ-1', threshold });
  });

  it.each([
    [[], { untilMs: null }, true, null],
    [
      ['--until', '2026-11-21T18:00:00Z'],
      { untilMs: SINCE_MS + 10 * 3_600_000 },
      true,
      '2026-11-21T18:00:00.000Z',
    ],
    [['--until', '2h'], { untilMs: 2 * 3_600_000 }, true, '1970-01-01T02:00:00.000Z'],
    [['--back'], null, false, null],
  ])('soldout %j', async (flags, given, soldOut, backAt) => {
    const setSoldOut = vi.fn<StockDesk['setSoldOut']>(() => ({ ok: true, value: undefined }));
    const machine = openDesk({ setSoldOut });
    expect(await machine.run('soldout', 'Cola', ...flags, '--json')).toBe(0);
    expect(setSoldOut).toHaveBeenCalledWith('Cola', given);
    expect(JSON.parse(machine.stdout.text)).toEqual({ product: 'Cola', soldOut, backAt });
  });

  it.each([
    [['threshold', 'Cola', 'five'], /"five"/],
    [['threshold', 'Cola', '-1'], /"-1"/],
    [['soldout', 'Cola', '--until', 'lunch'], /"lunch"/],
    [['soldout', 'Cola', '--until', '1969-01-01'], /is over/],
    [['soldout', 'Cola', '--until', '2h', '--back'], /--back/],
  ])('%j is refused before the data is opened', async (argv, message) => {
    const machine = openDesk({});
    expect(await machine.run(...argv, '--json')).toBe(2);
    expect(JSON.parse(machine.stdout.text).error.message).toMatch(message);
    expect(machine.opened).toEqual([]);
  });

  it('an unknown product is refused', async () => {
    const failure = { code: 'USE_UNKNOWN_PRODUCT' as const, facts: { product: 'Kola' } };
    const machine = openDesk({ setSoldOut: () => ({ ok: false, failure }) });
    expect(await machine.run('soldout', 'Kola')).toBe(2);
    expect(machine.stderr.text).toContain('"Kola"');
  });
});

describe('drift', () => {
  const DRIFT: Drift = {
    cloverId: asCloverId('AAAAAAAAAAAA1'),
    wooId: asWooId(11),
    name: 'Margherita',
    field: 'price',
    till: 1150,
    store: 1200,
    why: 'waiting',
  };

  it.each<[Drift['why'], number]>([
    ['waiting', 0],
    ['left', 0],
    ['conflict', 3],
  ])('what differs because it is %s ends with %i', async (why, exitCode) => {
    const machine = openDesk({
      drift: async () => ({ ok: true, value: makeDriftReport({ drifts: [{ ...DRIFT, why }] }) }),
    });
    expect(await machine.run('drift', '--json')).toBe(exitCode);
    expect(JSON.parse(machine.stdout.text)).toEqual({
      drifts: [
        {
          wooId: 11,
          cloverId: 'AAAAAAAAAAAA1',
          name: 'Margherita',
          field: 'price',
          woo: 1200,
          clover: 1150,
          why,
        },
      ],
      total: 1,
      fixed: 0,
    });
  });

  it('--fix counts and lists the same: what was put right, and what is left for whom', async () => {
    const name = (text: string, why: Drift['why']): Drift => ({ ...DRIFT, name: text, why });
    const report = makeDriftReport({
      mended: [name('Margherita', 'waiting'), name('Funghi', 'waiting')],
      fixed: 2,
      drifts: [name('Calzone', 'conflict'), name('Marinara', 'left'), name('Diavola', 'waiting')],
    });
    const drift = vi.fn<StockDesk['drift']>(async () => ({ ok: true, value: report }));
    const machine = openDesk({ drift });
    expect(await machine.run('drift', '--fix')).toBe(3);
    expect(drift).toHaveBeenCalledWith({ fix: true, signal: expect.any(AbortSignal) });
    const { text } = machine.stdout;
    expect(text).toMatch(/Margherita +price +\$11\.50 +\$12\.00 +put right/);
    expect(text).toMatch(/Calzone .* a person decides/);
    expect(text).toContain('2 differences put right.');
    expect(text).toContain('1 difference waits for you: conflicts');
    expect(text).toContain('1 difference stays so on purpose: "why" says why.');
    expect(text).toContain('1 difference is not written yet: "parked" shows what was refused.');
    expect(text.match(/put right$/gm)).toHaveLength(2);
  });

  it('--fix tells scripts of each difference whether it was put right', async () => {
    const report = makeDriftReport({ mended: [DRIFT], fixed: 1, drifts: [{ ...DRIFT, field: 'name' }] });
    const machine = openDesk({ drift: async () => ({ ok: true, value: report }) });
    expect(await machine.run('drift', '--fix', '--json')).toBe(0);
    expect(JSON.parse(machine.stdout.text)).toMatchObject({
      drifts: [
        { field: 'price', fixed: true },
        { field: 'name', fixed: false },
      ],
      total: 2,
      fixed: 1,
      braked: null,
    });
  });

  it('--fix that would change much at once names the run that waits', async () => {
    const report = makeDriftReport({ drifts: [DRIFT], braked: asRunId(9) });
    const machine = openDesk({ drift: async () => ({ ok: true, value: report }) });
    expect(await machine.run('drift', '--fix')).toBe(3);
    expect(machine.stdout.text).toContain('waits: approve 9');
  });
});

describe('parked', () => {
  const engineWith = (retry: Engine['parked']['retry']): Partial<Engine> => ({
    ...createLiveEngine(),
    parked: { list: () => ({ rows: [makeParked()], total: 1 }), retry },
  });

  it('rows are listed with reason and what to do', async () => {
    const machine = createFakeMachine({ engine: engineWith(() => 0) });
    expect(await machine.run('parked', '--json')).toBe(0);
    expect(JSON.parse(machine.stdout.text)).toEqual({
      parked: [
        {
          id: 8,
          run: 7,
          name: 'Latte',
          cloverId: 'AAAAAAAAAAAA1',
          wooId: null,
          code: 'WOO_SKU_TAKEN',
          reason: 'Another product of the store has the SKU A-1 already.',
          hint: expect.stringContaining('another SKU'),
          at: '2026-11-21T08:00:00.000Z',
        },
      ],
    });
  });

  it.each([
    ['8', [8]],
    ['latte', [8]],
    ['LAT-1', [8]],
    ['all', 'all'],
  ])('retry %s looks again', async (text, ids) => {
    const retry = vi.fn<Engine['parked']['retry']>(() => 1);
    const machine = createFakeMachine({ engine: engineWith(retry) });
    expect(await machine.run('parked', 'retry', text, '--json')).toBe(0);
    expect(retry).toHaveBeenCalledWith(ids);
    expect(JSON.parse(machine.stdout.text)).toEqual({ retried: 1 });
  });

  it('retry of a name that two rows have asks for the number', async () => {
    const rows = [makeParked(), makeParked({ id: 9, sku: 'LAT-2' })];
    const retry = vi.fn<Engine['parked']['retry']>(() => 1);
    const parked = { list: () => ({ rows, total: 2 }), retry };
    const machine = createFakeMachine({ engine: { ...createLiveEngine(), parked } });
    expect(await machine.run('parked', 'retry', 'Latte')).toBe(2);
    expect(machine.stderr.text).toContain('Latte (8), Latte (9)');
    expect(retry).not.toHaveBeenCalled();
    expect(await machine.run('parked', 'retry', 'LAT-2')).toBe(0);
    expect(retry).toHaveBeenCalledWith([9]);
  });

  it.each(['9', '0', 'some'])('retry %s, which is not there, is refused', async (text) => {
    const machine = createFakeMachine({ engine: engineWith(() => 0) });
    expect(await machine.run('parked', 'retry', text)).toBe(2);
  });
});
