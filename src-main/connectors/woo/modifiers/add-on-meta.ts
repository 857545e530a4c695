import { ADD_ON_SYSTEMS } from '../../../domain/modifier-adapters/adapter.ts';
import { openAdapter } from '../../../domain/modifier-adapters/open-adapter.ts';
import type { StoreProduct } from '../../../domain/store-catalog.ts';
import { readText, type WireRow } from '../../wire-values.ts';

/** The metas of all add-on systems, whether active or not. */
export const ADD_ON_KEYS: readonly string[] = ADD_ON_SYSTEMS.map((system) => openAdapter(system, '').metaKey);

/** What a product's row holds of add-on systems, before it is known which one is active. */
export interface AddOnMeta {
  /** By meta key, as answered; absent where there is none. */
  readonly addOnMeta?: ReadonlyMap<string, unknown>;
}

/** Metas that go into the same write as our own. */
export interface AddOnPart {
  readonly addOnMeta?: readonly WireRow[];
}

export function readAddOnMeta(meta: readonly WireRow[]): AddOnMeta {
  const found = meta.filter((entry) => ADD_ON_KEYS.includes(readText(entry.key)));
  if (found.length === 0) return {};
  return { addOnMeta: new Map(found.map((entry) => [readText(entry.key), entry.value])) };
}

/** The metas that a product was parsed with. */
export const listAddOnMeta = (product: StoreProduct & AddOnMeta): ReadonlyMap<string, unknown> | undefined =>
  product.addOnMeta;
