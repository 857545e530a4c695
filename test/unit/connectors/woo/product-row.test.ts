import { describe, expect, it } from 'vitest';
import { parseProduct, parseVariation } from '../../../../src-main/connectors/woo/product-row.ts';
import { encodeText, readPlainText } from '../../../../src-main/connectors/woo/store-text.ts';
import { asWooId } from '../../../../src-main/domain/ids.ts';

const parse = (row: Record<string, unknown>, digits = 2) => parseProduct({ id: 7, ...row }, digits);
const parent = { id: asWooId(5), sku: 'TEE' };

describe('a product of the store', () => {
  it('has its name without entities, and an & that looks like one is left alone', () => {
    expect(parse({ name: 'Mac &amp; Cheese "XL" &lt;3 &#8211; caf&eacute;' }).name).toBe(
      'Mac & Cheese "XL" <3 – café',
    );
    expect(parse({ name: 'R&notes &copy 2' }).name).toBe('R&notes &copy 2');
    expect(parse({ name: 'Literal &amp;amp;' }).name).toBe('Literal &amp;');
  });

  it('has its price as a number, however it was typed', () => {
    const readPrice = (text: unknown, digits?: number) => parse({ regular_price: text }, digits).priceAmount;
    expect(['4.5', '5.256', '5.254', '10', '0', '.5'].map((text) => readPrice(text))).toEqual([
      450, 526, 525, 1000, 0, 50,
    ]);
    expect(readPrice('')).toBeNull();
    expect(readPrice('abc')).toBeNull();
    expect(readPrice(undefined)).toBeNull();
    expect(readPrice(5.25)).toBe(525);
    expect(readPrice('500', 0)).toBe(500);
    expect(readPrice('1.234', 3)).toBe(1234);
  });

  it('has stock only where it counts', () => {
    expect(parse({ manage_stock: true, stock_quantity: -4 })).toMatchObject({
      managesStock: true,
      stock: -4,
    });
    expect(parse({ manage_stock: true, stock_quantity: null })).toMatchObject({
      managesStock: true,
      stock: null,
    });
    expect(parse({ manage_stock: false, stock_quantity: null }).managesStock).toBe(false);
    expect(parseVariation({ id: 8, manage_stock: 'parent', stock_quantity: 3 }, 2, parent).managesStock).toBe(
      'parent',
    );
  });

  it('a variation that only reports the SKU of its parent has none', () => {
    expect(parseVariation({ id: 8, sku: 'TEE' }, 2, parent)).toMatchObject({
      sku: '',
      parentId: 5,
      type: 'variation',
    });
    expect(parseVariation({ id: 8, sku: 'TEE-L' }, 2, parent).sku).toBe('TEE-L');
    expect(parseVariation({ id: 8, sku: '' }, 2, { ...parent, sku: '' }).sku).toBe('');
  });

  it('carries our marks, and nobody else’s', () => {
    const groups = [
      {
        id: 'G',
        name: 'Milk',
        min: 1,
        max: 0,
        sort: 2,
        mods: [{ id: 'M', name: 'Oat', price: 60, available: true }],
      },
    ];
    const marked = parse({
      meta_data: [
        { id: 1, key: '_other', value: 'x' },
        { id: 2, key: '_tillbridge_item', value: 'ABCDEFGHJKMNP' },
        { id: 3, key: '_tillbridge_modifier_groups', value: groups },
      ],
    });
    expect(marked).toMatchObject({ itemId: 'ABCDEFGHJKMNP', modifierGroups: groups });
    expect(parse({ meta_data: [] })).toMatchObject({ itemId: null, modifierGroups: null });
    expect(parse({ meta_data: [{ key: '_tillbridge_item', value: '' }] }).itemId).toBeNull();
  });

  it('shows only the attributes that make variations', () => {
    const attributes = [
      { id: 0, name: 'Size', variation: true, options: ['S', 'L &amp; XL'] },
      { id: 3, name: 'Brand', variation: false, options: ['Ours'] },
    ];
    expect(parse({ type: 'variable', attributes }).attributes).toEqual([
      { name: 'Size', options: ['S', 'L & XL'] },
    ]);
  });

  it('tolerates types and statuses it has never heard of', () => {
    expect(parse({ type: 'subscription', status: 'wc-odd' })).toMatchObject({
      type: 'other',
      status: 'wc-odd',
    });
    expect(parse({})).toMatchObject({ name: '', sku: '', barcode: '', categoryIds: [], stock: null });
  });
});

describe('a description', () => {
  it('is read as plain text', () => {
    expect(
      readPlainText('<p>Warm &amp; <b>sweet</b><br />with <a href="https://x.example">cream</a></p>\n'),
    ).toBe('Warm & sweet\nwith cream');
    expect(readPlainText('<h2>Big news</h2>')).toBe('Big news');
    expect(readPlainText('plain')).toBe('plain');
  });

  it('comes back as it was written', () => {
    for (const text of ['Fish & <3 chips', 'a &amp; b', '<b>not bold</b>', '5 > 4']) {
      expect(readPlainText(`<p>${encodeText(text)}</p>`)).toBe(text);
    }
  });
});
