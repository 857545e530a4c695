import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../../src-main/boot/core.ts';
import type { Transport } from '../../../src-main/engine/ports.ts';
import { createFetchTransport } from '../../../src-main/runtime/machine.ts';
import { type SmallWorld, startSmallWorld } from '../../support/small-world.ts';
import { unwrap } from '../../support/unwrap.ts';

const { signal } = new AbortController();

/** The data file as it is now, in a file of its own. */
function keepCopy({ dataDir }: SmallWorld): string {
  const copy = join(dataDir, 'kept.sqlite');
  const db = new Database(join(dataDir, 'tillbridge.sqlite'), { readonly: true });
  db.exec(`VACUUM INTO '${copy}'`);
  db.close();
  return copy;
}

/** The copy takes the data file's place, and the program is started twice: a start makes the file that follows newer. */
async function putBack(world: SmallWorld, copy: string) {
  const { dataDir, secretKey, time } = world;
  const open = async () =>
    unwrap(
      await openCore({
        ...{ dataDir, secretKey, nativeBinding: null, isWriter: true },
        ports: { transport: time.watch(createFetchTransport()), timers: time.timers, clock: time.clock },
      }),
    );
  await world.core.close();
  await (await open()).close();
  for (const end of ['', '-wal', '-shm']) rmSync(join(dataDir, `tillbridge.sqlite${end}`), { force: true });
  copyFileSync(copy, join(dataDir, 'tillbridge.sqlite'));
  const core = await open();
  onTestFinished(() => core.close());
  return core.engine;
}

it('a sale in the store before an older data file has compared anything is not taken back: a person is asked', async () => {
  const world = await startSmallWorld();
  const { item, product } = world.pick();
  const pieces = world.stock(item.id) ?? 0;
  const engine = await putBack(world, keepCopy(world));
  world.practice.storeService.staff.buy(product.id, 2);
  for (const full of [false, true]) unwrap(await engine.sync.once({ full, signal }));
  expect(world.product(product.id).stockQuantity).toBe(pieces - 2);
  const { conflicts } = engine.conflicts.list({ field: 'stock', limit: 9, offset: 0 });
  expect(conflicts).toMatchObject([{ cloverId: item.id, till: pieces, store: pieces - 2 }]);
});

it('what was new and could not be made when the copy was made is made after it took the place', async () => {
  let isRefused = false;
  const refuse = (real: Transport): Transport => ({
    send: async (request) =>
      isRefused && request.method === 'POST' && request.url.includes('/products/batch')
        ? { status: 401, headers: { 'content-type': 'application/json' }, body: '{}', url: request.url }
        : real.send(request),
  });
  const world = await startSmallWorld({ wrap: refuse });
  world.practice.tillService.staff.addItem({ name: 'New dish', price: 900 });
  isRefused = true;
  await world.engine.sync.once({ full: false, signal });
  const engine = await putBack(world, keepCopy(world));
  for (const full of [false, true]) unwrap(await engine.sync.once({ full, signal }));
  const made = [...world.practice.storeService.state.products.values()].filter(
    ({ name }) => name === 'New dish',
  );
  expect(made).toHaveLength(1);
});

it('what somebody changes of a product that an older data file does not know is asked about, and not written over', async () => {
  const world = await startSmallWorld();
  const copy = keepCopy(world);
  const { tillService, storeService } = world.practice;
  const addDish = (name: string) => {
    const id = tillService.staff.addItem({ name, price: 900 });
    tillService.staff.recount(id, 8);
    return id;
  };
  const [dish, quiet] = [addDish('New dish'), addDish('Quiet dish')];
  await world.sync();
  const find = (name: string) => {
    const made = [...storeService.state.products.values()].find((it) => it.name === name);
    return world.product(made?.id ?? 0);
  };
  const product = find('New dish');
  const engine = await putBack(world, copy);
  storeService.staff.editProduct(product.id, { regular_price: '11.00' });
  storeService.staff.buy(product.id, 2);
  tillService.staff.editItem(dish, { hidden: true });
  const look = async () => {
    for (const full of [false, true]) unwrap(await engine.sync.once({ full, signal }));
  };
  await look();
  const ask = () => engine.conflicts.list({ limit: 9, offset: 0 }).conflicts;
  expect(ask().map(({ cloverId, field, till, store }) => [cloverId, field, till, store])).toEqual(
    expect.arrayContaining([
      [dish, 'price', 900, 1100],
      [dish, 'stock', 8, 6],
      [dish, 'availability', 'hidden', 'on'],
    ]),
  );
  expect(ask(), 'and nothing of what nobody touched').toHaveLength(3);
  for (const { id, field, till, store } of ask())
    unwrap(
      engine.conflicts.resolve({
        id,
        take: field === 'availability' ? 'till' : 'store',
        seen: { till, store },
      }),
    );
  await look();
  expect(ask()).toEqual([]);
  expect(world.item(dish)).toMatchObject({ price: 1100, hidden: true });
  expect(world.stock(dish)).toBe(6);
  expect(find('New dish').catalogVisibility).toBe('hidden');
  tillService.staff.editItem(quiet, { price: 950 });
  await look();
  expect(find('Quiet dish').regularPrice, 'it is kept in step from then on').toBe('9.50');
});
