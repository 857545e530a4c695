import { describe, expect, it } from 'vitest';
import { type BodyContext, buildProductBody } from '../../../../src-main/connectors/woo/product-body.ts';
import { asCloverId, asWooId } from '../../../../src-main/domain/ids.ts';
import type { ProductPatch } from '../../../../src-main/domain/product-patch.ts';
import type { ProductWrite } from '../../../../src-main/engine/ports.ts';

const CONTEXT: BodyContext = { digits: 2, kind: 'product', attributes: [] };

const build = (patch: ProductPatch, more: Partial<ProductWrite> = {}, context: Partial<BodyContext> = {}) => {
  const built = buildProductBody(
    { id: asWooId(7), categoryIds: null, patch, ...more },
    { ...CONTEXT, ...context },
  );
  return built.ok ? built.body : built.failure;
};

describe('the row of a batch', () => {
  it('has everything a new product needs, in the words of the store', () => {
    const modifierGroups = [{ id: 'G', name: 'Milk', min: 0, max: 2, sort: 1, mods: [] }];
    const patch: ProductPatch = {
      type: 'simple',
      name: 'Mac & Cheese <3',
      priceAmount: 450,
      sku: 'L-1',
      barcode: '0123456789012',
      stock: { managed: true, quantity: -3 },
      visibility: 'hidden',
      status: 'draft',
      taxClass: 'reduced-rate',
      shortDescription: 'Warm & sweet',
      modifierGroups,
      itemId: asCloverId('ABCDEFGHJKMNP'),
    };
    expect(build(patch, { id: null, categoryIds: [asWooId(3), asWooId(4)] })).toEqual({
      type: 'simple',
      name: 'Mac &amp; Cheese &lt;3',
      regular_price: '4.50',
      sku: 'L-1',
      global_unique_id: '0123456789012',
      categories: [{ id: 3 }, { id: 4 }],
      manage_stock: true,
      stock_quantity: -3,
      catalog_visibility: 'hidden',
      status: 'draft',
      tax_status: 'taxable',
      tax_class: 'reduced-rate',
      short_description: 'Warm &amp; sweet',
      meta_data: [
        { key: '_tillbridge_item', value: 'ABCDEFGHJKMNP' },
        { key: '_tillbridge_modifier_groups', value: modifierGroups },
      ],
    });
  });

  it('writes only what the patch names', () => {
    expect(build({ priceAmount: 99 })).toEqual({ id: 7, regular_price: '0.99' });
    expect(build({})).toEqual({ id: 7 });
  });

  it('writes money in the minor unit of the currency, and no price as an empty text', () => {
    expect(build({ priceAmount: 1_234 }, {}, { digits: 0 })).toMatchObject({ regular_price: '1234' });
    expect(build({ priceAmount: 1_234 }, {}, { digits: 3 })).toMatchObject({ regular_price: '1.234' });
    expect(build({ priceAmount: null })).toMatchObject({ regular_price: '' });
    expect(build({ priceAmount: 0 })).toMatchObject({ regular_price: '0.00' });
  });

  it('a product that is not counted has a status instead', () => {
    expect(build({ stock: { managed: false, status: 'outofstock' } })).toEqual({
      id: 7,
      manage_stock: false,
      stock_status: 'outofstock',
    });
  });

  it('"none" is no tax at all', () => {
    expect(build({ taxClass: 'none' })).toEqual({ id: 7, tax_status: 'none' });
    expect(build({ taxClass: '' })).toEqual({ id: 7, tax_status: 'taxable', tax_class: '' });
  });

  it('null takes the modifier groups away', () => {
    expect(build({ modifierGroups: null })).toEqual({
      id: 7,
      meta_data: [{ key: '_tillbridge_modifier_groups', value: null }],
    });
  });

  it('attributes of a new product make variations and are shown', () => {
    expect(
      build({ name: 'Tee', attributes: [{ name: 'Size', options: ['S', 'L'] }] }, { id: null }),
    ).toMatchObject({
      attributes: [{ name: 'Size', position: 0, visible: true, variation: true, options: ['S', 'L'] }],
    });
  });

  it('attributes the shop has keep their ids, and its own ones stay', () => {
    const attributes = [
      { id: 5, name: 'Size', position: 0, visible: false, variation: true, options: ['S'] },
      { id: 0, name: 'Brand', position: 1, visible: true, variation: false, options: ['Ours'] },
    ];
    const wanted = [
      { name: 'size', options: ['S', 'L'] },
      { name: 'Colour', options: ['Red'] },
    ];
    expect(build({ attributes: wanted }, {}, { attributes })).toMatchObject({
      attributes: [
        { id: 5, name: 'Size', visible: false, variation: true, options: ['S', 'L'] },
        { id: 0, name: 'Brand', variation: false, options: ['Ours'] },
        { name: 'Colour', position: 2, visible: true, variation: true, options: ['Red'] },
      ],
    });
  });

  it('a variation names a global attribute by its id', () => {
    const attributes = [{ id: 5, name: 'Size', variation: true, options: ['S'] }];
    const options = [
      { name: 'Size', option: 'S' },
      { name: 'Milk', option: 'Oat' },
    ];
    expect(build({ options }, { id: null }, { kind: 'variation', attributes })).toEqual({
      attributes: [
        { id: 5, name: 'Size', option: 'S' },
        { name: 'Milk', option: 'Oat' },
      ],
    });
  });

  it('what is no value is never sent', () => {
    const faults: [ProductPatch, Partial<ProductWrite>, string][] = [
      [{ name: '  ' }, {}, 'name'],
      [{ priceAmount: 100 }, { id: null }, 'name'],
      [{ priceAmount: Number.NaN }, {}, 'priceAmount'],
      [{ priceAmount: 4.5 }, {}, 'priceAmount'],
      [{ priceAmount: -1 }, {}, 'priceAmount'],
      [{ stock: { managed: true, quantity: 2.5 } }, {}, 'stock'],
      [{ stock: { managed: true, quantity: Number.NaN } }, {}, 'stock'],
      [{}, { categoryIds: [asWooId(0)] }, 'categoryIds'],
      [{ categories: [{ store: asWooId(3) }] }, { categoryIds: null }, 'categoryIds'],
      [{}, { id: asWooId(Number.NaN) }, 'id'],
      [{ attributes: [{ name: 'Size', options: [] }] }, {}, 'attributes'],
      [{ options: [{ name: 'Size', option: '' }] }, {}, 'options'],
      [{ itemId: asCloverId('') }, {}, 'itemId'],
    ];
    for (const [patch, more, field] of faults) {
      expect(build(patch, more)).toEqual({ code: 'BUG', facts: { where: 'product-body', field } });
    }
    expect(build({}, { id: null }, { kind: 'variation' })).toMatchObject({
      code: 'BUG',
      facts: { field: 'options' },
    });
  });
});
