import { ALL_PERMISSIONS } from '../../../src-practice/till/till.ts';
import { drawBetween, isLucky } from '../chance.ts';
import { importAgain } from '../passes.ts';
import type { SimWorld } from '../sim-world.ts';
import type { Ware } from '../ware.ts';
import { readCount } from '../wares.ts';
import { connectOwn } from './connect.ts';
import type { Deed, Office } from './deed.ts';
import { mixUp } from './mix-up.ts';
import { answerOldCard } from './stale-answer.ts';
import { undoRun } from './undo.ts';

const silent = { onProgress: () => undefined };
const NEVER = new AbortController().signal;

/** In which states the app's runs are, while nothing is under way. */
function noteRuns({ core, story }: SimWorld): void {
  for (const { state } of core().engine.runs(20)) story.note(`state run ${state}`);
}

const FIELDS = ['price', 'name', 'sku', 'categories', 'stock', 'availability', 'modifiers'] as const;

const changeRules = ({ world, rules }: Office, values: Record<string, string>): boolean => {
  const done = world.core().engine.settings.set(values);
  if (done.ok) Object.assign(rules, values);
  return done.ok;
};

/** By the rule's own change every price may move: what people said of prices before it holds no longer. */
const changePriceRule: Deed = async (office, random) => {
  const { wares } = office;
  const markupType = random.pick(['percent', 'fixed']);
  changeRules(office, {
    'price.mode': random.pick(['direct', 'markup']),
    'price.markupType': markupType,
    // Nobody sells for less than the fixed markup: such a product would have no price on the till.
    'price.markupValue': markupType === 'fixed' ? '1.50' : random.pick(['12.5', '3', '0']),
    'price.rounding': random.pick(['none', 'none', '0.05']),
  });
  for (const ware of wares.all) ware.meanings.delete('price');
  wares.ruled.add('price');
  return null;
};

const switchFieldOff: Deed = async (office, random) => {
  const { world, wares } = office;
  const field = random.pick(FIELDS);
  changeRules(office, { [`sync.field.${field}`]: 'off' });
  world.story.note(`office field off ${field}`);
  const known = new Set(wares.all.filter(isOnBothSides));
  return async () => {
    // What was made meanwhile was never agreed on in this field: where it differs, its owner decides by rule.
    for (const ware of wares.all) {
      if (known.has(ware)) continue;
      if (field === 'stock') ware.isCountOpen = true;
      else if (field !== 'modifiers') {
        ware.meanings.delete(field);
        ware.neverAgreed.add(field);
      }
    }
    return changeRules(office, { [`sync.field.${field}`]: 'on' });
  };
};

const isOnBothSides = ({ tillId, storeId }: Ware): boolean => tillId !== null && storeId !== null;

/** Whoever let so little through approves what it stopped. */
const brakeHard: Deed = async (office) => {
  changeRules(office, { 'brake.priceCount': '1', 'brake.pricePercent': '1', 'brake.zeroCount': '1' });
  return async () => {
    changeRules(office, { 'brake.priceCount': '100', 'brake.pricePercent': '30', 'brake.zeroCount': '100' });
    const { engine } = office.world.core();
    for (const { id, state } of engine.runs(20)) {
      if (state !== 'braked') continue;
      office.world.story.note('braked run approved');
      noteRuns(office.world);
      engine.approve(id);
    }
    return true;
  };
};

const disconnect: Deed = async (office, random) => {
  const { world } = office;
  const side = random.pick(['till', 'store'] as const);
  await world.time.run(world.core().engine.connections.disconnect(side));
  return async () => (await connectOwn(office, side)).ok;
};

/** A permission is taken away on the till's dashboard, or the store's key may only read from now on. */
const takePermission: Deed = async ({ world }, random) => {
  const { keys } = world;
  if (isLucky(random, 50)) {
    const { inventory: _all, ...others } = ALL_PERMISSIONS;
    world.till.tokens.add(isLucky(random, 50) ? { ...others, inventory: 'r' } : others, keys.till);
    return async () => world.till.tokens.add(ALL_PERMISSIONS, keys.till) !== '';
  }
  const key = world.store.keys.find(keys.store.key);
  if (!key) return 'nothing';
  const turn = (permission: 'read' | 'read_write'): boolean => Object.assign(key, { permission }) === key;
  turn('read');
  return async () => turn('read_write');
};

/** A plan of everything while changes of both sides are on their way. */
const importOnceMore: Deed = async ({ world }) => {
  world.network.pause(true);
  const failure = await importAgain(world);
  world.network.pause(false);
  world.story.note(failure === null ? 'import again' : `import again ended ${failure}`);
  return null;
};

/** Stopped in its midst, and taken up again later. */
const cancelImport: Deed = async ({ world }, random) => {
  const { time, network, core } = world;
  network.pause(true);
  const planned = await time.run(core().engine.plan({ choices: new Map(), ...silent }));
  if (planned.ok) {
    const stop = new AbortController();
    network.callAt(drawBetween(random, 1, 4), () => stop.abort());
    await time.run(core().engine.apply(planned.value.runId, { signal: stop.signal, ...silent }));
    network.spare();
  }
  network.pause(false);
  noteRuns(world);
  return async () => {
    const run = core().engine.findUnfinished();
    if (run === null) return true;
    network.pause(true);
    const done = await time.run(core().engine.apply(run.id, { signal: NEVER, ...silent }));
    network.pause(false);
    return done.ok || done.failure.code === 'RUN_STALE_PLAN';
  };
};

/** Two plans, one after the other, and then a look at what was told. */
const lookAround: Deed = async ({ world }) => {
  const { time, network, core } = world;
  network.pause(true);
  for (let plans = 0; plans < 2; plans += 1)
    await time.run(core().engine.plan({ choices: new Map(), ...silent }));
  network.pause(false);
  const { alerts } = core().engine;
  alerts.seen(alerts.list({ limit: 50, offset: 0 }).alerts.map(({ id }) => id));
  return null;
};

/** Counted on a list, and the list is read in. */
const bringCounts: Deed = async ({ world, wares }, random) => {
  const counted = wares.all.filter((ware) => isCounted(ware) && readCount(world, ware, 'store') !== null);
  if (counted.length === 0) return 'nothing';
  const ware = random.pick(counted);
  const pieces = drawBetween(random, 0, 60);
  const { engine } = world.core();
  const planned = engine.stock.planCsv(`Clover ID,Stock\n${ware.tillId},${pieces}\n`);
  world.story.tell(`csv: ${ware.label} = ${pieces} (${planned.ok ? 'planned' : planned.failure.code})`);
  // From the list on, and until it is carried out, sales and the list's count cannot both hold.
  ware.isCountOpen = true;
  if (!planned.ok) return 'nothing';
  world.network.pause(true);
  noteRuns(world);
  const applied = await world.time.run(engine.apply(planned.value.runId, { signal: NEVER, ...silent }));
  world.network.pause(false);
  world.story.note(applied.ok ? 'csv' : `csv ended ${applied.failure.code}`);
  return null;

  function isCounted({ tillId, goneOn }: Ware): boolean {
    return tillId !== null && goneOn === null && world.till.state.itemStocks.get(tillId) !== undefined;
  }
};

/** Hints from outside, of things that are there and of things that never were, again and again. */
const hintWildly: Deed = async ({ world, wares }, random) => {
  const { sync } = world.core().engine;
  for (let left = drawBetween(random, 1, 12); left > 0; left -= 1) {
    const ware = random.pick(wares.all);
    const side = random.pick(['till', 'store'] as const);
    const key = side === 'till' ? (ware.tillId ?? 'NEVERWASTHERE') : String(ware.storeId ?? 999_999);
    for (let times = drawBetween(random, 1, 5); times > 0; times -= 1) sync.hint(side, key);
  }
  return null;
};

/** A plugin brings a kind of product that nobody knows here, the till a kind of price. */
const bringUnknownKinds: Deed = async ({ world, wares }, random) => {
  const { till, store } = world;
  const items = wares.all.filter(({ tillId, goneOn }) => tillId !== null && goneOn === null);
  const item = items.length === 0 ? undefined : till.state.items.get(random.pick(items).tillId ?? '');
  if (item?.deletedTime === undefined && item !== undefined)
    till.state.items.put({
      ...item,
      priceType: 'PER_CRATE' as typeof item.priceType,
      // In whole seconds, as the till has it.
      modifiedTime: Math.floor(world.time.clock.nowMs() / 1000) * 1000,
    });
  const id = store.staff.addProduct({ name: 'Season ticket', regular_price: '99.00' });
  const product = store.state.products.get(id);
  if (product) store.state.products.set(id, { ...product, type: 'subscription' as typeof product.type });
  return null;
};

/** The same for each: a deed that is twice as likely stands there twice. */
export const OFFICE_DEEDS: readonly (readonly [string, Deed])[] = [
  ['price rule', changePriceRule],
  ['field off', switchFieldOff],
  ['brake', brakeHard],
  ['disconnect', disconnect],
  ['permission', takePermission],
  ['import', importOnceMore],
  ['import cancelled', cancelImport],
  ['look around', lookAround],
  ['csv', bringCounts],
  ['hints', hintWildly],
  ['unknown kinds', bringUnknownKinds],
  ['mix-up', mixUp],
  ['old card', answerOldCard],
  ['undo', undoRun],
];
