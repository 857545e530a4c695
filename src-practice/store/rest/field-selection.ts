import { isRow, toList } from './values.ts';

/** The tree of `_fields`: `id,dimensions.length` asks for all of id and one part of dimensions. */
export type FieldSelection = ReadonlyMap<string, FieldSelection | undefined>;

type GrowingSelection = Map<string, GrowingSelection | undefined>;

/** Reads `_fields`; undefined means everything. */
export function readFieldSelection(fields: unknown): FieldSelection | undefined {
  const names = toList(fields).filter((name) => typeof name === 'string');
  if (names.length === 0) return undefined;
  const selection: GrowingSelection = new Map();
  for (const name of names) addPath(selection, name.split('.'));
  return selection;
}

function addPath(selection: GrowingSelection, path: readonly string[]): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    selection.set(head, undefined);
    return;
  }
  if (selection.has(head) && selection.get(head) === undefined) return;
  const below = selection.get(head) ?? new Map();
  selection.set(head, below);
  addPath(below, rest);
}

/**
 * Picks the asked fields of an answer. A single object keeps its `_links`, rows of a list only when asked;
 * a list below the top has no named keys and so comes out empty: that is why `_fields=update.id` on a
 * batch gives `{"update":[]}` and `_fields=id` gives `[]` (woocommerce.md 2.1).
 */
export function selectFields(data: unknown, selection: FieldSelection): unknown {
  if (Array.isArray(data)) return data.map((row) => pick(row, selection));
  const picked = pick(data, selection);
  if (!isRow(data) || !('_links' in data)) return picked;
  return { ...(isRow(picked) ? picked : {}), _links: data._links };
}

function pick(data: unknown, selection: FieldSelection): unknown {
  if (!isRow(data)) return [];
  const entries: [string, unknown][] = [];
  for (const [name, value] of Object.entries(data)) {
    if (!selection.has(name)) continue;
    const below = selection.get(name);
    const isStructured = typeof value === 'object' && value !== null;
    entries.push([name, below && isStructured ? pick(value, below) : value]);
  }
  return entries.length > 0 ? Object.fromEntries(entries) : [];
}
