import { describe, expect, it } from 'vitest';
import { saveFoodOptions, saveProductAddOns } from '../../../src-practice/store/add-ons/admin-save.ts';
import { openStore as openService } from './store/open-store.ts';

const GROUP = {
  name: 'Size',
  type: 'multiple_choice',
  display: 'radiobutton',
  required: 1,
  options: [{ label: 'Small', price: '', image: '', price_type: 'quantity_based' }],
};
const META = [
  { key: '_product_addons_exclude_global', value: '1' },
  { key: '_product_addons', value: [{ id: 1000000001, ...GROUP }] },
];

const openAddOns = () => openService({ switches: { productAddOns: true } });

function metaOf(product: { meta_data: readonly { key: string; value: unknown }[] }): Record<string, unknown> {
  return Object.fromEntries(product.meta_data.map(({ key, value }) => [key, value]));
}

describe('a practice store with Product Add-Ons', () => {
  it('empties the groups of a single POST, whatever meta came with it', async () => {
    const { call } = await openAddOns();
    const { status, json } = await call('POST', '/products', { name: 'Burger', meta_data: META });
    expect(status).toBe(201);
    expect(metaOf(json)).toEqual({ _product_addons: [], _product_addons_exclude_global: '0' });
    expect(json).toMatchObject({ addons: [], exclude_global_add_ons: false });
    const bare = await call('POST', '/products', { name: 'Tea' });
    expect(metaOf(bare.json)).toEqual({ _product_addons: [], _product_addons_exclude_global: '0' });
  });

  it('keeps the groups of a batch, of a PUT and of what follows', async () => {
    const { call } = await openAddOns();
    const batch = await call('POST', '/products/batch', { create: [{ name: 'Burger', meta_data: META }] });
    const [made] = batch.json.create;
    expect(metaOf(made)).toMatchObject({
      _product_addons: META[1]?.value,
      _product_addons_exclude_global: '1',
    });
    const renamed = await call('PUT', `/products/${made.id}`, { name: 'Cheeseburger' });
    expect(metaOf(renamed.json)).toEqual(metaOf(made));
    const changed = await call('PUT', `/products/${made.id}`, {
      meta_data: [{ key: '_product_addons', value: [{ ...GROUP, id: 7, name: 'New' }] }],
    });
    expect(metaOf(changed.json)._product_addons).toEqual([{ ...GROUP, id: 7, name: 'New' }]);
    const emptied = await call('PUT', `/products/${made.id}`, {
      meta_data: [{ key: '_product_addons', value: null }],
    });
    expect(metaOf(emptied.json)).not.toHaveProperty('_product_addons');
  });

  it('its own field makes ids of the time, the same ones twice in a second', async () => {
    const { call } = await openAddOns();
    const ids = async () =>
      (await call('POST', '/products', { name: 'Tea', addons: [GROUP, GROUP] })).json.addons.map(
        (group: { id: number }) => group.id,
      );
    const [first, second] = await ids();
    expect(second).toBe(first + 1);
    expect(await ids()).toEqual([first, second]);
  });

  it('fails on ids in a single POST and leaves the product half made', async () => {
    const { call } = await openAddOns();
    const failed = await call('POST', '/products', { name: 'Tea', addons: [{ id: 5, ...GROUP }] });
    expect(failed.status).toBe(500);
    const list = await call('GET', '/products');
    expect(list.json).toHaveLength(1);
    expect(list.json[0]).toMatchObject({ name: 'Tea', addons: [] });
  });

  it('takes ids of a PUT where there are none, and drops a new group without a word where there are', async () => {
    const { call } = await openAddOns();
    const { json } = await call('POST', '/products', { name: 'Tea' });
    const put = (addons: unknown) => call('PUT', `/products/${json.id}`, { addons });
    expect((await put([{ id: 5, ...GROUP }])).json.addons).toMatchObject([{ id: 5, name: 'Size' }]);
    const next = await put([
      { id: 5, ...GROUP, name: 'Sizes' },
      { id: 6, ...GROUP },
    ]);
    expect(next.status).toBe(200);
    expect(next.json.addons).toMatchObject([{ id: 5, name: 'Sizes' }]);
    expect(next.json.addons).toHaveLength(1);
  });

  it('refuses groups without a name, without options or of no known type, before anything is made', async () => {
    const { call, store } = await openAddOns();
    for (const group of [
      { ...GROUP, name: undefined },
      { ...GROUP, options: undefined },
      { ...GROUP, type: 'radio' },
    ]) {
      const { status, json } = await call('POST', '/products', { name: 'Tea', addons: [group] });
      expect([status, json.code]).toEqual([400, 'rest_invalid_param']);
    }
    expect(store.state.products.size).toBe(0);
  });

  it('shows nulls for what a minimal group leaves out, and no options of the form before version 3', async () => {
    const { call, store } = await openAddOns();
    const value = [{ name: 'Old', type: 'radiobutton', options: [{ label: 'S', price: '1' }] }, GROUP];
    const [id = 0] = store.load([{ name: 'Tea', meta_data: [{ key: '_product_addons', value }] }]);
    const { json } = await call('GET', `/products/${id}`);
    expect(json.addons[0]).toMatchObject({ id: 0, name: 'Old', options: [], position: null });
    expect(json.addons[1]).toMatchObject({ required: true, description: null, options: GROUP.options });
  });

  it('is among the plugins and the namespaces', async () => {
    const { call } = await openAddOns();
    const status = await call('GET', '/system_status?_fields=active_plugins');
    expect(status.json.active_plugins).toMatchObject([
      { plugin: 'woocommerce/woocommerce.php' },
      { plugin: 'woocommerce-product-addons/woocommerce-product-addons.php', version: '7.0.1' },
    ]);
    const index = await call('GET', '/wp-json/');
    expect(index.json.namespaces).toContain('wc-product-add-ons/v2');
  });
});

describe('a practice store with WooCommerce Food', () => {
  const openFood = () => openService({ switches: { woocommerceFood: true } });

  it('keeps its options through a single POST too', async () => {
    const { call } = await openFood();
    const meta_data = [{ key: 'exwo_options', value: [{ _name: 'Size', _id: 'exwo-id1' }] }];
    const { json } = await call('POST', '/products', { name: 'Burger', meta_data });
    expect(metaOf(json)).toEqual({ exwo_options: [{ _name: 'Size', _id: 'exwo-id1' }] });
    expect(json).not.toHaveProperty('addons');
  });

  it('answers its global options to anybody, and is among the plugins', async () => {
    const { call, send } = await openFood();
    const probe = await send('/wp-json/wp/v2/exwo_glboptions');
    expect([probe.status, probe.json]).toEqual([200, []]);
    const status = await call('GET', '/system_status?_fields=active_plugins');
    expect(status.json.active_plugins[1]).toMatchObject({
      name: 'WooCommerce Food',
      author_name: 'Ex-Themes',
    });
  });
});

describe('a practice store without add-on plugins', () => {
  it('keeps whatever meta comes, and has none of their fields, routes or names', async () => {
    const { call, send } = await openService();
    const { json } = await call('POST', '/products', { name: 'Burger', meta_data: META, addons: [GROUP] });
    expect(metaOf(json)).toMatchObject({ _product_addons: META[1]?.value });
    expect(json).not.toHaveProperty('addons');
    expect((await send('/wp-json/wp/v2/exwo_glboptions')).json.code).toBe('rest_no_route');
    const status = await call('GET', '/system_status?_fields=active_plugins');
    expect(status.json.active_plugins).toHaveLength(1);
    expect((await call('GET', '/wp-json/')).json.namespaces.join()).not.toContain('add-ons');
  });
});

describe('a save in the practice wp-admin', () => {
  it('throws away foreign keys, adds defaults, and cleans texts and prices', () => {
    const options = [{ label: 'Large & Hot', price: '2.50', ours: 1 }];
    const [saved] = saveProductAddOns([{ id: 5, ...GROUP, ours: 'x', options }]);
    expect(saved).toMatchObject({ id: 5, name: 'Size', required: '1', min: '0', position: 0 });
    expect(saved).not.toHaveProperty('ours');
    expect(saved?.options).toEqual([
      { label: 'Large &amp; Hot', price: '2.5', image: '', price_type: 'quantity_based', visibility: 1 },
    ]);
  });

  it('keeps WooCommerce Food’s options as texts', () => {
    const _options = [{ name: '<b>Big</b>  one', price: '10.00' }];
    expect(saveFoodOptions([{ _name: 'Size', _id: 'exwo-id5', _max_op: 2, _options }])).toMatchObject([
      { _id: 'exwo-id5', _max_op: '2', _enb_qty: '', _options: [{ name: 'Big one', price: '10', max: '' }] },
    ]);
  });
});
