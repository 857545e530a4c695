import { describe, expect, it } from 'vitest';
import type { Transport, WireRequest } from '../../../src-main/engine/ports.ts';
import { unwrap, type WorldOptions } from '../../support/practice-world.ts';
import { type SmallWorld, startSmallWorld, syncToQuiet } from '../../support/small-world.ts';

const NONE = { till: 0, store: 0 };
const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };

interface Pair {
  readonly cloverId: string;
  readonly wooId: number;
}

interface Menu extends SmallWorld {
  readonly food: Pair;
  readonly drinks: Pair;
  readonly extras: Pair;
  /** Names of the parents, on the till and in the store; null is the top. */
  parents(pair: Pair): readonly [string | null, string | null];
  messages(): string[];
}

async function openMenu(options: WorldOptions = {}): Promise<Menu> {
  const world = await startSmallWorld(options);
  const { till, store } = world.sides;
  const find = (name: string): Pair => {
    const link = world.engine
      .links({ limit: 100, offset: 0 })
      .find((it) => it.kind === 'category' && it.name === name);
    if (!link || link.wooId === null) throw new Error(`no category ${name}`);
    return { cloverId: link.cloverId, wooId: link.wooId };
  };
  return {
    ...world,
    food: find('Food'),
    drinks: find('Drinks'),
    extras: find('Extras'),
    parents: ({ cloverId, wooId }) => {
      const onTill = till.state.categories.get(cloverId)?.parentId;
      const inStore = store.state.categories.get(wooId)?.parent ?? 0;
      return [
        onTill === undefined ? null : (till.state.categories.get(onTill)?.name ?? ''),
        inStore === 0 ? null : (store.state.categories.get(inStore)?.name ?? ''),
      ];
    },
    messages: () =>
      world.engine.log({ limit: 200, offset: 0 }).map(({ entity, message }) => `${entity}: ${message}`),
  };
}

/** A merchant who has subcategories: Extras is below Food, on both sides. */
async function openNestedMenu(options: WorldOptions = {}): Promise<Menu> {
  const menu = await openMenu(options);
  menu.sides.till.staff.moveCategory(menu.extras.cloverId, menu.food.cloverId);
  await menu.sync(true);
  menu.writes();
  return menu;
}

const isMoveAtTill = ({ method, url, body }: WireRequest): boolean =>
  method === 'POST' &&
  /\/categories\/[^/]+$/.test(new URL(url).pathname) &&
  String(body).includes('parentCategory');

describe('a category that is moved', () => {
  it('on the till is moved in the store, once, and the log says where', async () => {
    const menu = await openMenu();
    menu.sides.till.staff.moveCategory(menu.extras.cloverId, menu.food.cloverId);
    await menu.sync(true);
    expect(menu.parents(menu.extras)).toEqual(['Food', 'Food']);
    expect(menu.messages()).toContain('Extras: category moved in the store, below Food');
    menu.writes();
    await menu.sync(true);
    expect(menu.writes()).toEqual(NONE);
    menu.sides.till.staff.moveCategory(menu.extras.cloverId, null);
    await menu.sync(true);
    expect(menu.parents(menu.extras)).toEqual([null, null]);
  });

  it('in the store is moved on the till, where the merchant has subcategories', async () => {
    const menu = await openNestedMenu();
    menu.sides.store.staff.moveCategory(menu.drinks.wooId, menu.food.wooId);
    await menu.sync(true);
    expect(menu.parents(menu.drinks)).toEqual(['Food', 'Food']);
    expect(menu.messages()).toContain('Drinks: category moved on the till, below Food');
    menu.sides.store.staff.moveCategory(menu.extras.wooId, 0);
    await menu.sync(true);
    expect(menu.parents(menu.extras)).toEqual([null, null]);
    menu.writes();
    await menu.sync(true);
    expect(menu.writes()).toEqual(NONE);
  });

  it.each([
    ['till', ['Drinks', 'Drinks']],
    ['store', [null, null]],
  ] as const)(
    'on both sides stands where the %s has it, which owns categories, and the log says so',
    async (owner, place) => {
      const menu = await openNestedMenu();
      unwrap(menu.engine.settings.set({ 'sync.owner.categories': owner }));
      menu.sides.till.staff.moveCategory(menu.extras.cloverId, menu.drinks.cloverId);
      menu.sides.store.staff.moveCategory(menu.extras.wooId, 0);
      await menu.sync(true);
      expect(menu.parents(menu.extras)).toEqual(place);
      expect(menu.messages().filter((it) => it.includes('both sides had moved it'))).toHaveLength(1);
      menu.writes();
      await menu.sync(true);
      expect(menu.writes()).toEqual(NONE);
    },
  );

  it('to the same place on both sides needs no write', async () => {
    const menu = await openMenu();
    menu.sides.till.staff.moveCategory(menu.extras.cloverId, menu.food.cloverId);
    menu.sides.store.staff.moveCategory(menu.extras.wooId, menu.food.wooId);
    await menu.sync(true);
    expect(menu.writes()).toEqual(NONE);
    menu.sides.till.staff.moveCategory(menu.extras.cloverId, null);
    await menu.sync(true);
    expect(menu.parents(menu.extras)).toEqual([null, null]);
  });

  it('in the store alone stays so where the merchant has no subcategories, and that is told once', async () => {
    const menu = await openMenu();
    menu.sides.store.staff.moveCategory(menu.drinks.wooId, menu.food.wooId);
    await menu.sync(true);
    await menu.sync(true);
    expect(menu.parents(menu.drinks)).toEqual([null, 'Food']);
    expect(menu.writes()).toEqual(NONE);
    expect(menu.messages().filter((it) => it.startsWith('Drinks: category moved'))).toEqual([
      'Drinks: category moved in the store only: the till cannot have it there',
    ]);
  });

  it('deeper than the till can have it stays so, and that is told once', async () => {
    const menu = await openNestedMenu();
    menu.sides.store.staff.moveCategory(menu.drinks.wooId, menu.extras.wooId);
    await menu.sync(true);
    await menu.sync(true);
    expect(menu.parents(menu.drinks)).toEqual([null, 'Extras']);
    expect(menu.writes()).toEqual(NONE);
    expect(menu.messages().filter((it) => it.startsWith('Drinks: category moved'))).toHaveLength(1);
  });

  it('below a category that the till does not have stays so, and that is told once', async () => {
    const menu = await openNestedMenu();
    const own = menu.sides.store.staff.addCategory('Online only');
    menu.sides.store.staff.moveCategory(menu.drinks.wooId, own);
    await menu.sync(true);
    await menu.sync(true);
    expect(menu.parents(menu.drinks)).toEqual([null, 'Online only']);
    expect(menu.messages().filter((it) => it.startsWith('Drinks: category moved'))).toHaveLength(1);
  });

  it('up in the store, since its parent was deleted there, was moved by nobody', async () => {
    const menu = await openNestedMenu();
    const { categories } = menu.sides.store.state;
    categories.delete(menu.food.wooId);
    const extras = categories.get(menu.extras.wooId);
    if (extras) categories.set(extras.id, { ...extras, parent: 0 });
    await menu.sync(true);
    expect(menu.parents(menu.extras)).toEqual(['Food', null]);
  });

  it('is moved by no one-way sync against its direction', async () => {
    const menu = await openNestedMenu();
    unwrap(menu.engine.settings.set({ 'sync.direction': 'till-to-store' }));
    menu.sides.store.staff.moveCategory(menu.extras.wooId, 0);
    await menu.sync(true);
    expect(menu.parents(menu.extras)).toEqual(['Food', null]);
  });

  it('is put back by an undo on either side, and stays so', async () => {
    const menu = await openNestedMenu();
    menu.sides.till.staff.moveCategory(menu.extras.cloverId, menu.drinks.cloverId);
    await menu.sync(true);
    const undo = async () =>
      unwrap(await menu.engine.undo(menu.engine.runs(1)[0]?.id ?? (0 as never), LISTEN));
    expect(await undo()).toMatchObject({ undone: 1, kept: [] });
    expect(menu.parents(menu.extras)).toEqual(['Drinks', 'Food']);
    menu.sides.store.staff.moveCategory(menu.extras.wooId, 0);
    await menu.sync(true);
    expect(menu.parents(menu.extras)).toEqual([null, null]);
    await undo();
    expect(menu.parents(menu.extras)).toEqual(['Drinks', null]);
    menu.writes();
    await menu.sync(true);
    expect(menu.writes()).toEqual(NONE);
  });

  it('is not put back by an undo where a person has moved it since', async () => {
    const menu = await openNestedMenu();
    menu.sides.till.staff.moveCategory(menu.extras.cloverId, null);
    await menu.sync(true);
    menu.sides.store.staff.moveCategory(menu.extras.wooId, menu.drinks.wooId);
    const [run] = menu.engine.runs(1);
    const undone = unwrap(await menu.engine.undo(run?.id ?? (0 as never), LISTEN));
    expect(undone).toMatchObject({ undone: 0, kept: [{ name: 'Extras' }] });
    expect(menu.parents(menu.extras)).toEqual([null, 'Drinks']);
  });

  it('by a person while ours is on its way stays where they put it', async () => {
    let onWrite: (() => void) | null = null;
    let lists = 0;
    const wrap = (real: Transport): Transport => ({
      send: (request) => {
        if (onWrite && request.method === 'GET' && request.url.includes('/products/categories')) lists += 1;
        // The first list is the plan's, the second the look right before the write.
        if (onWrite && lists === 2) {
          onWrite();
          onWrite = null;
        }
        return real.send(request);
      },
    });
    const menu = await openNestedMenu({ wrap });
    onWrite = () => menu.sides.store.staff.moveCategory(menu.extras.wooId, 0);
    unwrap(menu.engine.settings.set({ 'sync.owner.categories': 'store' }));
    menu.sides.till.staff.moveCategory(menu.extras.cloverId, menu.drinks.cloverId);
    await menu.sync(true);
    expect(onWrite).toBe(null);
    await syncToQuiet(menu, true);
    expect(menu.parents(menu.extras)).toEqual([null, null]);
  });

  it('to a place that the till does not take is told once and waits for a person', async () => {
    let tries = 0;
    const wrap = (real: Transport): Transport => ({
      send: (request) => {
        if (!isMoveAtTill(request)) return real.send(request);
        tries += 1;
        return real.send({ ...request, body: '{}' });
      },
    });
    const menu = await openNestedMenu({ wrap });
    menu.sides.store.staff.moveCategory(menu.drinks.wooId, menu.food.wooId);
    await menu.sync(true);
    await menu.sync(true);
    expect(tries).toBe(1);
    const { rows } = menu.engine.parked.list(10, 0);
    expect(rows).toMatchObject([{ name: 'Drinks', failure: { code: 'CLOVER_CATEGORY_NOT_MOVED' } }]);
    // Done by hand: nothing waits any more.
    menu.sides.till.staff.moveCategory(menu.drinks.cloverId, menu.food.cloverId);
    await menu.sync(true);
    expect(menu.engine.parked.list(10, 0).total).toBe(0);
  });

  it('is shown by a plan in both directions', async () => {
    const menu = await openNestedMenu();
    menu.sides.store.staff.moveCategory(menu.drinks.wooId, menu.food.wooId);
    const plan = unwrap(
      await menu.engine.plan({ choices: new Map(), from: 'both', onProgress: () => undefined }),
    );
    expect(plan.counts.update_clover).toBe(1);
    const rows = unwrap(menu.engine.rows(plan.runId, { limit: 100, offset: 0 }));
    expect(rows.filter((row) => row.reason === 'CATEGORY_MOVED_IN_STORE')).toMatchObject([
      { name: 'Drinks' },
    ]);
    await menu.apply(plan);
    expect(menu.parents(menu.drinks)).toEqual(['Food', 'Food']);
  });
});

describe('a category that was renamed', () => {
  it.each(['till', 'store'] as const)(
    'after a change on the %s is put back by an undo, and stays so',
    async (side) => {
      const menu = await openMenu();
      const { till, store } = menu.sides;
      if (side === 'till') till.staff.renameCategory(menu.drinks.cloverId, 'Beverages');
      else store.staff.renameCategory(menu.drinks.wooId, 'Beverages');
      await menu.sync(true);
      const names = () => [
        till.state.categories.get(menu.drinks.cloverId)?.name,
        store.state.categories.get(menu.drinks.wooId)?.name,
      ];
      expect(names()).toEqual(['Beverages', 'Beverages']);
      const [run] = menu.engine.runs(1);
      unwrap(await menu.engine.undo(run?.id ?? (0 as never), LISTEN));
      const apart = side === 'till' ? ['Beverages', 'Drinks'] : ['Drinks', 'Beverages'];
      expect(names()).toEqual(apart);
      await menu.sync(true);
      expect(names()).toEqual(apart);
      till.staff.renameCategory(menu.drinks.cloverId, 'Cold drinks');
      await menu.sync(true);
      expect(names()).toEqual(['Cold drinks', 'Cold drinks']);
    },
  );
});
