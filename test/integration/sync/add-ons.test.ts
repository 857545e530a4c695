import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { type LiveWorld, startLiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';

const BOTH = { storeSwitches: { productAddOns: true, woocommerceFood: true } };

/** Products with groups in a plugin's own meta. */
const countFilled = (world: LiveWorld, key: string): number =>
  [...world.practice.storeService.state.products.values()].filter((product) =>
    product.meta.some((entry) => entry.key === key && Array.isArray(entry.value) && entry.value.length > 0),
  ).length;

/** An older plugin than the practice store has, as its status report would name it. */
const makeOlder = (transport: Transport): Transport => ({
  send: async (request) => {
    const answer = await transport.send(request);
    return request.url.includes('system_status')
      ? { ...answer, body: answer.body.replaceAll('"7.0.1"', '"6.5.0"') }
      : answer;
  },
});

describe('the add-on plugin that shows modifier groups', () => {
  it('is the only active one, and status says so without asking the store', async () => {
    const world = await startLiveWorld({ storeSwitches: { productAddOns: true } });
    world.writes();
    expect(world.engine.status()).toMatchObject({
      addOns: { wanted: 'auto', found: ['product-add-ons'], system: 'product-add-ons' },
      warnings: [],
    });
    expect(countFilled(world, '_product_addons')).toBeGreaterThan(0);
  });

  it('is chosen by a person where two are active; until then none is filled and status says why', async () => {
    const world = await startLiveWorld(BOTH);
    expect(countFilled(world, '_product_addons') + countFilled(world, 'exwo_options')).toBe(0);
    const { addOns, warnings } = world.engine.status();
    expect(addOns).toMatchObject({ system: null, found: ['product-add-ons', 'woocommerce-food'] });
    expect(warnings).toMatchObject([
      { code: 'WOO_ADD_ONS_ONE_WAY', facts: { reason: expect.stringContaining('choose one') } },
    ]);
    unwrap(world.engine.settings.set({ 'sync.addOns': 'woocommerce-food' }));
    expect(world.engine.status().addOns, 'what was found under another choice is not told').toBeNull();
    await world.sync(true);
    expect(countFilled(world, 'exwo_options')).toBeGreaterThan(0);
    expect(countFilled(world, '_product_addons')).toBe(0);
    expect(world.engine.status()).toMatchObject({ addOns: { system: 'woocommerce-food' }, warnings: [] });
  });

  it('that cannot be followed is filled from the till, and status gives the reason', async () => {
    const world = await startLiveWorld({ storeSwitches: { productAddOns: true }, wrap: makeOlder });
    expect(countFilled(world, '_product_addons')).toBeGreaterThan(0);
    expect(world.engine.status()).toMatchObject({
      addOns: { system: 'product-add-ons', reach: { isTwoWay: false } },
      warnings: [{ code: 'WOO_ADD_ONS_ONE_WAY', facts: { reason: expect.stringContaining('6.5.0') } }],
    });
  });

  it('that was chosen and is not there is named', async () => {
    const world = await startLiveWorld();
    unwrap(world.engine.settings.set({ 'sync.addOns': 'product-add-ons' }));
    await world.sync(true);
    expect(world.engine.status().warnings).toMatchObject([
      { facts: { reason: expect.stringContaining('not active') } },
    ]);
  });
});
