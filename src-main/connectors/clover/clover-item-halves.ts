import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillItem, TillTag } from '../../domain/till-catalog.ts';
import { gatherValues, mapValue, succeed } from '../outcomes.ts';
import { readNumber, type WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { readList } from './clover-pages.ts';
import {
  type ItemBack,
  type ItemFace,
  isCut,
  isLive,
  parseItemBack,
  parseItemFace,
  parseTag,
  readElements,
  readId,
  readIds,
} from './clover-rows.ts';

/** One side of an item with what tells whether it is still true. */
interface Half<Part> {
  readonly part: Part;
  readonly modifiedMs: number;
}

/** Items on their way to be whole: a call expands three relations, an item has six (clover.md 5.2). */
export interface Halves {
  readonly faces: Map<CloverId, Half<ItemFace>>;
  readonly backs: Map<CloverId, Half<ItemBack>>;
  readonly tags: Map<CloverId, TillTag>;
  readonly cuts: CutRelation[];
  /** The highest `modifiedTime` of any row, a deleted one included; 0 where none came. */
  untilMs: number;
}

/** A relation of which only the first hundred came. */
interface CutRelation {
  readonly itemId: CloverId;
  readonly name: 'categories' | 'modifierGroups' | 'tags' | 'taxRates';
}

export const createHalves = (): Halves => ({
  faces: new Map(),
  backs: new Map(),
  tags: new Map(),
  cuts: [],
  untilMs: 0,
});

export function addFace(halves: Halves, row: WireRow): void {
  const { faces, cuts } = halves;
  halves.untilMs = Math.max(halves.untilMs, readNumber(row.modifiedTime, 0));
  if (!isLive(row)) return;
  const itemId = readId(row);
  faces.set(itemId, { part: parseItemFace(row), modifiedMs: readNumber(row.modifiedTime, 0) });
  if (isCut(row.categories)) cuts.push({ itemId, name: 'categories' });
  if (isCut(row.modifierGroups)) cuts.push({ itemId, name: 'modifierGroups' });
}

export function addBack({ backs, tags, cuts }: Halves, row: WireRow): void {
  if (!isLive(row)) return;
  const itemId = readId(row);
  backs.set(itemId, { part: parseItemBack(row), modifiedMs: readNumber(row.modifiedTime, 0) });
  if (isCut(row.tags)) cuts.push({ itemId, name: 'tags' });
  if (isCut(row.taxRates)) cuts.push({ itemId, name: 'taxRates' });
  for (const tag of readElements(row.tags)) if (isLive(tag)) tags.set(readId(tag), parseTag(tag));
}

/** Reads relations whole that an expanded list has cut at a hundred (clover.md 5.2). */
export async function completeCuts(client: CloverClient, halves: Halves): Promise<Outcome<null>> {
  const outcomes = await Promise.all(
    halves.cuts
      .filter(({ itemId }) => halves.faces.has(itemId))
      .map(async (cut): Promise<Outcome<null>> => {
        const rows = await readRelation(client, cut);
        // Not every sub-list is documented: where one is missing the first hundred are what there is.
        if (rows.kind === 'rejected' && (rows.status === 404 || rows.status === 405))
          return succeed(null, '');
        if (rows.kind !== 'done') return rows;
        const ids = readIds(rows.value);
        const face = halves.faces.get(cut.itemId);
        const back = halves.backs.get(cut.itemId);
        if (cut.name === 'tags') for (const tag of rows.value) halves.tags.set(readId(tag), parseTag(tag));
        const field = RELATION_FIELDS[cut.name];
        if (face && field in face.part) {
          halves.faces.set(cut.itemId, { ...face, part: { ...face.part, [field]: ids } });
        } else if (back) halves.backs.set(cut.itemId, { ...back, part: { ...back.part, [field]: ids } });
        return succeed(null, rows.requestId);
      }),
  );
  return mapValue(gatherValues(outcomes), () => null);
}

const RELATION_FIELDS = {
  categories: 'categoryIds',
  modifierGroups: 'modifierGroupIds',
  tags: 'tagIds',
  taxRates: 'taxRateIds',
} as const;

/** Lists can be filtered by item where Clover names the field (clover.md 5.3); else the item has a sub-list. */
function readRelation(client: CloverClient, { itemId, name }: CutRelation): Promise<Outcome<WireRow[]>> {
  if (name === 'modifierGroups') return readList(client, '/modifier_groups', { filter: `item.id=${itemId}` });
  if (name === 'taxRates') return readList(client, '/tax_rates', { filter: `items.id=${itemId}` });
  return readList(client, `/items/${itemId}/${name}`);
}

/** Whole items; one of which only half came is left out. */
export function mergeHalves(
  { faces, backs }: Halves,
  stocks: ReadonlyMap<string, number | null> | null,
): TillItem[] {
  const items: TillItem[] = [];
  for (const [id, face] of faces) {
    const back = backs.get(id);
    if (!back) continue;
    const stock = stocks === null ? back.part.stock : (stocks.get(id) ?? null);
    items.push({ ...face.part, ...back.part, stock });
  }
  return items;
}
