import { describe, expect, it, vi } from 'vitest';
import type { FieldName, FieldValue } from '../../../src-main/domain/fields.ts';
import type { Conflicts, ConflictView, Engine } from '../../../src-main/engine/face.ts';
import { readFieldValue } from '../../../src-main/headless/field-input.ts';
import { createLiveEngine, makeConflict, SINCE_MS } from './fake-live.ts';
import { createFakeMachine } from './fake-surroundings.ts';

const PRICE = makeConflict();
const STOCK = makeConflict({ id: 4, field: 'stock', base: 5, till: 7, store: 9, name: 'Cola' });

const serve =
  (conflicts: readonly ConflictView[]): Conflicts['list'] =>
  ({ field, limit, offset }) => {
    const all = conflicts.filter((it) => field === undefined || it.field === field);
    return { conflicts: all.slice(offset, offset + limit), total: all.length };
  };

function openDesk(given: Partial<Conflicts> = {}) {
  const resolve = vi.fn<Conflicts['resolve']>(({ id }) => ({ ok: true, value: makeConflict({ id }) }));
  const resolveAll = vi.fn<Conflicts['resolveAll']>(() => ({ ok: true, value: 12 }));
  const conflicts = { list: serve([PRICE, STOCK]), resolve, resolveAll, ...given };
  return { machine: createFakeMachine({ engine: createLiveEngine({ conflicts }) }), resolve, resolveAll };
}

describe('conflicts', () => {
  it('gives scripts all three values as they are kept, and when it began', async () => {
    const { machine } = openDesk();
    expect(await machine.run('conflicts', '--json')).toBe(0);
    expect(JSON.parse(machine.stdout.text)).toEqual({
      conflicts: [
        {
          id: 3,
          wooId: 11,
          cloverId: 'AAAAAAAAAAAA1',
          name: 'Margherita',
          field: 'price',
          base: 1000,
          woo: 1200,
          clover: 1150,
          since: '2026-11-21T08:00:00.000Z',
          seen: expect.stringMatching(/^[\da-f]{8}$/),
        },
        expect.objectContaining({ id: 4, field: 'stock', base: 5, woo: 9, clover: 7 }),
      ],
    });
    expect(machine.opened, 'looking needs no lock').toMatchObject([{ isWriter: false }]);
  });

  it('shows people a table with prices as money', async () => {
    const { machine } = openDesk();
    await machine.run('conflicts');
    expect(machine.stdout.text).toMatch(/ID +Name +Field +Was +Till +Store/);
    expect(machine.stdout.text).toMatch(/3 +Margherita +price +\$10\.00 +\$11\.50 +\$12\.00/);
    expect(machine.stdout.text).toContain('resolve ID --take till|store|value');
  });

  it('is cut by --limit and --offset, and says so', async () => {
    const { machine } = openDesk();
    await machine.run('conflicts', '--limit', '1', '--offset', '0');
    expect(machine.stdout.text).toContain('1 to 1 of 2; --limit and --offset show others.');
    const other = openDesk().machine;
    await other.run('conflicts', '--offset', '1', '--field', 'stock', '--json');
    expect(JSON.parse(other.stdout.text)).toEqual({ conflicts: [] });
  });

  it('says what a person decided that is not done yet', async () => {
    const ruling = { take: 'till' as const, value: null, seenTill: 1150, seenStore: 1200 };
    const { machine } = openDesk({ list: serve([{ ...PRICE, ruling }]) });
    await machine.run('conflicts');
    expect(machine.stdout.text).toContain('take till');
    expect(machine.stdout.text).toContain('All are decided; the next look carries it out');
    expect(machine.stdout.text).not.toContain('To settle one');
    const both = openDesk({ list: serve([{ ...PRICE, ruling }, STOCK]) }).machine;
    await both.run('conflicts', '--limit', '1');
    expect(both.stdout.text, 'the other one waits').toContain('To settle one');
  });

  it.each([
    [true, true],
    [false, false],
  ])('where another process is at work (%s) says what has to be done first', async (isLooking, isSaid) => {
    const conflicts = { list: serve([PRICE]) };
    const engine = createLiveEngine({ conflicts, state: { isRunning: false, isLooking } });
    const machine = createFakeMachine({ engine });
    await machine.run('conflicts');
    expect(machine.stdout.text.includes('end its command "run" first (Ctrl-C)')).toBe(isSaid);
  });
});

describe('resolve', () => {
  it.each([
    ['clover', 'till', 1150],
    ['till', 'till', 1150],
    ['woo', 'store', 1200],
    ['store', 'store', 1200],
  ])('--take %s takes the value of the %s', async (word, side, value) => {
    const { machine, resolve } = openDesk();
    expect(await machine.run('resolve', '3', '--take', word, '--json')).toBe(0);
    expect(resolve).toHaveBeenCalledWith({ id: 3, take: side });
    const take = side === 'till' ? 'clover' : 'woo';
    expect(JSON.parse(machine.stdout.text)).toMatchObject({
      ...{ resolved: 1, id: 3, field: 'price', take, value },
      ...{ clover: 1150, woo: 1200 },
    });
    expect(machine.opened).toMatchObject([{ isWriter: true }]);
  });

  it('--take value takes one of the person’s own, and shows the effect on both sides', async () => {
    const { machine, resolve } = openDesk();
    expect(await machine.run('resolve', '3', '--take', 'value', '12.50')).toBe(0);
    expect(resolve).toHaveBeenCalledWith(expect.objectContaining({ id: 3, take: 'value', value: 1250 }));
    expect(machine.stdout.text).toContain('on the till: $11.50 -> $12.50');
    expect(machine.stdout.text).toContain('in the store: $12.00 -> $12.50');
    expect(machine.stdout.text).toContain('sync --once');
  });

  it('takes a count below zero for a value', async () => {
    const { machine, resolve } = openDesk();
    expect(await machine.run('resolve', '4', '--take', 'value', '-2')).toBe(0);
    expect(resolve).toHaveBeenCalledWith(expect.objectContaining({ value: -2 }));
  });

  it('a stale answer is refused and waits for a person', async () => {
    const failure = { code: 'CONFLICT_STALE' as const, facts: { product: 'Latte', field: 'price' } };
    const { machine } = openDesk({ resolve: () => ({ ok: false, failure }) });
    expect(await machine.run('resolve', '3', '--take', 'woo', '--json')).toBe(3);
    expect(JSON.parse(machine.stdout.text).error).toMatchObject({
      code: 'CONFLICT_STALE',
      message: expect.stringContaining('the price of Latte'),
    });
  });

  it('gives the values as seen only to who shows the stamp that they were listed with', async () => {
    const listed = openDesk();
    await listed.machine.run('conflicts', '--json');
    const { conflicts } = JSON.parse(listed.machine.stdout.text) as { conflicts: { seen: string }[] };
    const seen = conflicts[0]?.seen ?? '';
    const { machine, resolve } = openDesk();
    expect(await machine.run('resolve', '3', '--take', 'till', '--seen', seen)).toBe(0);
    expect(resolve).toHaveBeenCalledWith({ id: 3, take: 'till', seen: { till: 1150, store: 1200 } });
    expect(machine.stdout.text).toMatch(/was .*, on the till \$11\.50, in the store \$12\.00/);
  });

  it('refuses a stamp of other values, and shows those of now', async () => {
    const { machine, resolve } = openDesk({ list: serve([{ ...PRICE, till: 1175 }]) });
    expect(await machine.run('resolve', '3', '--take', 'till', '--seen', '00000000', '--json')).toBe(3);
    expect(JSON.parse(machine.stdout.text).error.code).toBe('CONFLICT_STALE');
    expect(machine.stderr.text).toContain('on the till $11.75, in the store $12.00');
    expect(resolve).not.toHaveBeenCalled();
  });

  it('settles a whole field, and for later too', async () => {
    const { machine, resolveAll } = openDesk();
    const line = ['resolve', '--field', 'price', '--take', 'store', '--all'];
    expect(await machine.run(...line, '--json')).toBe(0);
    expect(resolveAll).toHaveBeenLastCalledWith({ field: 'price', take: 'store', always: false });
    expect(JSON.parse(machine.stdout.text)).toEqual({
      resolved: 12,
      field: 'price',
      take: 'store',
      always: false,
    });
    expect(await machine.run(...line, '--always')).toBe(0);
    expect(resolveAll).toHaveBeenLastCalledWith({ field: 'price', take: 'store', always: true });
    expect(machine.stdout.text).toContain('"rules remove price"');
  });

  it.each([
    [['resolve', '99', '--take', 'woo'], 'USE_UNKNOWN_CONFLICT', /99/],
    [['resolve', '3'], 'USE_MISSING_ARGUMENT', /--take/],
    [['resolve', '--take', 'woo'], 'USE_MISSING_ARGUMENT', /ID/],
    [['resolve', '3', '--take', 'value'], 'USE_MISSING_ARGUMENT', /value/],
    [['resolve', '3', '--take', 'woo', '12.50'], 'USE_BAD_VALUE', /12\.50/],
    [['resolve', '3', '--take', 'clovr'], 'USE_BAD_VALUE', /--take/],
    [['resolve', 'three', '--take', 'woo'], 'USE_BAD_VALUE', /ID/],
    [['resolve', '3', '--take', 'woo', '--always'], 'USE_BAD_VALUE', /--always/],
    [['resolve', '3', '--take', 'woo', '--field', 'price'], 'USE_BAD_VALUE', /--field/],
    [['resolve', '--take', 'woo', '--all'], 'USE_MISSING_ARGUMENT', /--field/],
    [['resolve', '--take', 'value', '--all', '--field', 'price'], 'USE_BAD_VALUE', /--take value/],
    [['resolve', '3', '--take', 'woo', '--all', '--field', 'price'], 'USE_BAD_VALUE', /"3"/],
    [['resolve', '3', '--take', 'value', '1250'], 'USE_BAD_VALUE', /all its decimals/],
  ])('%j is refused and settles nothing', async (argv, code, message) => {
    const { machine, resolve, resolveAll } = openDesk();
    expect(await machine.run(...argv, '--json')).toBe(2);
    const { error } = JSON.parse(machine.stdout.text);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(resolve).not.toHaveBeenCalled();
    expect(resolveAll).not.toHaveBeenCalled();
  });

  it.each<[FieldName, string, string, FieldValue | null]>([
    ['price', '12.50', 'USD', 1250],
    ['price', '0.00', 'USD', 0],
    ['price', '1250', 'JPY', 1250],
    ['price', '1.250', 'KWD', 1250],
    ['price', '1250', 'USD', null],
    ['price', '12.5', 'USD', null],
    ['price', '12,50', 'USD', null],
    ['price', '-1.00', 'USD', null],
    ['stock', '12', 'USD', 12],
    ['stock', '1.5', 'USD', null],
    ['availability', 'hidden', 'USD', 'hidden'],
    ['availability', 'gone', 'USD', null],
    ['name', ' Calzone ', 'USD', 'Calzone'],
    ['name', ' ', 'USD', null],
    ['description', '', 'USD', ''],
    ['sku', 'A-1', 'USD', 'A-1'],
    ['categories', 'Pizza', 'USD', null],
    ['modifiers', 'Cheese', 'USD', null],
  ])('a %s of %j in %s is %j', (field, text, currency, value) => {
    const read = readFieldValue(field, text, currency);
    expect(read.ok ? read.value : null).toBe(value);
  });
});

describe('rules', () => {
  const rules: Conflicts['rules'] = () => [{ field: 'price', take: 'till', sinceMs: SINCE_MS }];

  it('are listed with who decides and since when', async () => {
    const { machine } = openDesk({ rules });
    expect(await machine.run('rules', '--json')).toBe(0);
    expect(JSON.parse(machine.stdout.text)).toEqual({
      rules: [{ field: 'price', take: 'till', since: '2026-11-21T08:00:00.000Z' }],
    });
  });

  it('are removed by their field', async () => {
    const removeRule = vi.fn((field: FieldName) => field === 'price');
    const { machine } = openDesk({ rules, removeRule });
    expect(await machine.run('rules', 'remove', 'price', '--json')).toBe(0);
    expect(JSON.parse(machine.stdout.text)).toEqual({ removed: 'price' });
    const other = openDesk({ rules, removeRule }).machine;
    expect(await other.run('rules', 'remove', 'stock', '--json')).toBe(2);
    expect(JSON.parse(other.stdout.text).error.message).toContain('there is no rule for stock');
  });
});

describe('pin and unpin', () => {
  it.each([
    ['pin', true],
    ['unpin', false],
  ])('%s finds the product as a person calls it', async (verb, isPinned) => {
    const pin = vi.fn(() => ({
      ok: true,
      value: {
        link: { name: 'Latte', pinned: isPinned ? ['price'] : [], groupId: null, lastSyncedMs: null },
      },
    }));
    const why = vi.fn(() => ({ ok: true, value: { link: { id: 30 }, fields: [] } }));
    const engine = { why, records: { pin } } as unknown as Partial<Engine>;
    const machine = createFakeMachine({ engine });
    expect(await machine.run(verb, 'Latte', 'price', '--json')).toBe(0);
    expect(why).toHaveBeenCalledWith('Latte', 'price');
    expect(pin).toHaveBeenCalledWith(30, 'price', isPinned);
    expect(JSON.parse(machine.stdout.text).product).toMatchObject({
      name: 'Latte',
      pinned: isPinned ? ['price'] : [],
    });
  });

  it('an unknown product or field pins nothing', async () => {
    const failure = { code: 'USE_UNKNOWN_PRODUCT' as const, facts: { product: 'Late' } };
    const machine = createFakeMachine({ engine: { why: () => ({ ok: false, failure }) } });
    expect(await machine.run('pin', 'Late', 'price')).toBe(2);
    expect(await machine.run('pin', 'Latte', 'prize')).toBe(2);
  });
});
