import type { WooId } from '../../../domain/ids.ts';
import type { ModifierAdapter } from '../../../domain/modifier-adapters/adapter.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { StoreProduct } from '../../../domain/store-catalog.ts';
import type { ProductWrite, RowOutcome, StorePort } from '../../../engine/ports.ts';
import { mapValue, succeed } from '../../outcomes.ts';
import type { WireRow } from '../../wire-values.ts';
import type { AddOnDetector } from './add-on-detection.ts';
import { type AddOnMeta, type AddOnPart, listAddOnMeta } from './add-on-meta.ts';

/** At most so many products are read in one call. */
const READ_ROWS = 100;
/** A catalog's products are compared a few milliseconds' worth at a time. */
const SETTLE_ROWS = 200;

export interface AddOnStoreDeps {
  readonly detector: AddOnDetector;
  /** Decimals of the currency's minor unit. */
  readonly readDigits: () => Promise<Outcome<number>>;
  readonly breathe: () => Promise<void>;
}

/**
 * The store with the modifier groups of its active add-on system: every write of our own meta writes the
 * system's beside it in the same row, and every product read says where the two differ. The shop is asked
 * for its system only once there are modifiers to read or to write.
 */
export function withAddOns(store: StorePort, deps: AddOnStoreDeps): StorePort {
  const settle = (products: readonly StoreProduct[]) => settleProducts(products, deps);
  return {
    ...store,
    readFacts: () => {
      deps.detector.forget();
      return store.readFacts();
    },
    readCatalog: async (options, onPage) => {
      const catalog = await store.readCatalog(options, onPage);
      if (catalog.kind !== 'done') return catalog;
      const products = await settle(catalog.value.products);
      if (products.kind !== 'done') return products;
      const trashed = await settle(catalog.value.trashed);
      if (trashed.kind !== 'done') return trashed;
      return { ...catalog, value: { ...catalog.value, products: products.value, trashed: trashed.value } };
    },
    readProducts: async (ids) => {
      const products = await store.readProducts(ids);
      return products.kind === 'done' ? settle(products.value) : products;
    },
    readChanges: async (since) => {
      const changes = await store.readChanges(since);
      if (changes.kind !== 'done') return changes;
      const products = await settle(changes.value.products);
      return mapValue(products, (list) => ({ ...changes.value, products: list }));
    },
    writeProducts: async (rows) => {
      const prepared = await prepareWrites(rows, store, deps);
      if (prepared.kind !== 'done') return prepared;
      return settleRows(await store.writeProducts(prepared.value), settle);
    },
    moveStock: async (parentId, rows) => settleRows(await store.moveStock(parentId, rows), settle),
  };
}

const hasModifiers = (product: StoreProduct): boolean =>
  product.modifierGroups !== null || listAddOnMeta(product) !== undefined;

async function settleProducts(
  products: readonly StoreProduct[],
  { detector, readDigits, breathe }: AddOnStoreDeps,
): Promise<Outcome<readonly StoreProduct[]>> {
  if (!products.some(hasModifiers)) return succeed(products, '');
  const [choice, digits] = await Promise.all([detector.choose(), readDigits()]);
  if (choice.kind !== 'done') return choice;
  if (digits.kind !== 'done') return digits;
  const { adapter } = choice.value;
  const settled: StoreProduct[] = [];
  let compared = 0;
  for (const product of products) {
    const isPlain = !hasModifiers(product);
    settled.push(isPlain ? product : settleProduct(product, adapter, digits.value));
    if (isPlain) continue;
    compared += 1;
    if (compared % SETTLE_ROWS === 0) await breathe();
  }
  return succeed(settled, choice.requestId);
}

/** What the system's meta says, in place of the meta itself. */
function settleProduct(product: StoreProduct, adapter: ModifierAdapter | null, digits: number): StoreProduct {
  const plain = dropMeta(product);
  if (!adapter) return plain;
  const stored = { base: product.modifierGroups, value: listAddOnMeta(product)?.get(adapter.metaKey) };
  const reading = adapter.decode(stored, digits);
  if (reading.kind === 'same') return plain;
  const addOns = { system: adapter.system, state: reading.kind };
  return reading.kind === 'edited'
    ? { ...plain, modifierGroups: reading.groups, addOns }
    : { ...plain, addOns };
}

function dropMeta(product: StoreProduct & AddOnMeta): StoreProduct {
  const { addOnMeta: _, ...plain } = product;
  return plain;
}

type Settle = (products: readonly StoreProduct[]) => Promise<Outcome<readonly StoreProduct[]>>;

async function settleRows(
  outcome: Outcome<readonly RowOutcome[]>,
  settle: Settle,
): Promise<Outcome<readonly RowOutcome[]>> {
  if (outcome.kind !== 'done') return outcome;
  const written = outcome.value.flatMap((row) => (row.isDone ? [row.product] : []));
  const settled = await settle(written);
  // What was written stays written, even where the question after it fails.
  const products = settled.kind === 'done' ? settled.value : written.map(dropMeta);
  const next = products.values();
  return mapValue(outcome, (rows) =>
    rows.map((row) => (row.isDone ? { ...row, product: next.next().value ?? row.product } : row)),
  );
}

async function prepareWrites(
  rows: readonly ProductWrite[],
  store: StorePort,
  { detector, readDigits }: AddOnStoreDeps,
): Promise<Outcome<readonly (ProductWrite & AddOnPart)[]>> {
  const asked = rows.filter(({ patch }) => patch.modifierGroups !== undefined);
  if (asked.length === 0) return succeed(rows, '');
  const [choice, digits] = await Promise.all([detector.choose(), readDigits()]);
  if (choice.kind !== 'done') return choice;
  if (digits.kind !== 'done') return digits;
  const { adapter } = choice.value;
  if (!adapter) return succeed(rows, '');
  const stored = await readStored(
    store,
    asked.map(({ id }) => id).filter((id) => id !== null),
  );
  return mapValue(stored, (products) =>
    rows.map((row) => {
      const product = row.id === null ? undefined : products.get(row.id);
      const addOnMeta = describeMeta(row, product, adapter, digits.value);
      return addOnMeta.length === 0 ? row : { ...row, addOnMeta };
    }),
  );
}

/** The products as they are right now: a merchant's own groups in the same meta must not be lost. */
async function readStored(
  store: StorePort,
  ids: readonly WooId[],
): Promise<Outcome<ReadonlyMap<WooId, StoreProduct>>> {
  const products = new Map<WooId, StoreProduct>();
  for (let at = 0; at < ids.length; at += READ_ROWS) {
    const read = await store.readProducts(ids.slice(at, at + READ_ROWS));
    if (read.kind !== 'done') return read;
    for (const product of read.value) products.set(product.id, product);
  }
  return succeed(products, '');
}

function describeMeta(
  { patch }: ProductWrite,
  product: StoreProduct | undefined,
  adapter: ModifierAdapter,
  digits: number,
): readonly WireRow[] {
  if (patch.modifierGroups === undefined) return [];
  const value = product ? listAddOnMeta(product)?.get(adapter.metaKey) : undefined;
  const base = product?.modifierGroups ?? null;
  const groups = adapter.encode(patch.modifierGroups ?? [], { base, value }, digits);
  if (groups.length > 0) return [{ key: adapter.metaKey, value: groups }];
  return value === undefined ? [] : [{ key: adapter.metaKey, value: null }];
}
