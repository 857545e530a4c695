import { describe, expect, it } from 'vitest';
import type { AddOnReading, ModifierAdapter } from '../../../src-main/domain/modifier-adapters/adapter.ts';
import { readRows } from '../../../src-main/domain/modifier-adapters/loose-values.ts';
import { openAdapter } from '../../../src-main/domain/modifier-adapters/open-adapter.ts';
import { slugLabel } from '../../../src-main/domain/modifier-adapters/option-labels.ts';
import { isOwnNumber, numberGroups } from '../../../src-main/domain/modifier-adapters/own-numbers.ts';
import type { ModifierGroupMeta } from '../../../src-main/domain/modifier-meta.ts';
import { createRandom, type PracticeRandom } from '../../../src-practice/random.ts';
import { saveFoodOptions, saveProductAddOns } from '../../../src-practice/store/add-ons/admin-save.ts';

const ADD_ONS = openAdapter('product-add-ons', '7.0.1');
const FOOD = openAdapter('woocommerce-food', '3.3.2');
const NOTHING = { base: null, value: undefined };

const SYSTEMS: readonly (readonly [string, ModifierAdapter, (value: unknown) => unknown])[] = [
  ['Product Add-Ons', ADD_ONS, saveProductAddOns],
  ['WooCommerce Food', FOOD, saveFoodOptions],
];

const NAMES = [
  'Bacon',
  'Large & Hot',
  'Hot!',
  'Hot?',
  'Crème fraîche',
  'Creme fraiche',
  'Λουκάνικο χωριάτικο με πολλά μπαχαρικά και τυρί',
  'Λουκάνικο χωριάτικο με πολλά μπαχαρικά και λάδι',
  '< 30 cm',
  '<b>Bold</b>',
  'A &amp; B',
  'A & B',
  '!!!',
  '???',
  '  two  spaces ',
  '100%ab juice',
  '🌶',
  '🌶🌶',
  'Salsa (2)',
  'Salsa',
  'Strøm',
  'Strom',
  '',
];

function makeGroups(random: PracticeRandom, seed: number): readonly ModifierGroupMeta[] {
  const pick = (): string => NAMES[random.below(NAMES.length)] ?? '';
  return Array.from({ length: 1 + random.below(3) }, (_, at) => ({
    id: `G${seed}-${at}`,
    name: pick(),
    min: random.below(4),
    max: random.below(5),
    sort: at + 1,
    mods: Array.from({ length: 1 + random.below(6) }, (_, index) => ({
      id: `M${seed}-${at}-${index}`,
      name: pick(),
      price: random.below(3) === 0 ? 0 : random.below(2_000),
      available: random.below(5) > 0,
    })),
  }));
}

/** A thousand products' groups, the same in every run. */
function eachProduct(check: (groups: readonly ModifierGroupMeta[]) => void, ids = 1_000): void {
  const random = createRandom(11);
  for (let seed = 0; seed < 1_000; seed += 1) check(makeGroups(random, seed % ids));
}

/** As PHP and JSON hand it over. */
const travel = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const makeGroup = (given: Partial<ModifierGroupMeta> = {}): ModifierGroupMeta => ({
  id: 'G',
  name: 'Toppings',
  min: 0,
  max: 0,
  sort: 1,
  mods: [
    { id: 'M1', name: 'Bacon', price: 125, available: true },
    { id: 'M2', name: 'Cheese', price: 0, available: true },
    { id: 'M3', name: 'Olives', price: 50, available: true },
  ],
  ...given,
});

const first = (value: unknown) => readRows(value)[0] ?? {};
const optionsOf = (value: unknown) => readRows(first(value).options ?? first(value)._options);
const labelsOf = (value: unknown) => optionsOf(value).map((option) => option.label ?? option.name);

describe.each(SYSTEMS)('modifier groups in %s', (_, adapter, save) => {
  const write = (
    groups: readonly ModifierGroupMeta[],
    stored = NOTHING as Parameters<typeof adapter.encode>[1],
  ) => travel(adapter.encode(groups, stored, 2));
  const read = (base: readonly ModifierGroupMeta[], value: unknown): AddOnReading =>
    adapter.decode({ base, value: travel(value) }, 2);

  it('a thousand products come back as they were written', () => {
    eachProduct((groups) => {
      const value = write(groups);
      expect(adapter.isSameAs(value, value, 2)).toBe(true);
      const hasAny = groups.some((group) => group.mods.some((modifier) => modifier.available));
      expect(readRows(value).length > 0).toBe(hasAny);
      expect(read(groups, value)).toEqual({ kind: 'same' });
    });
  });

  it('a save in wp-admin without a change is no edit, however often', () => {
    eachProduct((groups) => {
      const value = write(groups);
      const saved = save(value);
      expect(adapter.isSameAs(value, saved, 2)).toBe(true);
      expect(read(groups, save(saved))).toEqual({ kind: 'same' });
    });
  });

  it('writing again over what the plugin made of it changes nothing that is told', () => {
    eachProduct((groups) => {
      const saved = save(write(groups));
      const again = write(groups, { base: groups, value: saved });
      expect(readRows(again)).toHaveLength(readRows(saved).length);
      expect(adapter.isSameAs(again, saved, 2)).toBe(true);
      expect(read(groups, again)).toEqual({ kind: 'same' });
    });
  });

  it.each([
    ['new', 1_000],
    ['changed', 2],
  ])('any %s groups of the till can follow any old ones, and leave nothing of them behind', (_name, ids) => {
    let before: readonly ModifierGroupMeta[] = [];
    let stored: unknown;
    eachProduct((groups) => {
      stored = save(write(groups, { base: before, value: stored }));
      expect(read(groups, stored)).toEqual({ kind: 'same' });
      expect(adapter.isSameAs(write(groups), stored, 2)).toBe(true);
      expect(readRows(stored).length).toBe(readRows(write(groups)).length);
      before = groups;
    }, ids);
  });

  it('labels of one group have slugs of their own, so that no tick charges two options', () => {
    eachProduct((groups) => {
      for (const group of readRows(write(groups))) {
        const slugs = labelsOf([group]).map((label) => slugLabel(String(label)));
        expect(new Set(slugs).size).toBe(slugs.length);
        expect(slugs).not.toContain('');
        expect(labelsOf([group]).join()).not.toMatch(/[<>]/);
      }
    });
  });

  it('a label stays the same while another modifier is sold out', () => {
    const mods = ['Hot!', 'Hot?', 'Hot'].map((name, at) => ({
      id: `M${at}`,
      name,
      price: 0,
      available: true,
    }));
    const all = labelsOf(write([makeGroup({ mods })]));
    const rest = mods.map((modifier, at) => ({ ...modifier, available: at > 0 }));
    expect(labelsOf(write([makeGroup({ mods: rest })]))).toEqual(all.slice(1));
  });

  it('our numbers are the same for the same group, distinct, and none that a plugin makes', () => {
    const idOf = (value: unknown) => readRows(value).map((row) => row.id ?? row._id);
    const groups = Array.from({ length: 300 }, (_, at) => makeGroup({ id: `ID${at}`, sort: at }));
    const ids = idOf(write(groups));
    expect(new Set(ids).size).toBe(300);
    expect(idOf(write([...groups].reverse()))).toEqual(ids);
    for (const [at, group] of groups.entries()) expect(idOf(write([group]))).toEqual([ids[at]]);
    for (const id of ids) expect(isOwnNumber(Number(String(id).replace('exwo-id', '')))).toBe(true);
    expect(isOwnNumber(Math.floor(Date.parse('2018-01-01') / 1000))).toBe(false);
    expect(isOwnNumber(Math.floor(Date.parse('2037-12-31') / 1000))).toBe(false);
  });

  it('two groups whose numbers meet get distinct ones, whatever their order', () => {
    const byNumber = new Map<unknown, ModifierGroupMeta>();
    for (let at = 0; ; at += 1) {
      const group = makeGroup({ id: `C${at}` });
      const number = numberGroups([group]).get(group.id);
      const other = byNumber.get(number);
      byNumber.set(number, group);
      if (!other) continue;
      const numbers = numberGroups([other, group]);
      expect(new Set(numbers.values()).size).toBe(2);
      expect(numberGroups([group, other])).toEqual(numbers);
      return;
    }
  });

  it('a modifier that is not available is left out, and a group without any is too', () => {
    const group = makeGroup();
    const mods = group.mods.map((modifier) => ({ ...modifier, available: modifier.id === 'M3' }));
    expect(labelsOf(write([{ ...group, mods }]))).toEqual(['Olives']);
    const none = group.mods.map((modifier) => ({ ...modifier, available: false }));
    expect(write([{ ...group, mods: none }])).toEqual([]);
    expect(read([{ ...group, mods: none }], [])).toEqual({ kind: 'same' });
  });

  it('no more is asked for than is there, so the product can be bought', () => {
    const mods = makeGroup().mods.map((modifier) => ({ ...modifier, available: modifier.id === 'M1' }));
    const [row] = readRows(write([makeGroup({ min: 2, max: 2, mods })]));
    expect(row?.description ?? '').not.toContain('2');
    expect(row?._min_op ?? '').not.toBe('2');
  });

  it('groups of the merchant stay as they are and where they are', () => {
    const own = [makeGroup(), makeGroup({ id: 'H', name: 'Size', sort: 2 })];
    const theirs = [
      {
        id: 1763700000,
        _id: 'exwo-id5',
        name: 'Note',
        _name: 'Note',
        type: 'custom_text',
        _type: 'text',
        position: 0,
      },
      {
        id: 1763700001,
        _id: 'abc',
        name: 'Gift',
        _name: 'Gift',
        type: 'checkbox',
        _type: '',
        options: [],
        x: { y: 1 },
        position: 2,
      },
    ];
    const value = readRows(write(own));
    const mixed = [theirs[0], value[0], theirs[1], value[1]];
    const fewer = readRows(write([makeGroup({ name: 'Extras' })], { base: own, value: mixed }));
    expect([fewer[0], fewer[2]]).toEqual(theirs);
    expect(fewer).toHaveLength(3);
    const none = write([], { base: own, value: mixed });
    expect(none).toEqual(theirs);
    const added = readRows(write(own, { base: null, value: theirs }));
    expect(added.slice(0, 2)).toEqual(theirs);
    expect(added).toHaveLength(4);
    expect(read(own, mixed)).toEqual({ kind: 'same' });
  });

  it('an option that the merchant added to our group stays in it and is no edit', () => {
    const own = [makeGroup()];
    const key = adapter === FOOD ? '_options' : 'options';
    const [row = {}] = readRows(write(own));
    const extra = {
      label: 'Olive oil',
      name: 'Olive oil',
      price: '1',
      type: 'fixed',
      price_type: 'flat_fee',
    };
    const stored = [{ ...row, [key]: [...optionsOf([row]), extra] }];
    expect(read(own, stored)).toEqual({ kind: 'same' });
    const mods = own[0]?.mods.map((modifier) => ({ ...modifier, name: `New ${modifier.name}` })) ?? [];
    const next = write([makeGroup({ mods })], { base: own, value: stored });
    expect(labelsOf(next)).toEqual(['New Bacon', 'New Cheese', 'New Olives', 'Olive oil']);
    expect(optionsOf(next)[3]).toEqual(extra);
  });

  it('a picture that the merchant gave an option follows it through a new name', () => {
    const own = [makeGroup()];
    const key = adapter === FOOD ? '_options' : 'options';
    const [row = {}] = readRows(write(own));
    const pictured = [{ ...row, [key]: optionsOf([row]).map((option) => ({ ...option, image: '77' })) }];
    const mods = [{ id: 'M2', name: 'Old cheese', price: 5, available: true }];
    expect(optionsOf(write([makeGroup({ mods })], { base: own, value: pictured }))[0]?.image).toBe('77');
  });

  it('a price, a name or a missing option that the merchant changed is read as their edit', () => {
    const own = [makeGroup({ min: 0, max: 2 })];
    const key = adapter === FOOD ? '_options' : 'options';
    const nameKey = adapter === FOOD ? '_name' : 'name';
    const labelKey = adapter === FOOD ? 'name' : 'label';
    const [row = {}] = readRows(save(write(own)));
    const change = (at: number, given: object) => [
      {
        ...row,
        [key]: optionsOf([row]).map((option, index) => (index === at ? { ...option, ...given } : option)),
      },
    ];
    const [bacon, cheese, olives] = own[0]?.mods ?? [];
    const edited = (given: object) => ({ kind: 'edited', groups: [{ ...own[0], ...given }] });
    expect(read(own, change(0, { price: '1,5' }))).toEqual(
      edited({ mods: [{ ...bacon, price: 150 }, cheese, olives] }),
    );
    expect(read(own, change(1, { [labelKey]: 'Brie &amp; more' }))).toEqual(
      edited({ mods: [bacon, { ...cheese, name: 'Brie & more' }, olives] }),
    );
    expect(read(own, [{ ...row, [nameKey]: 'Extras' }])).toEqual(edited({ name: 'Extras' }));
    expect(read(own, [{ ...row, [key]: optionsOf([row]).slice(1) }])).toEqual(
      edited({ mods: [{ ...bacon, available: false }, cheese, olives] }),
    );
    const two = [...own, makeGroup({ id: 'H', name: 'Size', sort: 2 })];
    expect(read(two, [row])).toEqual({ kind: 'edited', groups: own });
    for (const stored of [change(0, { price: '1.5' }), [{ ...row, [nameKey]: 'Extras' }], []]) {
      expect(adapter.isSameAs(write(own), stored, 2)).toBe(false);
    }
  });

  it('what the till cannot have is told apart from an edit it can', () => {
    const own = [makeGroup()];
    const key = adapter === FOOD ? '_options' : 'options';
    const [row = {}] = readRows(write(own));
    const once = optionsOf([row]).map((option) => ({
      ...option,
      price: '2',
      type: 'fixed',
      price_type: 'flat_fee',
    }));
    expect(read(own, [{ ...row, [key]: once }])).toEqual({ kind: 'unsayable' });
    expect(read(own, [{ ...row, type: 'custom_text', _type: 'textarea' }])).toEqual({ kind: 'unsayable' });
  });

  it('meta that was wiped or never written is to be written again', () => {
    const own = [makeGroup()];
    for (const value of [[], undefined, '', null]) {
      expect(read(own, value ?? null)).toEqual({ kind: 'behind' });
    }
    expect(read(own, [{ id: 1763700000, _id: 'x', name: 'Gift', type: 'checkbox' }])).toEqual({
      kind: 'behind',
    });
    expect(read([], write(own))).toEqual({ kind: 'behind' });
  });

  it('a group that the till took away long ago does not outlive the next write', () => {
    const own = [makeGroup()];
    const both = write([...own, makeGroup({ id: 'H', name: 'Size', sort: 2 })]);
    expect(read(own, both)).toEqual({ kind: 'behind' });
    expect(adapter.isSameAs(write(own), both, 2)).toBe(false);
    expect(write(own, { base: own, value: both })).toEqual(write(own));
  });

  it('a text that was encoded over and over reads as it was', () => {
    const own = [makeGroup({ name: 'Salt & "pepper"' })];
    const encoded = JSON.stringify(write(own)).replace(
      'Salt & \\"pepper\\"',
      'Salt &amp;amp; &#034;pepper&quot;',
    );
    expect(encoded).toContain('amp;amp');
    expect(read(own, JSON.parse(encoded))).toEqual({ kind: 'same' });
  });

  it('a list with gaps, which PHP hands over as an object, reads like any other', () => {
    const own = [makeGroup(), makeGroup({ id: 'H', name: 'Size', sort: 2 })];
    const rows = readRows(write(own));
    expect(read(own, { 0: rows[0], 4: rows[1] })).toEqual({ kind: 'same' });
  });

  it('prices follow the currency’s decimals', () => {
    const own = [makeGroup({ mods: [{ id: 'M', name: 'Oat', price: 1250, available: true }] })];
    const price = (digits: number) => optionsOf(adapter.encode(own, NOTHING, digits))[0]?.price;
    expect([price(0), price(2), price(3)]).toEqual(['1250', '12.50', '1.250']);
    expect(adapter.decode({ base: own, value: adapter.encode(own, NOTHING, 3) }, 3)).toEqual({
      kind: 'same',
    });
  });
});
