import { describe, expect, it } from 'vitest';
import { createWooStore, type WooStoreOptions } from '../../../src-main/connectors/woo/woo-store.ts';
import { asCloverId, asWooId, type WooId } from '../../../src-main/domain/ids.ts';
import { openAdapter } from '../../../src-main/domain/modifier-adapters/open-adapter.ts';
import type { ModifierGroupMeta } from '../../../src-main/domain/modifier-meta.ts';
import type { Outcome } from '../../../src-main/domain/outcome.ts';
import type { StoreProduct } from '../../../src-main/domain/store-catalog.ts';
import type { StorePort, Transport } from '../../../src-main/engine/ports.ts';
import {
  createFetchTransport,
  createMachineClock,
  createMachineRandom,
  createMachineTimers,
} from '../../../src-main/runtime/machine.ts';
import { saveFoodOptions, saveProductAddOns } from '../../../src-practice/store/add-ons/admin-save.ts';
import type { StoreSwitches } from '../../../src-practice/store/store.ts';
import { openStore as openService } from '../practice/store/open-store.ts';

const GROUP: ModifierGroupMeta = {
  id: 'G1',
  name: 'Toppings & more',
  min: 0,
  max: 2,
  sort: 1,
  mods: [
    { id: 'M1', name: 'Bacon', price: 125, available: true },
    { id: 'M2', name: 'Cheese', price: 0, available: true },
    { id: 'M3', name: 'Olives', price: 50, available: false },
  ],
};
const THEIRS = { id: 1763700000, name: 'Gift card', type: 'custom_text', position: 0, color: 'red' };
const OWN_KEY = '_tillbridge_modifier_groups';

function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** A practice store on a port of this computer, with the connector talking HTTP to it. */
async function openShop(
  switches: Partial<StoreSwitches> = {},
  access: Partial<WooStoreOptions> = {},
  wrap: (send: Transport['send']) => Transport['send'] = (send) => send,
  onBreath: () => void = () => undefined,
) {
  const { store, url, key, clock } = await openService({ https: false, switches });
  const paths: string[] = [];
  const network = createFetchTransport();
  const timers = createMachineTimers();
  const send: Transport['send'] = (request) => {
    paths.push(`${request.method} ${new URL(request.url).pathname.replace('/wp-json', '')}`);
    return network.send(request);
  };
  const port = createWooStore(
    { siteUrl: url, ...key, authStyle: 'oauth1', version: '0.1.0', patience: { readTries: 1 }, ...access },
    {
      transport: { send: wrap(send) },
      clock: { ...createMachineClock(), nowMs: () => clock.nowMs() },
      timers: {
        ...timers,
        breathe: () => {
          onBreath();
          return timers.breathe();
        },
      },
      random: createMachineRandom(),
    },
  );
  const readMeta = (id: number, name: string): unknown =>
    store.state.products.get(id)?.meta.find((entry) => entry.key === name)?.value;
  return { store, port, paths, readMeta, url };
}

async function writeGroups(
  port: StorePort,
  id: number | null,
  modifierGroups: readonly ModifierGroupMeta[] | null,
): Promise<StoreProduct> {
  const patch =
    id === null ? { type: 'simple' as const, name: 'Burger', modifierGroups } : { modifierGroups };
  const [row] = take(
    await port.writeProducts([{ id: id === null ? null : asWooId(id), patch, categoryIds: null }]),
  );
  if (!row?.isDone) throw new Error(JSON.stringify(row));
  return row.product;
}

const readOne = async (port: StorePort, id: WooId): Promise<StoreProduct | undefined> =>
  take(await port.readProducts([id]))[0];

const SYSTEMS = [
  {
    name: 'Product Add-Ons',
    on: { productAddOns: true },
    key: '_product_addons',
    system: 'product-add-ons',
    save: saveProductAddOns,
    label: 'label',
    title: 'name',
  },
  {
    name: 'WooCommerce Food',
    on: { woocommerceFood: true },
    key: 'exwo_options',
    system: 'woocommerce-food',
    save: saveFoodOptions,
    label: 'name',
    title: '_name',
  },
] as const;

describe.each(SYSTEMS)('a shop with $name', ({ on, key, system, save, title }) => {
  it('gets a new product’s modifiers in the plugin’s form too, in one batch and never by a single POST', async () => {
    const { port, paths, readMeta } = await openShop(on);
    const product = await writeGroups(port, null, [GROUP]);
    expect(readMeta(product.id, OWN_KEY)).toEqual([GROUP]);
    const adapter = openAdapter(system, '');
    expect(readMeta(product.id, key)).toEqual(adapter.encode([GROUP], { base: null, value: undefined }, 2));
    expect(product.modifierGroups).toEqual([GROUP]);
    expect(product.addOns).toBeUndefined();
    expect(product).not.toHaveProperty('addOnMeta');
    expect(paths.filter((path) => path.startsWith('POST'))).toEqual(['POST /wc/v3/products/batch']);
  });

  it('a changed group is written to both metas in one row, and the merchant’s own groups stay', async () => {
    const { store, port, paths, readMeta } = await openShop(on);
    const [id = 0] = store.load([{ name: 'Burger', meta_data: [{ key, value: [THEIRS] }] }]);
    await writeGroups(port, id, [GROUP]);
    paths.length = 0;
    const next = { ...GROUP, name: 'Extras' };
    await writeGroups(port, id, [next]);
    expect(readMeta(id, OWN_KEY)).toEqual([next]);
    expect(readMeta(id, key)).toEqual([THEIRS, expect.objectContaining({ [title]: 'Extras' })]);
    expect(paths).toEqual(['GET /wc/v3/products', 'POST /wc/v3/products/batch']);
    await writeGroups(port, id, null);
    expect(readMeta(id, OWN_KEY)).toBeUndefined();
    expect(readMeta(id, key)).toEqual([THEIRS]);
  });

  it('the plugin’s meta goes when the last group goes and nobody else has any there', async () => {
    const { port, readMeta } = await openShop(on);
    const { id } = await writeGroups(port, null, [GROUP]);
    await writeGroups(port, id, null);
    expect(readMeta(id, key)).toBeUndefined();
  });

  it('a save in wp-admin is no edit, and a price changed there is', async () => {
    const { store, port, readMeta } = await openShop(on);
    const { id } = await writeGroups(port, null, [GROUP]);
    const saved = save(readMeta(id, key));
    store.staff.editProduct(id, { meta_data: [{ key, value: saved }] });
    const untouched = await readOne(port, id);
    expect(untouched?.modifierGroups).toEqual([GROUP]);
    expect(untouched?.addOns).toBeUndefined();
    const raised = JSON.parse(JSON.stringify(saved).replace('"1.25"', '"1.75"'));
    store.staff.editProduct(id, { meta_data: [{ key, value: raised }] });
    const [bacon, ...others] = GROUP.mods;
    expect(await readOne(port, id)).toMatchObject({
      addOns: { system, state: 'edited' },
      modifierGroups: [{ ...GROUP, mods: [{ ...bacon, price: 175 }, ...others] }],
    });
  });

  it('meta that was wiped says so while ours stays, and is there again after the same write', async () => {
    const { store, port } = await openShop(on);
    const { id } = await writeGroups(port, null, [GROUP]);
    store.staff.editProduct(id, { meta_data: [{ key, value: [] }] });
    const wiped = { modifierGroups: [GROUP], addOns: { system, state: 'behind' } };
    expect(await readOne(port, id)).toMatchObject(wiped);
    const catalog = take(await port.readCatalog({ withDescriptions: false }, () => undefined));
    expect(catalog.products[0]).toMatchObject(wiped);
    const changes = take(await port.readChanges('2020-01-01T00:00:00'));
    expect(changes.products[0]).toMatchObject(wiped);
    const written = await writeGroups(port, id, [GROUP]);
    expect(written.addOns).toBeUndefined();
    expect((await readOne(port, id))?.addOns).toBeUndefined();
  });

  it('products hold nothing of the plugin’s raw meta', async () => {
    const { store, port } = await openShop(on);
    const [id = 0] = store.load([{ name: 'Burger', meta_data: [{ key, value: [THEIRS] }] }]);
    expect(await readOne(port, asWooId(id))).not.toHaveProperty('addOnMeta');
    const without = await openShop();
    const [other = 0] = without.store.load([{ name: 'Burger', meta_data: [{ key, value: [THEIRS] }] }]);
    expect(await readOne(without.port, asWooId(other))).not.toHaveProperty('addOnMeta');
  });

  it('a write of anything else leaves both metas alone', async () => {
    const { port, readMeta } = await openShop(on);
    const { id } = await writeGroups(port, null, [GROUP]);
    const before = readMeta(id, key);
    take(await port.writeProducts([{ id, patch: { priceAmount: 900 }, categoryIds: null }]));
    expect(readMeta(id, key)).toEqual(before);
  });
});

it('a catalog with many modifiers never holds up the rest of the program', async () => {
  let breaths = 0;
  const { store, port } = await openShop({ productAddOns: true }, {}, undefined, () => {
    breaths += 1;
  });
  const meta_data = [{ key: OWN_KEY, value: [GROUP] }];
  store.load(Array.from({ length: 450 }, (_, at) => ({ name: `Burger ${at}`, meta_data })));
  const before = breaths;
  const { products } = take(await port.readCatalog({ withDescriptions: false }, () => undefined));
  expect(products.filter(({ addOns }) => addOns?.state === 'behind')).toHaveLength(450);
  expect(breaths - before).toBeGreaterThanOrEqual(2);
});

describe('a shop’s add-on system', () => {
  it('is asked for once, and not before there are modifiers', async () => {
    const { store, port, paths } = await openShop({ productAddOns: true });
    store.load([{ name: 'Tea' }]);
    await port.readCatalog({ withDescriptions: false }, () => undefined);
    const isProbe = (path: string) => /active_plugins|system_status|exwo/.test(path);
    const before = paths.filter(isProbe).length;
    await writeGroups(port, null, [GROUP]);
    const after = paths.filter(isProbe);
    await writeGroups(port, null, [GROUP]);
    await port.readCatalog({ withDescriptions: false }, () => undefined);
    expect(after.length).toBe(before + 2);
    expect(paths.filter(isProbe)).toEqual(after);
  });

  it('is asked for again with the facts of the shop', async () => {
    const { store, port, readMeta } = await openShop();
    const { id } = await writeGroups(port, null, [GROUP]);
    store.switches.productAddOns = true;
    expect((await readOne(port, id))?.addOns).toBeUndefined();
    await port.readFacts();
    expect((await readOne(port, id))?.addOns?.state).toBe('behind');
    expect(readMeta(id, '_product_addons')).toBeUndefined();
  });

  it('is nobody’s where none is active: our own meta alone is written', async () => {
    const { port, readMeta } = await openShop();
    const { id } = await writeGroups(port, null, [GROUP]);
    expect(readMeta(id, OWN_KEY)).toEqual([GROUP]);
    expect(readMeta(id, '_product_addons')).toBeUndefined();
    expect(readMeta(id, 'exwo_options')).toBeUndefined();
  });

  it('is left to a person where two are active, and is the one they chose', async () => {
    const both = { productAddOns: true, woocommerceFood: true };
    const open = await openShop(both);
    const { id } = await writeGroups(open.port, null, [GROUP]);
    expect(open.readMeta(id, 'exwo_options')).toBeUndefined();
    expect(open.readMeta(id, '_product_addons')).toBeUndefined();
    const chosen = await openShop(both, {
      addOns: { wanted: 'woocommerce-food', onVerdict: () => undefined },
    });
    const product = await writeGroups(chosen.port, null, [GROUP]);
    expect(chosen.readMeta(product.id, 'exwo_options')).toHaveLength(1);
    expect(chosen.readMeta(product.id, '_product_addons')).toBeUndefined();
    const none = await openShop(
      { productAddOns: true },
      { addOns: { wanted: 'none', onVerdict: () => undefined } },
    );
    const plain = await writeGroups(none.port, null, [GROUP]);
    expect(none.readMeta(plain.id, '_product_addons')).toBeUndefined();
  });

  it('that cannot be asked for stops the write of modifiers and nothing else', async () => {
    let isDown = true;
    const { port } = await openShop({ productAddOns: true }, {}, (send) => (request) => {
      const isProbe =
        /system_status|exwo|wp-json\/\?/.test(request.url) && !request.url.includes('environment');
      return isDown && isProbe ? Promise.reject(new TypeError('fetch failed')) : send(request);
    });
    const write = (patch: object) =>
      port.writeProducts([{ id: null, patch: { type: 'simple', name: 'Tea', ...patch }, categoryIds: null }]);
    expect((await write({ modifierGroups: [GROUP] })).kind).not.toBe('done');
    expect((await write({ itemId: asCloverId('A') })).kind).toBe('done');
    isDown = false;
    expect((await write({ modifierGroups: [GROUP] })).kind).toBe('done');
  });

  it('is found by what the API offers where the list of plugins is kept back', async () => {
    const hide =
      (send: Transport['send']): Transport['send'] =>
      async (request) => {
        const answer = await send(request);
        const isList = request.url.includes('active_plugins');
        return isList ? { ...answer, status: 403, body: '{"code":"no","message":"no","data":{}}' } : answer;
      };
    for (const { on, key } of SYSTEMS) {
      const { port, readMeta } = await openShop(on, {}, hide);
      const { id } = await writeGroups(port, null, [GROUP]);
      expect(readMeta(id, key)).toHaveLength(1);
    }
  });
});
