import { describe, expect, it } from 'vitest';
import { asCloverId, asWooId, type CloverId } from '../../../src-main/domain/ids.ts';
import type { Choice, KnownLink } from '../../../src-main/domain/known-link.ts';
import { planImport } from '../../../src-main/domain/plan.ts';
import type { PlanRow } from '../../../src-main/domain/plan-row.ts';
import type { SettingKey } from '../../../src-main/domain/settings.ts';
import type { StoreProduct } from '../../../src-main/domain/store-catalog.ts';
import type { TillItem } from '../../../src-main/domain/till-catalog.ts';
import {
  makeItem,
  makeProduct,
  makeSettings,
  makeStore,
  makeTill,
  STORE_FACTS,
  TILL_FACTS,
} from '../../support/catalogs.ts';

interface Given {
  readonly item?: Partial<TillItem> | null;
  readonly product?: Partial<StoreProduct>;
  readonly settings?: Partial<Record<SettingKey, string>>;
  readonly link?: Partial<KnownLink>;
}

const LINK: KnownLink = {
  kind: 'product',
  cloverId: asCloverId('A'),
  wooId: asWooId(7),
  parentWooId: null,
  isDeleted: false,
  name: 'Item A',
  pinned: [],
  shadow: null,
};

/** The row of item A (or of product 7), with a store that has product 7 when one is given. */
function planOne({ item = {}, product, settings = {}, link }: Given): PlanRow {
  const rows = [
    ...planImport({
      settings: makeSettings(settings),
      till: makeTill(item === null ? [] : [makeItem('A', item)]),
      tillFacts: TILL_FACTS,
      store: makeStore(product ? [makeProduct(7, product)] : []),
      storeFacts: STORE_FACTS,
      links: link ? [{ ...LINK, ...link }] : [],
      choices: new Map<CloverId, Choice>(),
    }),
  ];
  const row = rows.find((it) => it.cloverId === 'A' || it.wooId === 7);
  if (!row) throw new Error('there is no row');
  return row;
}

describe('a new product', () => {
  it('is a draft, or shown at once when the merchant says so', () => {
    expect(planOne({}).patch).toMatchObject({
      status: 'draft',
      priceAmount: 500,
      type: 'simple',
      itemId: 'A',
    });
    expect(planOne({ settings: { 'import.status': 'publish' } }).patch?.status).toBe('publish');
  });

  it('of a hidden item stays out of the catalog', () => {
    expect(planOne({ item: { isHidden: true } }).patch?.visibility).toBe('hidden');
  });

  it('of an item that is switched off cannot be bought, counted or not', () => {
    const settings = { 'import.status': 'publish' };
    expect(planOne({ item: { isAvailable: false }, settings }).patch).toMatchObject({
      status: 'publish',
      stock: { managed: false, status: 'outofstock' },
    });
    expect(planOne({ item: { isAvailable: false, stock: 4 }, settings }).patch).toMatchObject({
      status: 'private',
      stock: { managed: true, quantity: 4 },
    });
  });

  it('counts whole pieces, keeps what is below zero, and counts nothing that was never counted', () => {
    expect(planOne({ item: { stock: 2.7 } })).toMatchObject({
      notes: ['SKU_BLANK', 'STOCK_ROUNDED_DOWN'],
      patch: { stock: { quantity: 2 } },
    });
    expect(planOne({ item: { stock: -3 } }).patch?.stock).toEqual({ managed: true, quantity: -3 });
    expect(planOne({}).patch?.stock).toEqual({ managed: false, status: 'instock' });
  });

  it('has no price where the cashier types it, and says what a price per unit is', () => {
    const typed = planOne({ item: { priceType: 'VARIABLE', priceAmount: 0 } });
    expect(typed.patch).not.toHaveProperty('priceAmount');
    expect(typed.notes).toContain('PRICE_TYPED_AT_TILL');
    expect(planOne({ item: { priceType: 'PER_UNIT', unitName: 'lb' } }).notes).toContain('PRICE_PER_UNIT');
  });

  it('goes without a barcode that the store would drop without a word', () => {
    const row = planOne({ item: { barcode: 'ABC-12' } });
    expect(row.patch).not.toHaveProperty('barcode');
    expect(row.notes).toContain('BARCODE_NOT_DIGITS');
  });

  it('is not made when making is switched off, and has no field that is switched off', () => {
    expect(planOne({ settings: { 'sync.create.store': 'off' } })).toMatchObject({
      action: 'skip',
      patch: null,
    });
    const patch = planOne({
      item: { sku: 'S', stock: 3 },
      settings: { 'sync.field.sku': 'off', 'stock.enabled': 'off' },
    }).patch;
    expect(patch).not.toHaveProperty('sku');
    expect(patch?.stock).toEqual({ managed: false, status: 'instock' });
  });
});

describe('a linked product', () => {
  const agreed = (availability: string) => ({
    shadow: { availability: { till: availability, sent: availability, store: 'on' } },
  });

  it('whose item is switched off on the till can no longer be bought', () => {
    const item = { name: 'Product 7', isAvailable: false };
    expect(planOne({ item, product: {}, link: agreed('on') }).patch).toEqual({
      stock: { managed: false, status: 'outofstock' },
    });
    const counted = { managesStock: true, stock: 4 } as const;
    expect(planOne({ item: { ...item, stock: 4 }, product: counted, link: agreed('on') }).patch).toEqual({
      status: 'private',
    });
  });

  it('keeps its price when price sync is off, and its pinned fields always', () => {
    const link = { shadow: { price: { till: 400, sent: 400, store: 500 } } };
    const item = { name: 'Product 7', priceAmount: 600 };
    expect(planOne({ item, product: {}, link }).patch).toEqual({ priceAmount: 600 });
    expect(planOne({ item, product: {}, link, settings: { 'sync.field.price': 'off' } }).patch).toBeNull();
    expect(planOne({ item, product: {}, link: { ...link, pinned: ['price'] } }).patch).toBeNull();
  });

  it('whose item is gone is unpublished, trashed or left, as the merchant says', () => {
    const gone = (deleteAction: string) =>
      planOne({ item: null, product: {}, link: {}, settings: { 'sync.deleteAction': deleteAction } });
    expect(gone('unpublish')).toMatchObject({
      action: 'update_woo',
      reason: 'GONE_FROM_TILL',
      patch: { status: 'draft' },
      undo: { status: 'publish' },
    });
    expect(gone('trash').patch).toEqual({ status: 'trash' });
    expect(gone('ignore')).toMatchObject({ action: 'skip', reason: 'DELETE_IGNORED', patch: null });
  });

  it('that is gone from the store is named and not made again by itself', () => {
    expect(planOne({ link: {} })).toMatchObject({ action: 'skip', reason: 'GONE_FROM_STORE', patch: null });
  });
});
