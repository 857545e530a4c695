import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { createChance } from '../chance.ts';
import { createShopCheck, OTHER_STORE } from '../other-shop.ts';
import { importShop, runPass } from '../passes.ts';
import { openSimWorld, type SimWorld, STORE } from '../sim-world.ts';
import { listWares } from '../simulate.ts';
import type { Ware } from '../ware.ts';
import { createSameness, type Wares } from '../wares.ts';
import { drawWorldPlan } from '../world-plan.ts';
import { findMisasked } from './asked-as-it-stands.ts';
import type { Evidence, Oracle } from './evidence.ts';
import { findDifferences } from './in-step.ts';
import { findInexact, reckonPrice } from './money-exact.ts';
import { findDoubles } from './no-double.ts';
import { findEchoes } from './no-echo.ts';
import { findLostValues } from './no-lost-value.ts';
import { findWaiting } from './nothing-waits.ts';
import { explainRow } from './parked-explained.ts';
import { createIntentCheck } from './prior-intent.ts';
import { findLateRest } from './rest-in-time.ts';
import { findStockDrift } from './stock-conserved.ts';
import { findExcess } from './within-limits.ts';

interface Scene {
  readonly world: SimWorld;
  readonly wares: Wares;
  /** A counted item with its product. */
  readonly ware: Ware;
}

/** A shop just after its import, in which everything is right until `spoil` has been at it. */
async function ask(
  oracle: Oracle,
  spoil: (scene: Scene) => void | Promise<void>,
  given: Partial<Evidence> = {},
): Promise<string[]> {
  const chance = createChance(5);
  const plan = drawWorldPlan(chance.people);
  const world = await openSimWorld(chance, plan);
  try {
    const wares = listWares(world);
    await importShop(world);
    world.network.clear();
    wares.refresh();
    const ware = wares.all.find(({ pieces, isMember }) => pieces !== null && !isMember);
    if (!ware) throw new Error('no counted ware');
    const rest = { conflicts: [], parked: [], echoes: 0, unrest: null, ...given };
    const evidence = { world, wares, isSame: createSameness(plan.settings), ...rest };
    expect(oracle(evidence), 'before').toEqual([]);
    await spoil({ world, wares, ware });
    return oracle(evidence);
  } finally {
    await world.close();
  }
}

const changeProduct = ({ world, ware }: Scene, change: object): void => {
  const { products } = world.store.state;
  const product = products.get(ware.storeId ?? 0);
  if (product) products.set(product.id, { ...product, ...change });
};

describe('an oracle is silent of a shop that is right, and speaks where', () => {
  it.each<[string, Oracle, (scene: Scene) => void]>([
    ['two sides differ', findDifferences, (scene) => changeProduct(scene, { name: 'Somebody else' })],
    ['a price is a cent off', findInexact, (scene) => changeProduct(scene, { regularPrice: '0.01' })],
    [
      'a person’s word is gone',
      findLostValues,
      ({ world, ware }) => world.till.staff.editItem(ware.tillId ?? '', { name: 'Nobody’s' }),
    ],
    ['a piece is missing', findStockDrift, (scene) => changeProduct(scene, { stockQuantity: 777 })],
    [
      'a thing was made twice',
      findDoubles,
      (scene) => {
        const { products } = scene.world.store.state;
        const product = products.get(scene.ware.storeId ?? 0);
        if (product) products.set(9_999, { ...product, id: 9_999 });
      },
    ],
    [
      'an item was made that belongs to nothing',
      findDoubles,
      ({ world }) => void world.till.staff.addItem({ name: 'Stray', price: 100 }),
    ],
    [
      'a hint was kept, and nobody takes it up',
      findWaiting,
      ({ world, ware }) => world.core().engine.sync.hint('till', ware.tillId ?? ''),
    ],
  ])('%s', async (_, oracle, spoil) => {
    expect(await ask(oracle, spoil)).not.toEqual([]);
  });

  it('a person is asked about a value that is no more', async () => {
    const rename = ({ world, ware }: Scene, till: string, store: string): Promise<string | null> => {
      world.till.staff.editItem(ware.tillId ?? '', { name: till });
      world.store.staff.editProduct(ware.storeId ?? 0, { name: store });
      return runPass(world, true);
    };
    expect(await ask(findMisasked, async (scene) => void (await rename(scene, 'Mine', 'Theirs')))).toEqual(
      [],
    );
    const complaints = await ask(findMisasked, async (scene) => {
      await rename(scene, 'Mine', 'Theirs');
      expect(scene.world.eye.conflicts()).toHaveLength(1);
      changeProduct(scene, { name: 'Moved on' });
    });
    expect(complaints).toEqual([
      expect.stringContaining('name is asked about as Theirs, and the store says Moved on'),
    ]);
  });

  it('a person is asked about modifiers that are no more, and the two sides are told in words', async () => {
    const write = ({ world, ware }: Scene, name: string): void => {
      const value = [{ id: 'GROUP', name, min: 0, max: 0, sort: 1, mods: [] }];
      const metaData = [{ key: '_tillbridge_modifier_groups', value }];
      world.store.staff.editProduct(ware.storeId ?? 0, { meta_data: metaData });
    };
    const disagree = async (scene: Scene): Promise<void> => {
      const { state } = scene.world.till;
      const [group = ''] = state.modifierGroups.keys();
      state.itemModifierGroups.link(scene.ware.tillId ?? '', group);
      write(scene, 'Dips');
      await runPass(scene.world, true);
      expect(scene.world.eye.conflicts()).toMatchObject([{ field: 'modifiers' }]);
    };
    expect(await ask(findMisasked, disagree)).toEqual([]);
    const complaints = await ask(findMisasked, async (scene) => {
      await disagree(scene);
      write(scene, 'Toppings');
    });
    expect(complaints).toEqual([
      expect.stringContaining(
        'modifiers is asked about as GROUP Dips: , and the store says GROUP Toppings: ',
      ),
    ]);
  });

  it('the app made a call too many for the till', () => {
    const at = (tooMany: number) => findExcess({ world: { network: { ownCalls: { tooMany } } } } as Evidence);
    expect(at(0)).toEqual([]);
    expect(at(1)).toHaveLength(1);
  });

  it('a whole comparison after the quiet still writes, or fails', () => {
    expect(findEchoes({ echoes: 0 } as Evidence)).toEqual([]);
    expect(findEchoes({ echoes: 1 } as Evidence)).toEqual(['a pass after the quiet wrote 1 times']);
    expect(findEchoes({ echoes: 'WOO_KEYS_REFUSED' } as Evidence)).toEqual([
      'a pass after the quiet failed: WOO_KEYS_REFUSED',
    ]);
  });

  it('the rest comes later than half an hour after the faults', () => {
    const at = (clearedMs: number) =>
      findLateRest({
        world: { network: { clearedMs: () => clearedMs }, time: { clock: { monotonicMs: () => 3_600_000 } } },
      } as unknown as Evidence);
    expect(at(3_000_000)).toEqual([]);
    expect(at(0)).toHaveLength(1);
  });

  it('a write leaves that no row stands for', () => {
    const check = createIntentCheck({ intents: () => [] } as never);
    const request = { method: 'POST', headers: {}, url: 'http://s/wp-json/wc/v3/products/batch' } as const;
    expect(check({ ...request, body: '{"create":[{"name":"x"}]}' }, 'store')).toContain(
      'no row is under way',
    );
    expect(check({ ...request, body: '{}' }, 'store'), 'it asks what the key may do').toBeNull();
  });

  it('a write goes to another shop, or out while another one is connected', () => {
    const shops = createShopCheck();
    const request = { method: 'POST', headers: {}, body: '{"create":[]}' } as const;
    const ask = (url: string) => shops.check({ ...request, url: `${url}/wp-json/wc/v3/products` });
    expect(ask(OTHER_STORE)).toContain('in another shop');
    expect(ask(STORE)).toBeNull();
    shops.mark(true);
    expect(ask(STORE)).toContain('while another shop is connected');
    shops.mark(false);
    expect(ask(STORE)).toBeNull();
  });

  it('a parked row does not say what to do', () => {
    expect(explainRow({ name: 'Pizza', failure: createFailure('WOO_SKU_TAKEN', { sku: 'X' }) })).toEqual([]);
    expect(explainRow({ name: '', failure: createFailure('WOO_SKU_TAKEN', { sku: 'X' }) })).toHaveLength(1);
    expect(explainRow({ name: 'Pizza', failure: createFailure('BUG') }).length).toBeGreaterThan(0);
  });
});

it('a price is reckoned in whole cents', () => {
  const markup = (value: string, rounding = 'none', type = 'percent') =>
    reckonPrice(1_001, {
      ...{
        'price.mode': 'markup',
        'price.markupType': type,
        'price.markupValue': value,
        'price.rounding': rounding,
      },
    });
  expect([markup('12.5'), markup('12.5', '0.99'), markup('12.5', '0.05')]).toEqual([1_126, 1_199, 1_125]);
  expect(markup('1.50', 'none', 'fixed')).toBe(1_151);
  expect(reckonPrice(1_001, {})).toBe(1_001);
});
