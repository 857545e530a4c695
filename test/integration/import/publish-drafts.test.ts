import { describe, expect, it } from 'vitest';
import { startWorld, unwrap } from '../../support/practice-world.ts';

const RUN = { signal: new AbortController().signal, onProgress: () => undefined };

describe('drafts that an import made', () => {
  it('are published as one plan, with nothing else written, and the undo makes them drafts again', async () => {
    const world = await startWorld();
    await world.import();
    const { engine, practice } = world;
    const { records } = engine;
    const { state } = practice.storeService;
    // What the till hides is not for customers, published or not.
    const listDrafts = () =>
      [...state.products.values()].filter(
        ({ type, status, catalogVisibility }) =>
          type !== 'variation' && status === 'draft' && catalogVisibility !== 'hidden',
      );
    const made = listDrafts();
    expect(made.length).toBeGreaterThan(10);
    expect(records.countDrafts()).toBe(made.length);
    const before = new Map(made.map((product) => [product.id, structuredClone(product)]));

    const plan = unwrap(records.planPublish());
    expect(plan.counts).toMatchObject({ update_woo: made.length, create_woo: 0 });
    expect(listDrafts(), 'a plan writes nothing').toHaveLength(made.length);
    const result = unwrap(await engine.apply(plan.runId, RUN));
    expect(result).toMatchObject({ state: 'done', failures: [] });
    // Those of several sizes too: as many as the plan said.
    expect(result.counts.updated).toBe(made.length);
    expect(listDrafts()).toEqual([]);
    expect(records.countDrafts()).toBe(0);
    for (const { id, name, regularPrice, stockQuantity } of before.values())
      expect(state.products.get(id)).toMatchObject({ status: 'publish', name, regularPrice, stockQuantity });

    unwrap(await engine.undo(plan.runId, RUN));
    expect(listDrafts()).toHaveLength(made.length);
    expect(records.countDrafts()).toBe(made.length);
  });

  it('are not those that somebody else drafted, and one that was published by hand is not counted', async () => {
    const world = await startWorld();
    const { staff, state } = world.practice.storeService;
    const knots = { name: 'Knots of the season', sku: 'SIDE-KNOT', regular_price: '6.95' };
    staff.addProduct({ ...knots, type: 'simple', status: 'draft' });
    await world.import();
    const { records } = world.engine;
    const all = records.countDrafts();
    const page = { sort: 'name', isDescending: false, limit: 500, offset: 0 } as const;
    const drafts = records.products(page).products.filter(({ isDraft }) => isDraft);
    const whole = drafts.filter(({ link }) => link.kind === 'product');
    expect(whole.map(({ link }) => link.sku)).toContain('SIDE-KNOT');
    expect(all).toBe(whole.length - 1);
    expect(drafts.length, 'a variant follows its product').toBeGreaterThan(whole.length);

    const made = [...state.products.values()].find(
      ({ type, sku }) => type === 'simple' && sku !== 'SIDE-KNOT',
    );
    staff.editProduct(made?.id ?? 0, { status: 'publish' });
    unwrap(await world.engine.sync.once({ full: false, signal: RUN.signal }));
    expect(records.countDrafts()).toBe(all - 1);
  });
});
