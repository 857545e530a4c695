import { expect, it } from 'vitest';
import type { SmallWorld } from '../../support/small-world.ts';
import { startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const MINUTE_MS = 60_000;
const TITLE = 'The store was put back to an earlier copy of its own.';

const { signal } = new AbortController();

const start = async () => {
  const world = await startSmallWorld();
  const { staff, state } = world.practice.storeService;
  const copy = staff.keepCopy();
  world.time.pass(MINUTE_MS);
  const putBack = (): void => {
    world.time.pass(MINUTE_MS);
    staff.putBack(copy);
  };
  return { world, staff, state, putBack, till: world.practice.tillService };
};

const listConflicts = ({ engine }: SmallWorld) =>
  engine.conflicts.list({ limit: 50, offset: 0 }).conflicts.map(({ name, field }) => `${name}: ${field}`);

const listAlerts = ({ engine }: SmallWorld) =>
  engine.alerts.list({ limit: 50, offset: 0 }).alerts.filter(({ title }) => title === TITLE);

it('a product that gets the id of another one, after the store was put back, changes nothing on the other’s item', async () => {
  const { world, staff, state, putBack, till } = await start();
  const id = staff.addProduct({
    name: 'Lasagne',
    sku: 'LAS',
    regular_price: '12',
    type: 'simple',
    status: 'publish',
  });
  await syncToQuiet(world);
  const item = [...till.state.items.values()].find(({ sku }) => sku === 'LAS');
  putBack();
  expect(
    staff.addProduct({
      name: 'Gift box',
      sku: 'GIFT',
      regular_price: '50',
      type: 'simple',
      status: 'publish',
    }),
  ).toBe(id);
  till.staff.editItem(item?.id ?? '', { price: 1_350 });
  await syncToQuiet(world);
  await syncToQuiet(world, true);
  expect(till.state.items.get(item?.id ?? '')).toMatchObject({
    name: 'Lasagne',
    price: 1_350,
    hidden: false,
  });
  expect(state.products.get(id)).toMatchObject({ name: 'Gift box', sku: 'GIFT', regularPrice: '50' });
  // What the store lost is there again, and what is new there is on the till.
  const made = [...state.products.values()].filter(({ sku }) => sku === 'LAS');
  expect(made).toMatchObject([{ name: 'Lasagne', regularPrice: '13.50' }]);
  expect([...till.state.items.values()].filter(({ sku }) => sku === 'GIFT')).toHaveLength(1);
});

it('values and counts that are older are asked about, and a person is told once', async () => {
  const { world, staff, putBack } = await start();
  const { item, product } = world.pick();
  staff.editProduct(product.id, { regular_price: '99' });
  staff.buy(product.id, 3);
  await syncToQuiet(world);
  const pieces = world.stock(item.id);
  putBack();
  await syncToQuiet(world, true);
  await syncToQuiet(world, true);
  expect([world.item(item.id).price, world.stock(item.id)]).toEqual([9_900, pieces]);
  expect(listConflicts(world)).toEqual([`${item.name}: price`, `${item.name}: stock`]);
  expect(listAlerts(world)).toHaveLength(1);
  // An edit of an hour later is one like any other.
  staff.editProduct(product.id, { name: 'Dish of the day' });
  await syncToQuiet(world);
  expect(world.item(item.id).name).toBe('Dish of the day');
  expect(listAlerts(world)[0]?.count).toBe(1);
});

it('an edit on the till that the store had is not lost to an older value that comes with the next edit there', async () => {
  const { world, staff, putBack, till } = await start();
  const { item, product } = world.pick();
  till.staff.editItem(item.id, { price: 1_234 });
  await syncToQuiet(world);
  world.time.pass(MINUTE_MS);
  till.staff.editItem(world.pick(1).item.id, { price: 2_345 });
  await syncToQuiet(world);
  putBack();
  staff.editProduct(product.id, { name: 'Newly named' });
  world.time.pass(MINUTE_MS);
  await syncToQuiet(world);
  expect(world.item(item.id).price).toBe(1_234);
});

it('items whose products the copy does not have stay on the till, and are made again', async () => {
  const { world, state, putBack, till } = await start();
  const id = till.staff.addItem({ name: 'New dish', price: 900 });
  await syncToQuiet(world);
  const { item } = world.pick();
  till.staff.editItem(item.id, { price: 777 });
  await syncToQuiet(world);
  putBack();
  await syncToQuiet(world, true);
  expect(till.state.items.get(String(id))?.hidden ?? false).toBe(false);
  expect([...state.products.values()].filter(({ name }) => name === 'New dish')).toHaveLength(1);
});

it('an item whose price is changed on the till right after is not hidden there because the copy does not have its product', async () => {
  const { world, state, putBack, till } = await start();
  const { item } = world.pick();
  till.staff.editItem(item.id, { price: 777 });
  await syncToQuiet(world);
  world.time.pass(MINUTE_MS);
  const id = till.staff.addItem({ name: 'New dish', price: 900 });
  await syncToQuiet(world);
  putBack();
  till.staff.editItem(id, { price: 950 });
  await syncToQuiet(world);
  expect(till.state.items.get(id)?.hidden ?? false).toBe(false);
  expect([...state.products.values()].filter(({ name }) => name === 'New dish')).toHaveLength(1);
});

it('an item that is made in the store right after, under the id of another one’s product, does not get that one’s values', async () => {
  const { world, state, putBack, till } = await start();
  const first = till.staff.addItem({ name: 'New dish', price: 900 });
  await syncToQuiet(world);
  putBack();
  till.staff.addItem({ name: 'Other dish', price: 1_100 });
  await syncToQuiet(world);
  till.staff.editItem(first, { price: 950 });
  await syncToQuiet(world);
  const priceOf = (dish: string) =>
    [...state.products.values()].filter(({ name }) => name === dish).map(({ regularPrice }) => regularPrice);
  expect([priceOf('New dish'), priceOf('Other dish')]).toEqual([['9.50'], ['11.00']]);
});

it('an undo leaves a product alone that has the id of one that the run made', async () => {
  const { world, staff, state, putBack, till } = await start();
  till.staff.addItem({ name: 'New dish', price: 900 });
  await world.engine.sync.once({ full: false, signal });
  const [run] = world.engine.runs(1);
  const made = [...state.products.values()].find(({ name }) => name === 'New dish');
  putBack();
  const other = staff.addProduct({
    name: 'Gift box',
    regular_price: '50',
    type: 'simple',
    status: 'publish',
  });
  expect(other).toBe(made?.id);
  await world.engine.undo(run?.id ?? (0 as never), { signal, onProgress: () => undefined });
  expect(state.products.get(other)).toMatchObject({ name: 'Gift box', status: 'publish' });
});
