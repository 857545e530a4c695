import { describe, expect, it } from 'vitest';
import type { FieldDecision } from '../../../src-main/domain/fields.ts';
import { type Row, readRows } from '../../../src-main/domain/modifier-adapters/loose-values.ts';
import { OWN_META_REACH, openAdapter } from '../../../src-main/domain/modifier-adapters/open-adapter.ts';
import { refreshAddOns } from '../../../src-main/domain/modifier-adapters/refresh-add-ons.ts';
import type { ModifierGroupMeta } from '../../../src-main/domain/modifier-meta.ts';
import type { StoreAddOns } from '../../../src-main/domain/store-catalog.ts';
import { makeProduct } from '../../support/catalogs.ts';

const ADD_ONS = openAdapter('product-add-ons', '7.0.1');
const FOOD = openAdapter('woocommerce-food', '');
const NOTHING = { base: null, value: undefined };

const makeGroup = (given: Partial<ModifierGroupMeta> = {}): ModifierGroupMeta => ({
  id: 'G',
  name: 'Toppings',
  min: 0,
  max: 0,
  sort: 1,
  mods: [
    { id: 'M1', name: 'Bacon', price: 125, available: true },
    { id: 'M2', name: 'Large & Hot', price: 0, available: true },
    { id: 'M3', name: 'Olives', price: 50, available: true },
  ],
  ...given,
});

const addOnRow = (given: Partial<ModifierGroupMeta>, stored: object | null = null): Row =>
  ADD_ONS.encode(
    [makeGroup(given)],
    stored ? { base: [makeGroup()], value: [{ ...addOnRow({}), ...stored }] } : NOTHING,
    2,
  )[0] ?? {};
const foodRow = (given: Partial<ModifierGroupMeta>) => FOOD.encode([makeGroup(given)], NOTHING, 2)[0] ?? {};

describe('a group for Product Add-Ons', () => {
  it('has every key, prices for each piece with a point, and nothing where there is no price', () => {
    const row = addOnRow({ min: 1, max: 1 });
    expect(row).toEqual({
      id: expect.any(Number),
      name: 'Toppings',
      type: 'multiple_choice',
      display: 'radiobutton',
      position: 0,
      required: 1,
      title_format: 'label',
      description_enable: 0,
      description: '',
      placeholder_enable: 0,
      placeholder: '',
      default: '',
      restrictions: 0,
      restrictions_type: 'any_text',
      adjust_price: 0,
      price_type: 'flat_fee',
      price: '',
      min: 0,
      max: 0,
      options: [
        { label: 'Bacon', price: '1.25', image: '', price_type: 'quantity_based' },
        { label: 'Large & Hot', price: '', image: '', price_type: 'quantity_based' },
        { label: 'Olives', price: '0.50', image: '', price_type: 'quantity_based' },
      ],
    });
  });

  it.each([
    [1, 1, 'multiple_choice', 1, ''],
    [0, 1, 'multiple_choice', 0, ''],
    [0, 0, 'checkbox', 0, ''],
    [0, 3, 'checkbox', 0, ''],
    [1, 0, 'checkbox', 1, ''],
    [1, 9, 'checkbox', 1, ''],
    [0, 2, 'checkbox', 0, 'Choose up to 2.'],
    [1, 2, 'checkbox', 1, 'Choose 1 to 2.'],
    [2, 0, 'checkbox', 1, 'Choose at least 2.'],
    [2, 2, 'checkbox', 1, 'Choose exactly 2.'],
    [2, 3, 'checkbox', 1, 'Choose at least 2.'],
  ])(
    'says %i to %i as it can, and tells customers what it does not enforce',
    (min, max, type, required, words) => {
      expect(addOnRow({ min, max })).toMatchObject({
        type,
        required,
        description: words,
        description_enable: words === '' ? 0 : 1,
      });
    },
  );

  it('keeps the merchant’s own description before the limits, and takes only ours away', () => {
    const described = addOnRow({ max: 2 }, { description: 'From the farm.', description_enable: 1 });
    expect(described.description).toBe('From the farm.\nChoose up to 2.');
    const group = makeGroup({ max: 2 });
    const [free] = ADD_ONS.encode([makeGroup()], { base: [group], value: [described] }, 2);
    expect(free).toMatchObject({ description: 'From the farm.', description_enable: 1 });
    const [bare] = ADD_ONS.encode([makeGroup()], { base: [group], value: [addOnRow({ max: 2 })] }, 2);
    expect(bare).toMatchObject({ description: '', description_enable: 0 });
  });

  it('keeps how the merchant shows it, and the option they chose beforehand wherever it moves', () => {
    const mods = [...makeGroup().mods].reverse();
    const row = addOnRow({ mods }, { title_format: 'hide', default: '0', display: 'images' });
    expect(row).toMatchObject({ title_format: 'hide', default: '2', display: 'images' });
    expect(addOnRow({ mods: mods.slice(0, 2) }, { default: '0' })).toMatchObject({ default: '' });
    expect(addOnRow({ max: 1 }, { display: 'images' })).toMatchObject({ display: 'radiobutton' });
  });

  it('stands after the group before it, since the plugin sorts by position', () => {
    const theirs = { id: 1763700000, name: 'Note', type: 'custom_text', position: 7 };
    const [, row] = ADD_ONS.encode([makeGroup()], { base: null, value: [theirs] }, 2);
    expect(row?.position).toBe(8);
  });

  it('reads the form from before version 3, and an option that is hidden as not available', () => {
    const group = makeGroup({ min: 1, max: 1 });
    const { id } = addOnRow({});
    const options = group.mods.map(({ name, price }) => ({ label: name, price: price / 100 }));
    const old = [{ id: String(id), name: 'Toppings', type: 'radiobutton', required: '1', options }];
    expect(ADD_ONS.decode({ base: [group], value: old }, 2)).toEqual({ kind: 'same' });
    const hidden = options.map((option, at) => ({ ...option, visibility: at === 0 ? '0' : 1 }));
    const reading = ADD_ONS.decode({ base: [group], value: [{ ...old[0], options: hidden }] }, 2);
    expect(reading).toMatchObject({ groups: [{ mods: [{ available: false }, { available: true }, {}] }] });
  });

  it('a changed "required" or "one choice" is read, limits it cannot say stay the till’s', () => {
    const read = (given: Partial<ModifierGroupMeta>, stored: object) =>
      ADD_ONS.decode({ base: [makeGroup(given)], value: [{ ...addOnRow(given), ...stored }] }, 2);
    expect(read({ min: 2, max: 3 }, { required: 0 })).toMatchObject({ groups: [{ min: 0, max: 3 }] });
    expect(read({ min: 0, max: 2 }, { required: '1' })).toMatchObject({ groups: [{ min: 1, max: 2 }] });
    expect(read({ min: 2, max: 3 }, { type: 'multiple_choice' })).toMatchObject({
      groups: [{ min: 1, max: 1 }],
    });
    expect(read({ min: 1, max: 1 }, { type: 'checkbox' })).toMatchObject({ groups: [{ min: 1, max: 0 }] });
    expect(read({ min: 2, max: 3 }, {})).toEqual({ kind: 'same' });
  });

  it('is found again by its name and labels where an old version took its number', () => {
    const own = [makeGroup()];
    const saved = [{ ...addOnRow({}), id: 1763700001 }];
    expect(ADD_ONS.decode({ base: own, value: saved }, 2)).toEqual({ kind: 'behind' });
    expect(ADD_ONS.isSameAs([addOnRow({})], saved, 2)).toBe(true);
    expect(ADD_ONS.encode(own, { base: own, value: saved }, 2)).toEqual([addOnRow({})]);
  });
});

describe('a group for WooCommerce Food', () => {
  it('has every key, and a number in its own form', () => {
    expect(foodRow({ min: 1, max: 1 })).toEqual({
      _name: 'Toppings',
      _type: 'radio',
      _required: 'yes',
      _min_op: '',
      _max_op: '',
      _enb_img: '',
      _price_type: '',
      _price: '',
      _display_type: '',
      _id: expect.stringMatching(/^exwo-id1\d{9}$/),
      _options: [
        { name: 'Bacon', type: '', price: '1.25', def: '', dis: '', image: '' },
        { name: 'Large & Hot', type: '', price: '', def: '', dis: '', image: '' },
        { name: 'Olives', type: '', price: '0.50', def: '', dis: '', image: '' },
      ],
    });
  });

  it.each([
    [1, 1, 'radio', 'yes', '', ''],
    [0, 1, '', '', '', '1'],
    [0, 0, '', '', '', ''],
    [0, 2, '', '', '', '2'],
    [2, 3, '', 'yes', '2', '3'],
    [1, 0, '', 'yes', '1', ''],
  ])('says %i to %i one to one', (min, max, _type, _required, _min_op, _max_op) => {
    expect(foodRow({ min, max })).toMatchObject({ _type, _required, _min_op, _max_op });
  });

  it('limits that the merchant changed are read', () => {
    const value = [{ ...foodRow({ max: 2 }), _min_op: '1', _max_op: '3' }];
    expect(FOOD.decode({ base: [makeGroup({ max: 2 })], value }, 2)).toMatchObject({
      groups: [{ min: 1, max: 3 }],
    });
  });

  it('counts of one option are the merchant’s: kept, and nothing the till has', () => {
    const value = [{ ...foodRow({}), _enb_qty: 'yes', _max_opqty: '4' }];
    const stored = { base: [makeGroup()], value };
    expect(FOOD.decode(stored, 2)).toEqual({ kind: 'unsayable' });
    expect(FOOD.encode([makeGroup({ name: 'New' })], stored, 2)[0]).toMatchObject({
      _name: 'New',
      _enb_qty: 'yes',
      _max_opqty: '4',
    });
  });

  it('a switched-off option is not available, and one the till has again is switched on', () => {
    const [row = {}] = [foodRow({})];
    const _options = readRows(row._options).map((option, at) => ({ ...option, dis: at === 0 ? 'yes' : '' }));
    const stored = { base: [makeGroup()], value: [{ ...row, _options }] };
    expect(FOOD.decode(stored, 2)).toMatchObject({ groups: [{ mods: [{ available: false }, {}, {}] }] });
    expect(FOOD.encode([makeGroup()], stored, 2)).toEqual([row]);
  });
});

describe('what can travel back to the till', () => {
  it('each system says so, with the reason for what cannot', () => {
    expect(ADD_ONS.reach).toMatchObject({ isTwoWay: true, reason: expect.stringContaining('limits') });
    expect(FOOD.reach).toMatchObject({ isTwoWay: true, reason: expect.stringContaining('Clover has none') });
    expect(OWN_META_REACH).toMatchObject({ isTwoWay: false, reason: expect.stringContaining('on the till') });
    expect(openAdapter('product-add-ons', '').reach.isTwoWay).toBe(true);
    for (const version of ['6.8.3', '6.8.10', '6.9.0', '7.0.1', '10.0'])
      expect(openAdapter('product-add-ons', version).reach.isTwoWay).toBe(true);
  });

  it.each(['3.5.0', '6.8.2', '6.7', '6'])(
    'Product Add-Ons %s loses group numbers, so nothing is read from it',
    (version) => {
      const old = openAdapter('product-add-ons', version);
      expect(old.reach).toMatchObject({ isTwoWay: false, reason: expect.stringContaining(version) });
      const value = [{ ...addOnRow({}), name: 'Extras' }];
      expect(old.decode({ base: [makeGroup()], value }, 2)).toEqual({ kind: 'unsayable' });
    },
  );
});

describe('groups that both sides agree on', () => {
  const agreed: FieldDecision = { field: 'modifiers', wanted: [makeGroup()], verdict: 'same', rule: 'same' };
  const name: FieldDecision = { field: 'name', wanted: 'A', verdict: 'same', rule: 'same' };
  const refresh = (
    state: StoreAddOns['state'] | null,
    decision: FieldDecision = agreed,
    given: Partial<Parameters<typeof refreshAddOns>[2]> = {},
  ) => {
    const addOns = state === null ? {} : { addOns: { system: 'product-add-ons' as const, state } };
    const rules = { mayWriteStore: true, isPinned: false, rule: 'rules-changed' as const, ...given };
    return refreshAddOns([name, decision], makeProduct(7, addOns), rules);
  };

  it('are written once more where the plugin’s meta is behind them', () => {
    const written = { ...agreed, verdict: 'write', rule: 'rules-changed' };
    expect(refresh('behind')).toEqual([name, written]);
    expect(refresh('edited')).toEqual([name, written]);
  });

  it('are left alone where nothing is behind, a person decided otherwise or the store is not to be written', () => {
    expect(refresh(null)).toEqual([name, agreed]);
    expect(refresh('unsayable')).toEqual([name, agreed]);
    expect(refresh('behind', agreed, { mayWriteStore: false })).toEqual([name, agreed]);
    expect(refresh('behind', agreed, { isPinned: true })).toEqual([name, agreed]);
    for (const decision of [
      { ...agreed, verdict: 'keep' as const },
      { ...agreed, rule: 'agreed' as const },
    ]) {
      expect(refresh('behind', decision)).toEqual([name, decision]);
    }
  });
});
