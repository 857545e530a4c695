import type { Engine } from '../../src-main/engine/face.ts';
import type { Link } from '../../src-main/engine/ledger-ports.ts';
import type { PracticeStore } from '../../src-practice/store/store.ts';
import type { PracticeTill } from '../../src-practice/till/till.ts';

/** Both practice sides and the engine between them, whatever carries the requests. */
export interface Sides {
  readonly till: PracticeTill;
  readonly store: PracticeStore;
  readonly engine: () => Engine;
}

/** What people have done to the small menu, for whoever looks whether it was lost or doubled. */
export interface Deeds {
  /** What each counted till item must have in the end, on both sides. */
  readonly counts: Map<string, number>;
  /** Names of things that were new: one of each on both sides. */
  readonly made: string[];
  /** The name that a category must have on both sides, by what was done to it. */
  readonly categories: Map<string, string>;
}

export const createDeeds = ({ till }: Sides): Deeds => ({
  counts: new Map([...till.state.itemStocks.values()].map(({ id, quantity }) => [id, quantity])),
  made: [],
  categories: new Map(),
});

/** One kind of write, and the change by people that leads to it; `round` makes each change a new one. */
export interface SyncChange {
  readonly name: string;
  /** The requests that carry this write. */
  readonly isWrite: (method: string, path: string) => boolean;
  /** No product shows it: only a look at everything finds it. */
  readonly isSeenByFullOnly?: true;
  readonly make: (sides: Sides, deeds: Deeds, round: number) => void;
}

interface Linked extends Link {
  readonly woo: number;
}

const listLinks = ({ engine }: Sides): Linked[] =>
  engine()
    .links({ limit: 1000, offset: 0 })
    .flatMap((link) => (link.wooId === null ? [] : [{ ...link, woo: link.wooId }]));

function takeAt<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new Error(`there is no number ${at}`);
  return found;
}

/** A dish by its letter, by the link: names and SKUs may have been changed meanwhile. */
const findDish = (sides: Sides, at: number): Linked =>
  takeAt(
    listLinks(sides).filter((link) => link.kind === 'product' && link.groupId === null),
    at,
  );
const findMember = (sides: Sides, at: number): Linked =>
  takeAt(
    listLinks(sides).filter((link) => link.kind === 'variation'),
    at,
  );
const findGroup = (sides: Sides, at: number): Linked =>
  takeAt(
    listLinks(sides).filter((link) => link.kind === 'product' && link.groupId === link.cloverId),
    at,
  );
const findCategory = (sides: Sides, at: number): Linked =>
  takeAt(
    listLinks(sides).filter((link) => link.kind === 'category'),
    at,
  );

function sell(sides: Sides, deeds: Deeds, { cloverId }: Linked, pieces: number): void {
  sides.till.staff.sell(cloverId, pieces);
  deeds.counts.set(cloverId, (deeds.counts.get(cloverId) ?? 0) - pieces);
}

function buy(sides: Sides, deeds: Deeds, { cloverId, woo }: Linked, pieces: number): void {
  sides.store.staff.buy(woo, pieces);
  deeds.counts.set(cloverId, (deeds.counts.get(cloverId) ?? 0) - pieces);
}

function readCategoryIds({ store }: Sides, woo: number): readonly number[] {
  return store.state.products.get(woo)?.categoryIds ?? [];
}

const isTillWrite = (pattern: RegExp) => (method: string, path: string) =>
  method !== 'GET' && path.includes('/v3/merchants/') && pattern.test(path);
const isStoreWrite = (pattern: RegExp) => (method: string, path: string) =>
  method !== 'GET' && path.includes('/wc/v3/') && pattern.test(path);

/** Every kind of external write of a sync. */
export const SYNC_CHANGES: readonly SyncChange[] = [
  {
    name: 'changed products in the store',
    isWrite: isStoreWrite(/\/products\/batch$/),
    make: (sides, _deeds, round) => {
      for (const at of [0, 1]) {
        sides.till.staff.editItem(findDish(sides, at).cloverId, { price: 1000 + at + round * 10 });
      }
    },
  },
  {
    name: 'new products in the store',
    isWrite: isStoreWrite(/\/products\/batch$/),
    make: ({ till }, deeds, round) => {
      for (const kind of ['Pie', 'Cake']) {
        const name = `${kind} ${round}`;
        const id = till.staff.addItem({ name, price: 900, sku: `${kind}-${round}` });
        till.staff.recount(id, 7);
        deeds.counts.set(id, 7);
        deeds.made.push(name);
      }
    },
  },
  {
    name: 'changed variations in the store',
    isWrite: isStoreWrite(/\/variations\/batch$/),
    make: (sides, _deeds, round) =>
      sides.till.staff.editItem(findMember(sides, 0).cloverId, { price: 2000 + round }),
  },
  {
    name: 'stock moves of products in the store',
    isWrite: isStoreWrite(/\/products\/batch$/),
    make: (sides, deeds, round) => {
      sell(sides, deeds, findDish(sides, 2), round + 1);
      sell(sides, deeds, findDish(sides, 3), 2);
    },
  },
  {
    name: 'stock moves of variations in the store',
    isWrite: isStoreWrite(/\/variations\/batch$/),
    make: (sides, deeds, round) => sell(sides, deeds, findMember(sides, 1), round + 1),
  },
  {
    name: 'renamed categories in the store',
    isSeenByFullOnly: true,
    isWrite: isStoreWrite(/\/products\/categories/),
    make: (sides, deeds, round) => {
      const name = `Renamed on the till ${round}`;
      sides.till.staff.renameCategory(findCategory(sides, 0).cloverId, name);
      deeds.categories.set('till', name);
    },
  },
  {
    name: 'fields of single items on the till',
    isWrite: isTillWrite(/\/items\/[^/]+$/),
    make: (sides, _deeds, round) => {
      for (const at of [4, 5])
        sides.store.staff.editProduct(findDish(sides, at).woo, { regular_price: `${12 + at}.0${round}` });
    },
  },
  {
    name: 'fields of many items on the till',
    isWrite: isTillWrite(/\/bulk_items$/),
    make: (sides, _deeds, round) => {
      for (let at = 0; at < 9; at += 1)
        sides.store.staff.editProduct(findDish(sides, at).woo, { name: `Web dish ${at} ${round}` });
    },
  },
  {
    name: 'counts on the till',
    isWrite: isTillWrite(/\/item_stocks\//),
    make: (sides, deeds, round) => {
      buy(sides, deeds, findDish(sides, 6), round + 1);
      buy(sides, deeds, findMember(sides, 2), 2);
    },
  },
  {
    name: 'category assignments on the till',
    isWrite: isTillWrite(/\/category_items/),
    make: (sides, _deeds, round) => {
      const { woo } = findDish(sides, 7);
      const categories = listLinks(sides).filter((link) => link.kind === 'category');
      const next = takeAt(categories, round % categories.length).woo;
      const kept = readCategoryIds(sides, woo).includes(next) ? [] : [next];
      sides.store.staff.editProduct(woo, { categories: kept.map((id) => ({ id })) });
    },
  },
  {
    name: 'renamed categories on the till',
    isSeenByFullOnly: true,
    isWrite: isTillWrite(/\/categories\/[^/]+$/),
    make: (sides, deeds, round) => {
      const name = `Renamed in the store ${round}`;
      sides.store.staff.renameCategory(findCategory(sides, 1).woo, name);
      deeds.categories.set('store', name);
    },
  },
  {
    name: 'renamed item groups on the till',
    isWrite: isTillWrite(/\/item_groups\/[^/]+$/),
    make: (sides, _deeds, round) =>
      sides.store.staff.editProduct(findGroup(sides, 1).woo, { name: `Web group ${round}` }),
  },
  {
    name: 'new items on the till',
    isWrite: isTillWrite(/\/items$/),
    make: (sides, deeds, round) => {
      const name = `Knife ${round}`;
      const first = findCategory(sides, 2).woo;
      sides.store.staff.addProduct({
        name,
        type: 'simple',
        status: 'publish',
        regular_price: '25.00',
        sku: `KNIFE-${round}`,
        manage_stock: true,
        stock_quantity: 3,
        categories: [{ id: first }],
      });
      deeds.made.push(name);
    },
  },
  {
    name: 'new item groups on the till',
    isWrite: isTillWrite(/\/(item_groups|attributes|options|option_items|items)$/),
    make: ({ store }, deeds, round) => {
      const name = `Lasagne ${round}`;
      const parent = store.staff.addProduct({
        name,
        type: 'variable',
        status: 'publish',
        attributes: [{ name: 'Size', options: ['Half', 'Whole'], variation: true, visible: true }],
      });
      for (const [option, price] of [
        ['Half', '9.00'],
        ['Whole', '16.00'],
      ] as const)
        store.staff.addVariation(parent, { regular_price: price, attributes: [{ name: 'Size', option }] });
      deeds.made.push(name);
    },
  },
  {
    name: 'new variants on the till',
    isWrite: isTillWrite(/\/(options|option_items|items|item_stocks\/[^/]+)$/),
    make: (sides, _deeds, round) => {
      const parent = findGroup(sides, 0).woo;
      const [size] = sides.store.state.products.get(parent)?.attributes ?? [];
      const option = `Size ${round}`;
      const attribute = { name: size?.name, options: [...(size?.options ?? []), option], variation: true };
      sides.store.staff.editProduct(parent, { attributes: [{ ...attribute, visible: true }] });
      sides.store.staff.addVariation(parent, {
        regular_price: '21.00',
        manage_stock: true,
        stock_quantity: 4,
        attributes: [{ name: size?.name, option }],
      });
    },
  },
  {
    name: 'new categories on the till',
    isWrite: isTillWrite(/\/categories$/),
    make: (sides, deeds, round) => {
      const name = `Local heroes ${round}`;
      const made = sides.store.staff.addCategory(name);
      const { woo } = findDish(sides, 8);
      sides.store.staff.editProduct(woo, {
        categories: [...readCategoryIds(sides, woo), made].map((id) => ({ id })),
      });
      deeds.categories.set(name, name);
    },
  },
];
