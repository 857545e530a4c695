import { describe, expect, it } from 'vitest';
import { asCloverId, asWooId, type CloverId } from '../../../src-main/domain/ids.ts';
import type { Choice } from '../../../src-main/domain/known-link.ts';
import { type PlanInput, planImport } from '../../../src-main/domain/plan.ts';
import type { PlanRow } from '../../../src-main/domain/plan-row.ts';
import {
  makeItem,
  makeProduct,
  makeSettings,
  makeSizeGroup,
  makeStore,
  makeTill,
  STORE_FACTS,
  TILL_FACTS,
} from '../../support/catalogs.ts';

function plan(given: Partial<PlanInput>): PlanRow[] {
  return [
    ...planImport({
      settings: makeSettings(),
      till: makeTill([]),
      tillFacts: TILL_FACTS,
      store: makeStore([]),
      storeFacts: STORE_FACTS,
      links: [],
      choices: new Map(),
      ...given,
    }),
  ];
}

const rowOf = (rows: readonly PlanRow[], id: string): PlanRow | undefined =>
  rows.find((row) => row.cloverId === id);
const tell = (row: PlanRow | undefined) => row && `${row.action}:${row.reason}:${row.wooId ?? '-'}`;

describe('matching', () => {
  it('an exact SKU links by itself, whatever its case', () => {
    const rows = plan({
      till: makeTill([makeItem('A', { sku: 'Lat-1', name: 'Latte' })]),
      store: makeStore([makeProduct(7, { sku: 'LAT-1', name: 'Something else' })]),
    });
    expect(tell(rowOf(rows, 'A'))).toBe('link:SAME_SKU:7');
  });

  it('an exact barcode links by itself', () => {
    const rows = plan({
      till: makeTill([makeItem('A', { barcode: '4006381333931' })]),
      store: makeStore([makeProduct(7, { barcode: '4006381333931' })]),
    });
    expect(tell(rowOf(rows, 'A'))).toBe('link:SAME_BARCODE:7');
  });

  it('an equal name links only while neither side has a SKU', () => {
    const store = makeStore([
      makeProduct(7, { name: 'flat  white' }),
      makeProduct(8, { name: 'Mocha', sku: 'M-9' }),
    ]);
    const rows = plan({
      till: makeTill([makeItem('A', { name: 'Flat White' }), makeItem('B', { name: 'Mocha' })]),
      store,
    });
    expect(tell(rowOf(rows, 'A'))).toBe('link:SAME_NAME:7');
    expect(tell(rowOf(rows, 'B'))).toBe('review:NAME_BUT_SKU_DIFFERS:-');
    expect(rowOf(rows, 'B')?.suggestions[0]?.wooId).toBe(8);
  });

  it('an empty SKU never matches an empty SKU', () => {
    const rows = plan({ till: makeTill([makeItem('A')]), store: makeStore([makeProduct(7)]) });
    expect(tell(rowOf(rows, 'A'))).toBe('create_woo:NEW_ON_TILL:-');
    expect(rows.find((row) => row.wooId === 7)?.reason).toBe('ONLY_IN_STORE');
  });

  it('two SKUs that differ make two products though the names are equal', () => {
    const rows = plan({
      till: makeTill([makeItem('A', { name: 'Mocha', sku: 'M-1' })]),
      store: makeStore([makeProduct(7, { name: 'Mocha', sku: 'M-2' })]),
    });
    expect(tell(rowOf(rows, 'A'))).toBe('create_woo:NEW_ON_TILL:-');
  });

  it('two items with one SKU are never guessed onto one product', () => {
    const items = [makeItem('A', { sku: 'X' }), makeItem('B', { sku: 'x' })];
    const rows = plan({ till: makeTill(items), store: makeStore([makeProduct(7, { sku: 'X' })]) });
    expect(tell(rowOf(rows, 'A'))).toBe('review:SEVERAL_ITEMS_ONE_PRODUCT:-');
    expect(tell(rowOf(rows, 'B'))).toBe('review:SEVERAL_ITEMS_ONE_PRODUCT:-');
  });

  it('items that share a SKU are made without it, and it is said', () => {
    const rows = plan({ till: makeTill([makeItem('A', { sku: 'X' }), makeItem('B', { sku: 'x' })]) });
    for (const id of ['A', 'B']) {
      expect(rowOf(rows, id)?.notes).toContain('SKU_DOUBLE_ON_TILL');
      expect(rowOf(rows, id)?.patch?.sku).toBeUndefined();
    }
  });

  it('a similar name is a suggestion with a score, never a link', () => {
    const rows = plan({
      till: makeTill([makeItem('A', { name: 'Capuccino' })]),
      store: makeStore([makeProduct(7, { name: 'Cappuccino', sku: 'C-1' })]),
    });
    const row = rowOf(rows, 'A');
    expect(tell(row)).toBe('review:SIMILAR_NAME:-');
    expect(row?.suggestions[0]?.score).toBeGreaterThanOrEqual(82);
    expect(row?.patch).toBeNull();
  });

  it('another size is another product', () => {
    const rows = plan({
      till: makeTill([makeItem('A', { name: 'Almonds 250 g' })]),
      store: makeStore([makeProduct(7, { name: 'Almonds 500 g' })]),
    });
    expect(rowOf(rows, 'A')?.action).toBe('create_woo');
  });

  it('an item group is not linked to a simple product', () => {
    const options = [asCloverId('OPT-S')];
    const item = makeItem('A', { groupId: asCloverId('GROUP'), optionIds: options, sku: 'M-S' });
    const rows = plan({
      till: makeTill([item], { itemGroups: new Map([[asCloverId('GROUP'), makeSizeGroup()]]) }),
      store: makeStore([makeProduct(7, { sku: 'M-S' })]),
    });
    expect(tell(rowOf(rows, 'GROUP'))).toBe('review:STRUCTURE_DIFFERS:-');
    expect(tell(rowOf(rows, 'A'))).toBe('review:PARENT_NEEDS_REVIEW:-');
  });

  it('variations are found by SKU and by equal options under their parent', () => {
    const group = makeSizeGroup();
    const member = (id: string, option: string, sku: string) =>
      makeItem(id, { groupId: group.id, optionIds: [asCloverId(option)], sku });
    const variation = (id: number, option: string, sku: string) =>
      makeProduct(id, { type: 'variation', parentId: asWooId(7), sku, options: [{ name: 'size', option }] });
    const rows = plan({
      till: makeTill([member('A', 'OPT-S', 'M-S'), member('B', 'OPT-L', '')], {
        itemGroups: new Map([[group.id, group]]),
      }),
      store: makeStore([makeProduct(7, { type: 'variable', name: 'Margherita' })], {
        variations: new Map([[asWooId(7), [variation(8, 'small', 'M-S'), variation(9, 'large', '')]]]),
      }),
    });
    expect(tell(rowOf(rows, 'GROUP'))).toBe('link:SAME_SKU:7');
    expect(tell(rowOf(rows, 'A'))).toBe('link:SAME_SKU:8');
    expect(tell(rowOf(rows, 'B'))).toBe('link:SAME_OPTIONS:9');
  });

  it('a new size widens the parent before its variation is made', () => {
    const group = makeSizeGroup();
    const member = (id: string, option: string, sku: string) =>
      makeItem(id, { groupId: group.id, optionIds: [asCloverId(option)], sku });
    const small = makeProduct(8, {
      type: 'variation',
      parentId: asWooId(7),
      sku: 'M-S',
      options: [{ name: 'Size', option: 'Small' }],
    });
    const rows = plan({
      till: makeTill([member('A', 'OPT-S', 'M-S'), member('B', 'OPT-L', 'M-L')], {
        itemGroups: new Map([[group.id, group]]),
      }),
      store: makeStore(
        [makeProduct(7, { type: 'variable', attributes: [{ name: 'Size', options: ['Small'] }] })],
        {
          variations: new Map([[asWooId(7), [small]]]),
        },
      ),
    });
    expect(rowOf(rows, 'GROUP')?.patch?.attributes).toEqual([{ name: 'Size', options: ['Small', 'Large'] }]);
    expect(rowOf(rows, 'B')?.action).toBe('create_woo');
  });

  it('a SKU in the trash is named, since the store would refuse it', () => {
    const rows = plan({
      till: makeTill([makeItem('A', { sku: 'X' })]),
      store: makeStore([], { trashed: [makeProduct(7, { sku: 'X', status: 'trash' })] }),
    });
    expect(tell(rowOf(rows, 'A'))).toBe('review:SKU_IN_TRASH:-');
  });

  it('what an undo put into the trash comes back under its old id', () => {
    const trashed = makeProduct(7, { sku: 'X', status: 'trash', itemId: asCloverId('A') });
    const rows = plan({
      till: makeTill([makeItem('A', { sku: 'X' })]),
      store: makeStore([], { trashed: [trashed] }),
    });
    expect(tell(rowOf(rows, 'A'))).toBe('create_woo:RESTORED_FROM_TRASH:7');
  });

  it('a person’s choice decides a review', () => {
    const till = makeTill([makeItem('A', { name: 'Capuccino' }), makeItem('B', { name: 'Mocca' })]);
    const store = makeStore([
      makeProduct(7, { name: 'Cappuccino', sku: 'C' }),
      makeProduct(8, { name: 'Mocca', sku: 'M' }),
    ]);
    const rows = plan({
      till,
      store,
      choices: new Map<CloverId, Choice>([
        [asCloverId('A'), { link: asWooId(7) }],
        [asCloverId('B'), 'create'],
      ]),
    });
    expect(tell(rowOf(rows, 'A'))).toBe('link:ACCEPTED_BY_PERSON:7');
    expect(rowOf(rows, 'B')?.action).toBe('create_woo');
  });
});
