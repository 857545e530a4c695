import { asCloverId, asWooId, type CloverId, type WooId } from '../../domain/ids.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { InboxEntry, Ledger, Link } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import type { Fresh } from './look.ts';

/** Products that a list of ids may name at once (woocommerce.md 2.1). */
const IDS_A_PAGE = 100;

/** The links that hints are about, and what has no link yet. */
export interface Touched {
  readonly links: readonly Link[];
  /** Till ids and store ids (as text) of things that are new. */
  readonly newKeys: ReadonlySet<string>;
}

/** A variant is never looked at alone: its group decides what the product and the other variants are. */
export function findTouched(entries: readonly InboxEntry[], ledger: Ledger): Touched {
  const links = new Map<number, Link>();
  const groups = new Set<CloverId>();
  const newKeys = new Set<string>();
  for (const entry of entries) {
    const link = findHinted(entry, ledger);
    if (link === null) newKeys.add(entry.key.split('/')[0] ?? entry.key);
    else if (link.groupId === null) links.set(link.id, link);
    else groups.add(link.groupId);
  }
  for (const groupId of groups) for (const link of ledger.links.ofGroup(groupId)) links.set(link.id, link);
  return { links: [...links.values()].filter((link) => link.wooId !== null), newKeys };
}

function findHinted({ side, key }: InboxEntry, { links }: Ledger): Link | null {
  if (side === 'till') {
    const id = asCloverId(key);
    return links.findByClover('product', id) ?? links.findByClover('variation', id);
  }
  const [first = '', variation] = key.split('/');
  return variation === undefined
    ? links.findByWoo('product', asWooId(Number(first)))
    : links.findByWoo('variation', asWooId(Number(variation)));
}

/** Both sides of touched links, as they are now; what is gone is absent. */
export interface BothNow {
  readonly items: readonly TillItem[];
  readonly products: readonly StoreProduct[];
  readonly variations: ReadonlyMap<WooId, readonly StoreProduct[]>;
}

const isVariable = (link: Link): boolean => link.kind === 'product' && link.groupId === link.cloverId;

/** Reads what is not at hand from the look just made, in the fewest calls. */
export async function readTouched(
  links: readonly Link[],
  fresh: Fresh | null,
  deps: ImportDeps,
): Promise<Attempt<BothNow>> {
  const [items, store] = await Promise.all([readItems(links, fresh, deps), readProducts(links, fresh, deps)]);
  if (!items.ok) return items;
  return store.ok ? succeed({ items: items.value, ...store.value }) : store;
}

async function readItems(
  links: readonly Link[],
  fresh: Fresh | null,
  deps: ImportDeps,
): Promise<Attempt<TillItem[]>> {
  const ids = links.filter((link) => !isVariable(link)).map((link) => link.cloverId);
  const missing = ids.filter((id) => !fresh?.items.has(id));
  const found = ids.map((id) => fresh?.items.get(id)).filter((item) => item !== undefined);
  if (missing.length === 0) return succeed(found);
  const read = await keepTrying(deps, () => deps.till.readItems(missing));
  return read.kind === 'done' ? succeed([...found, ...read.value]) : fail(read.failure);
}

async function readProducts(
  links: readonly Link[],
  fresh: Fresh | null,
  deps: ImportDeps,
): Promise<Attempt<Omit<BothNow, 'items'>>> {
  const ids = links.filter((link) => link.kind === 'product').map((link) => link.wooId as WooId);
  const missing = ids.filter((id) => !fresh?.products.has(id));
  const products = ids.map((id) => fresh?.products.get(id)).filter((product) => product !== undefined);
  for (let from = 0; from < missing.length; from += IDS_A_PAGE) {
    const page = missing.slice(from, from + IDS_A_PAGE);
    const read = await keepTrying(deps, () => deps.store.readProducts(page));
    if (read.kind !== 'done') return fail(read.failure);
    products.push(...read.value);
  }
  const variations = new Map<WooId, readonly StoreProduct[]>();
  for (const link of links) {
    const parent = link.wooId;
    if (!isVariable(link) || parent === null || !products.some(({ id }) => id === parent)) continue;
    const known = fresh?.variationsOf.get(parent);
    const read = known ? null : await keepTrying(deps, () => deps.store.readVariations(parent));
    if (read && read.kind !== 'done') return fail(read.failure);
    variations.set(parent, known ?? (read?.kind === 'done' ? read.value : []));
  }
  return succeed({ products, variations });
}
