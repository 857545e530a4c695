import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Practice } from '../../../src-practice/practice.ts';
import { openConnectedShell, openPractice, type Shell } from './command-runner.ts';

/** A till with three counted items that are in the store as well. */
async function openShop(): Promise<{ practice: Practice; shell: Shell }> {
  const practice = await openPractice({ menu: 'empty' });
  const { staff } = practice.tillService;
  for (const [at, name] of ['Latte', 'Espresso', 'Cola'].entries()) {
    const id = staff.addItem({ name, price: 400 + at * 50, sku: name.toUpperCase() });
    staff.recount(id, 10);
  }
  const shell = await openConnectedShell(practice);
  expect((await shell.run('import', '--yes', '--json')).exitCode).toBe(0);
  return { practice, shell };
}

function findProduct({ storeService }: Practice, sku: string) {
  const found = [...storeService.state.products.values()].find((product) => product.sku === sku);
  if (!found) throw new Error(`the store has no ${sku}`);
  return found;
}

function findItem({ tillService }: Practice, sku: string) {
  const found = [...tillService.state.items.values()].find((item) => item.sku === sku);
  if (!found) throw new Error(`the till has no ${sku}`);
  return found;
}

const countOnTill = (practice: Practice, sku: string): number | undefined =>
  practice.tillService.state.itemStocks.get(findItem(practice, sku).id)?.quantity;

// Each command is a process of its own, which a busy computer starts slowly.
describe('after the import, by the command line', { timeout: 90_000 }, () => {
  it('a change on either side reaches the other with the next look, and then there is nothing to do', async () => {
    const { practice, shell } = await openShop();
    const still = await shell.run('sync', '--once', '--json');
    expect(still).toMatchObject({ exitCode: 0 });
    expect(still.json).toMatchObject({ applied: { till: 0, store: 0 }, waiting: 0, parked: 0, conflicts: 0 });
    await shell.run('staff', 'till', 'edit', 'LATTE', '--price', '4.75');
    await shell.run('staff', 'store', 'edit', 'COLA', '--name', 'Cola Zero');
    const synced = await shell.run('sync', '--once', '--json');
    expect(synced.exitCode).toBe(0);
    expect(synced.json).toMatchObject({
      applied: { till: 1, store: 1 },
      conflicts: 0,
      ms: expect.any(Number),
    });
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('4.75');
    expect(findItem(practice, 'COLA').name).toBe('Cola Zero');
    const again = await shell.run('sync', '--once', '--full', '--json');
    expect(again.json, 'no echo').toMatchObject({ applied: { till: 0, store: 0 } });
  });

  it('a conflict waits for a person, is answered, and is gone', async () => {
    const { practice, shell } = await openShop();
    await shell.run('staff', 'till', 'edit', 'LATTE', '--price', '4.75');
    await shell.run('staff', 'store', 'edit', 'LATTE', '--price', '5.25');
    expect((await shell.run('sync', '--once', '--json')).exitCode).toBe(3);
    const { conflicts } = (await shell.run('conflicts', '--json')).json as {
      conflicts: { readonly id: number; readonly seen: string }[];
    };
    expect(conflicts).toEqual([
      {
        id: expect.any(Number),
        wooId: findProduct(practice, 'LATTE').id,
        cloverId: findItem(practice, 'LATTE').id,
        name: 'Latte',
        field: 'price',
        base: 400,
        woo: 525,
        clover: 475,
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        seen: expect.stringMatching(/^[\da-f]{8}$/),
      },
    ]);
    expect((await shell.run('status', '--json')).json).toMatchObject({ conflicts: 1 });
    const id = String(conflicts[0]?.id);
    expect((await shell.run('why', 'LATTE', 'price', '--json')).json).toMatchObject({
      fields: [{ field: 'price', till: 400, store: 400, conflict: conflicts[0] }],
    });
    const why = (await shell.run('why', 'LATTE', 'price')).stdout;
    expect(why).toMatch(/conflict \d+ since .+: till \$4\.75, store \$5\.25, last agreed \$4\.00/);
    expect(why).toContain(`resolve ${id} --take till|store|value --seen ${conflicts[0]?.seen}`);
    const { seen } = conflicts[0] ?? { seen: '' };
    await shell.run('staff', 'till', 'edit', 'LATTE', '--price', '4.80');
    await shell.run('sync', '--once');
    const stale = await shell.run('resolve', id, '--take', 'woo', '--seen', seen, '--json');
    expect(stale.exitCode, 'the till moved since it was listed').toBe(3);
    expect(stale.json.error).toMatchObject({
      code: 'CONFLICT_STALE',
      message: expect.stringContaining('the price of Latte'),
    });
    expect((await shell.run('resolve', id, '--take', 'woo', '--json')).exitCode).toBe(0);
    expect((await shell.run('sync', '--once', '--json')).exitCode).toBe(0);
    expect(findItem(practice, 'LATTE').price).toBe(525);
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('5.25');
    expect((await shell.run('conflicts', '--json')).json).toEqual({ conflicts: [] });
    expect((await shell.run('resolve', id, '--take', 'woo', '--json')).json.error?.code).toBe(
      'USE_UNKNOWN_CONFLICT',
    );
  });

  it('a value of one’s own goes to both sides, and a rule settles later conflicts', async () => {
    const { practice, shell } = await openShop();
    const clash = async (till: string, store: string) => {
      await shell.run('staff', 'till', 'edit', 'LATTE', '--price', till);
      await shell.run('staff', 'store', 'edit', 'LATTE', '--price', store);
      return shell.run('sync', '--once', '--json');
    };
    await clash('4.75', '5.25');
    const { conflicts } = (await shell.run('conflicts', '--json')).json as { conflicts: { id: number }[] };
    await shell.run('resolve', String(conflicts[0]?.id), '--take', 'value', '5.00');
    expect((await shell.run('sync', '--once', '--json')).exitCode).toBe(0);
    expect(findItem(practice, 'LATTE').price).toBe(500);
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('5.00');
    await shell.run('staff', 'till', 'edit', 'LATTE', '--price', '5.10');
    const next = await shell.run('sync', '--once', '--json');
    expect(next.exitCode, 'it is agreed: a later edit on one side is no conflict').toBe(0);
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('5.10');

    await shell.run('resolve', '--field', 'price', '--take', 'till', '--all', '--always');
    expect((await shell.run('rules', '--json')).json).toMatchObject({
      rules: [{ field: 'price', take: 'till' }],
    });
    expect((await clash('5.50', '6.00')).exitCode).toBe(0);
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('5.50');
    expect((await shell.run('rules', 'remove', 'price')).exitCode).toBe(0);
    expect((await clash('5.75', '6.25')).exitCode).toBe(3);
  });

  it('a pinned field stays as it is', async () => {
    const { practice, shell } = await openShop();
    expect((await shell.run('pin', 'LATTE', 'price', '--json')).json).toMatchObject({
      product: { pinned: ['price'] },
    });
    await shell.run('staff', 'till', 'edit', 'LATTE', '--price', '4.75');
    await shell.run('sync', '--once');
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('4.00');
    await shell.run('unpin', 'LATTE', 'price');
    await shell.run('sync', '--once', '--full');
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('4.75');
  });

  it('counts go out as CSV, come back edited, and reach both sides', async () => {
    const { practice, shell } = await openShop();
    const file = join(shell.dataDir, 'stock.csv');
    expect((await shell.run('stock', 'export', file, '--json')).json).toEqual({ file, rows: 3 });
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^\uFEFFName,SKU,/);
    const unchanged = await shell.run('stock', 'import', file, '--json');
    expect(unchanged.exitCode, 'as it was it changes nothing').toBe(0);
    writeFileSync(file, text.replace(/^(Latte,.*,)10,10,/m, '$117,10,').replaceAll(',', ';'));
    expect((await shell.run('stock', 'import', file, '--json')).exitCode, 'asks first').toBe(3);
    const imported = await shell.run('stock', 'import', file, '--yes', '--json');
    expect(imported.exitCode).toBe(0);
    expect(findProduct(practice, 'LATTE').stockQuantity).toBe(17);
    expect(countOnTill(practice, 'LATTE')).toBe(17);
    expect(findProduct(practice, 'COLA').stockQuantity).toBe(10);
    writeFileSync(file, 'SKU;Stock\nLATTE;7,5\n');
    const refused = await shell.run('stock', 'import', file, '--yes', '--json');
    expect(refused.exitCode).toBe(2);
    expect(refused.json.error).toMatchObject({
      code: 'CSV_REFUSED',
      message: expect.stringContaining('line 2: "7,5" is not a whole number'),
    });
  });

  it('what is low comes first, by the product’s own threshold', async () => {
    const { shell } = await openShop();
    expect((await shell.run('threshold', 'COLA', '50', '--json')).exitCode).toBe(0);
    const { stock } = (await shell.run('stock', '--json')).json as { stock: Record<string, unknown>[] };
    expect(stock[0]).toMatchObject({ name: 'Cola', status: 'low', threshold: 50, ownThreshold: true });
    await shell.run('threshold', 'COLA', 'default');
    expect((await shell.run('stock', '--status', 'low', '--json')).json).toMatchObject({ stock: [] });
  });

  it('what is sold out is off on both sides until it is put back', async () => {
    const { practice, shell } = await openShop();
    await shell.run('soldout', 'COLA', '--until', '2h');
    await shell.run('sync', '--once');
    expect(findItem(practice, 'COLA').available).toBe(false);
    expect((await shell.run('why', 'COLA', '--json')).json).toMatchObject({
      soldOut: { backAt: expect.stringMatching(/Z$/) },
    });
    expect((await shell.run('why', 'COLA')).stdout).toMatch(
      /Sold out by hand on the till \(the store does not show it: it is a draft there\) until .+: soldout \S+ --back/,
    );
    const { stock } = (await shell.run('stock', '--json')).json as { stock: Record<string, unknown>[] };
    expect(stock.find(({ sku }) => sku === 'COLA')).toMatchObject({
      soldOut: true,
      backAt: expect.any(String),
    });
    await shell.run('soldout', 'COLA', '--back');
    await shell.run('sync', '--once');
    expect(findItem(practice, 'COLA').available).toBe(true);
    expect((await shell.run('why', 'COLA', '--json')).json).not.toHaveProperty('soldOut');
  });

  it('drift reads both sides afresh and --fix writes what is on its way', async () => {
    const { practice, shell } = await openShop();
    expect((await shell.run('drift', '--json')).json).toEqual({ drifts: [], total: 0, fixed: 0 });
    await shell.run('staff', 'till', 'edit', 'LATTE', '--price', '4.75');
    expect((await shell.run('drift', '--json')).json).toMatchObject({
      drifts: [{ name: 'Latte', field: 'price', clover: 475, woo: 400, why: 'waiting' }],
      fixed: 0,
    });
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('4.00');
    expect((await shell.run('drift', '--fix', '--json')).json).toMatchObject({ fixed: 1 });
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('4.75');
    await shell.run('staff', 'till', 'remove', 'COLA');
    expect((await shell.run('drift', '--json')).json).toMatchObject({
      drifts: [{ name: 'Cola', field: 'availability', clover: null, woo: 'on', why: 'waiting' }],
    });
  });

  it('web orders are listed', async () => {
    const { shell } = await openShop();
    // The first look remembers where the store is.
    await shell.run('sync', '--once');
    await shell.run('staff', 'store', 'buy', 'LATTE', '--quantity', '2');
    const synced = await shell.run('sync', '--once', '--json');
    expect(synced.json, 'the look tells of it').toMatchObject({ orders: { placed: 1 } });
    const orders = await shell.run('orders', '--json');
    expect(orders.exitCode).toBe(0);
    expect(orders.json.orders).toEqual([
      expect.objectContaining({ wooId: expect.any(Number), number: expect.any(String), totalStore: 800 }),
    ]);
  });

  it('run keeps both sides in step until SIGTERM, an event a line', async () => {
    const { practice, shell } = await openShop();
    expect((await shell.run('settings', 'set', 'poll.fastestSeconds', '2')).exitCode).toBe(0);
    const running = shell.start(['run', '--json'], { input: null });
    await running.waitFor('"event":"synced"');
    practice.tillService.staff.editItem(findItem(practice, 'LATTE').id, { price: 475 });
    await running.waitFor('"applied":{"till":0,"store":1}');
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('4.75');
    for (const line of [
      ['sync', '--once'],
      ['resolve', '1', '--take', 'woo'],
      ['pin', 'LATTE', 'price'],
    ]) {
      const refused = await shell.run(...line, '--json');
      expect(refused.exitCode, 'one writer').toBe(5);
      expect(refused.json.error?.message).toContain(
        `with the command "run" (process ${running.process.pid})`,
      );
    }
    expect((await shell.run('conflicts', '--json')).exitCode, 'looking is free').toBe(0);
    running.process.kill('SIGTERM');
    const ended = await running.ended;
    expect(ended.exitCode).toBe(0);
    const events = ended.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event);
    expect(events[0]).toBe('started');
    expect(events.at(-1)).toBe('stopped');
  });

  it('sides that are away are told within half a minute, and status says so too', async () => {
    const { practice, shell } = await openShop();
    const running = shell.start(['run', '--json'], { input: null });
    await running.waitFor('"event":"synced"');
    await practice.close();
    await running.waitFor(/"event":"side".*"side":"till"/);
    await running.waitFor(/"event":"side".*"side":"store"/);
    const status = await shell.run('status', '--json');
    expect(status.json).toMatchObject({ till: { state: 'away' }, store: { state: 'away' } });
    expect((await shell.run('status')).stdout).toContain('Waiting until both sides can be reached again.');
    running.process.kill('SIGTERM');
    expect((await running.ended).exitCode).toBe(0);
  });

  it('a web order that was not printed is in the status until somebody has seen to it', async () => {
    const { practice, shell } = await openShop();
    await shell.run('sync', '--once');
    await shell.run('staff', 'till', 'jam');
    await shell.run('staff', 'store', 'buy', 'LATTE');
    for (let looks = 0; looks < 6; looks += 1) await shell.run('sync', '--once');
    expect(practice.tillService.state.kitchen.tickets).toEqual([]);
    expect((await shell.run('status', '--json')).json).toMatchObject({ orders: { needPerson: 1 } });
    expect((await shell.run('status')).stdout).toMatch(/^1 web order needs you\./);
    expect((await shell.run('orders', '--json')).json.orders).toMatchObject([{ attention: true }]);
  });

  it('without a connection it ends with 4', async () => {
    const { shell } = await openShop();
    await shell.run('disconnect', 'woo');
    expect((await shell.run('sync', '--once', '--json')).exitCode).toBe(4);
    expect((await shell.run('run', '--json')).exitCode).toBe(4);
  });
});

describe('what a person lets through', { timeout: 90_000 }, () => {
  it('counts from a CSV are put back by undo', async () => {
    const { practice, shell } = await openShop();
    const file = join(shell.dataDir, 'stock.csv');
    writeFileSync(file, 'SKU,Stock\nLATTE,17\n');
    const imported = await shell.run('stock', 'import', file, '--yes', '--json');
    expect(findProduct(practice, 'LATTE').stockQuantity).toBe(17);
    const undone = await shell.run('undo', String(imported.json.run), '--json');
    expect(undone, undone.stdout).toMatchObject({ exitCode: 0 });
    expect(findProduct(practice, 'LATTE').stockQuantity).toBe(10);
    expect(countOnTill(practice, 'LATTE')).toBe(10);
  });

  it('a look that would change much at once waits for approve, and then goes on', async () => {
    const { practice, shell } = await openShop();
    await shell.run('settings', 'set', 'brake.priceCount', '2');
    for (const sku of ['LATTE', 'ESPRESSO', 'COLA'])
      practice.tillService.staff.editItem(findItem(practice, sku).id, { price: 1500 });
    const braked = await shell.run('sync', '--once', '--json');
    expect(braked.exitCode).toBe(3);
    expect(braked.json.braked).toEqual(expect.any(Number));
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('4.00');
    const run = String(braked.json.braked);
    expect((await shell.run('approve', run)).exitCode).toBe(0);
    expect((await shell.run('apply', run, '--yes', '--json')).exitCode).toBe(0);
    expect(findProduct(practice, 'LATTE').regularPrice).toBe('15.00');
    expect((await shell.run('sync', '--once', '--json')).exitCode).toBe(0);
  });

  it('a row that the store refuses is set aside with its reason, and retried', async () => {
    const { practice, shell } = await openShop();
    practice.storeService.load([{ name: 'Other', type: 'simple', sku: 'TAKEN', regular_price: '1.00' }]);
    practice.tillService.staff.editItem(findItem(practice, 'LATTE').id, { sku: 'TAKEN' });
    await shell.run('sync', '--once', '--json');
    const { parked } = (await shell.run('parked', '--json')).json as { parked: Record<string, unknown>[] };
    expect(parked).toEqual([
      expect.objectContaining({ name: 'Latte', code: 'WOO_SKU_TAKEN', hint: expect.stringContaining('SKU') }),
    ]);
    practice.tillService.staff.editItem(findItem(practice, 'TAKEN').id, { sku: 'FREE' });
    expect((await shell.run('parked', 'retry', String(parked[0]?.id), '--json')).json).toEqual({
      retried: 1,
    });
    expect((await shell.run('sync', '--once', '--json')).exitCode).toBe(0);
    expect(findProduct(practice, 'FREE').name).toBe('Latte');
    expect((await shell.run('parked', '--json')).json).toEqual({ parked: [] });
  });
});
