import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SimWorld } from '../sim-world.ts';

/**
 * Left out: times, since the same is written at another time (`written` and `ended` are those of a count, to know a
 * sale that it may have covered).
 */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'modifiedTime',
  'deletedTime',
  'createdMs',
  'modifiedMs',
  'written',
  'ended',
]);

/** Without `link.id`, a number of our own that nobody outside is told, and without `last_synced_ms`. */
const LINKS = `
  SELECT kind, clover_id, woo_id, parent_woo_id, group_id, link.name, sku, status, pinned, fields
  FROM link LEFT JOIN shadow ON shadow.link_id = link.id`;

const CONFLICTS = `
  SELECT clover_id, field, base, till, store FROM conflict JOIN link ON link.id = link_id`;

interface LinkRow {
  readonly woo_id: number | null;
  readonly fields: string | null;
}

/** Both sides, the links with their agreed values, and what is asked or set aside; a line each, in order. */
export function describeShop(world: SimWorld): readonly string[] {
  const db = new Database(join(world.dataDir, 'tillbridge.sqlite'), { readonly: true });
  const links = db.prepare<[], LinkRow>(LINKS).all();
  const conflicts = db.prepare(CONFLICTS).all();
  db.close();
  const names = nameNewIds(world);
  const lines = [
    ...links.map(
      (row) => `link ${write({ ...row, woo_id: names.ofProduct(row.woo_id), fields: readFields(row) })}`,
    ),
    ...conflicts.map((row) => `conflict ${write(row)}`),
    ...world.eye.parked().map((row) => `parked ${write(row)}`),
  ];
  return [...lines.map(names.ofItems), ...describeSides(world)].sort();
}

/** All that till and store say of what they sell. */
export function describeSides(world: SimWorld): readonly string[] {
  const { till, store } = world;
  const names = nameNewIds(world);
  const items = [...till.state.items.values()].map((item) => {
    const shelves = [...till.state.itemCategories.rightsOf(item.id)].sort();
    const count = till.state.itemStocks.get(item.id)?.quantity ?? null;
    return `till ${write({ ...item, isDeleted: item.deletedTime !== undefined, shelves, count })}`;
  });
  const products = [...store.state.products.values()].map((product) => {
    // An entry takes a new number with each write.
    const meta = product.meta.map(({ key, value }) => ({ key, value }));
    return `store ${write({ ...product, id: names.ofProduct(product.id), meta })}`;
  });
  return [...items, ...products].map(names.ofItems).sort();
}

/** What came later has the next free number of its side, in whichever order it was made: here it has its name. */
function nameNewIds({ till, store }: SimWorld) {
  const isNew = ({ name }: { readonly name: string }): boolean => name.startsWith('New ');
  const items = [...till.state.items.values()].filter(isNew);
  const products = new Map(
    [...store.state.products.values()].filter(isNew).map(({ id, name }) => [id, name]),
  );
  return {
    ofProduct: (id: number | null): number | string | null => products.get(id ?? 0) ?? id,
    ofItems: (line: string): string =>
      items.reduce((text, { id, name }) => text.replaceAll(id, `item ${name}`), line),
  };
}

const readFields = ({ fields }: LinkRow): unknown => JSON.parse(fields ?? 'null');

/** In the order in which it is kept. */
const write = (row: unknown): string =>
  JSON.stringify(row, (key, value: unknown) => (LEFT_OUT.has(key) ? undefined : value));
