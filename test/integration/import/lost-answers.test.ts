import { describe, expect, it } from 'vitest';
import { listDifferences } from '../../support/compare-sides.ts';
import { createFaultyTransport, isWrite } from '../../support/faulty-transport.ts';
import { startWorld } from '../../support/practice-world.ts';

describe('when the network breaks', () => {
  it('an answer lost after the store had done the work doubles nothing', async () => {
    let writes = 0;
    const world = await startWorld({
      menu: 'generated',
      items: 500,
      wrap: (real) =>
        createFaultyTransport(real, (request) => {
          if (!isWrite(request) || request.body === '{}') return 'none';
          writes += 1;
          return writes % 3 === 0 ? 'lose-answer' : 'none';
        }),
    });
    const result = await world.import();
    expect(writes).toBeGreaterThan(6);
    expect(result).toMatchObject({ state: 'done', failures: [] });
    expect(listDifferences(world.practice)).toEqual([]);
    expect((await world.plan()).counts).toMatchObject({ create_woo: 0, update_woo: 0, review: 0 });
  });

  it('a batch that reaches the store after it was given up and sent again leaves no doubles', async () => {
    let creates = 0;
    const world = await startWorld({
      menu: 'generated',
      items: 500,
      wrap: (real) =>
        createFaultyTransport(real, (request) => {
          if (!request.body?.startsWith('{"create":[{') || !request.url.includes('/products/batch'))
            return 'none';
          creates += 1;
          // Six batches are planned; the seventh is the first that is sent again.
          if (creates === 2) return 'hold';
          return creates === 7 ? 'release' : 'none';
        }),
    });
    const result = await world.import();
    expect(result).toMatchObject({ state: 'done', failures: [] });
    const trashed = [...world.practice.storeService.state.products.values()].filter(
      (product) => product.status === 'trash',
    );
    expect(trashed.length).toBeGreaterThan(0); // else it proved nothing
    expect(listDifferences(world.practice)).toEqual([]);
  });

  it('a batch that crashes the store is split until the bad row is alone and named; the others arrive', async () => {
    let poison = 'nothing yet';
    const world = await startWorld({
      menu: 'generated',
      items: 500,
      wrap: (real) =>
        createFaultyTransport(real, (request) => (request.body?.includes(poison) ? 'fail-500' : 'none')),
    });
    const victim = [...world.practice.tillService.state.items.values()].find(
      (row) => row.itemGroupId === undefined && !row.deletedTime,
    );
    poison = `"${victim?.id}"`;
    const result = await world.import();
    expect(result.failures).toMatchObject([{ cloverId: victim?.id, failure: { code: 'WOO_FAILING' } }]);
    expect(result.counts).toMatchObject({ created: 499, failed: 1 });
    expect(listDifferences(world.practice)).toEqual([`${victim?.name} (${victim?.id}): 0 products`]);
  });

  it('a store that is gone stops the run, and the same run goes on when it is back', async () => {
    let isDown = false;
    let writes = 0;
    const world = await startWorld({
      menu: 'generated',
      items: 500,
      wrap: (real) =>
        createFaultyTransport(real, (request) => {
          if (isWrite(request) && request.body !== '{}') writes += 1;
          return isDown || writes > 4 ? 'never-sent' : 'none';
        }),
    });
    const plan = await world.plan();
    await expect(world.apply(plan)).rejects.toThrow('NET_UNREACHABLE');
    expect(world.engine.findUnfinished()?.id).toBe(plan.runId);
    isDown = false;
    writes = Number.NEGATIVE_INFINITY;
    const result = await world.apply(plan);
    expect(result).toMatchObject({ state: 'done', counts: { created: 500, failed: 0 } });
    expect(listDifferences(world.practice)).toEqual([]);
  });

  it('a cancelled run goes on where it was', async () => {
    const stop = new AbortController();
    let batches = 0;
    const world = await startWorld({
      menu: 'generated',
      items: 500,
      wrap: (real) =>
        createFaultyTransport(real, (request) => {
          if (request.url.includes('/products/batch') && request.body !== '{}') batches += 1;
          if (batches === 2) stop.abort();
          return 'none';
        }),
    });
    const plan = await world.plan();
    const cancelled = await world.apply(plan, stop.signal);
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.counts.created).toBeGreaterThan(0);
    expect(cancelled.counts.created).toBeLessThan(500);
    const result = await world.apply(plan);
    expect(result).toMatchObject({ state: 'done', counts: { created: 500 } });
    expect(listDifferences(world.practice)).toEqual([]);
  });
});
