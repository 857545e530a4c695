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
