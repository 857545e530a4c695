import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillItem, TillTag } from '../../domain/till-catalog.ts';
import { gatherValues, mapValue, succeed } from '../outcomes.ts';
import { isRow, readNumber, readText, type WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { type ItemExpand, readItemPass } from './clover-item-pass.ts';
import { nameExpands, readList } from './clover-pages.ts';
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
  readStock,
} from './clover-rows.ts';

const FACE_EXPANDS: readonly ItemExpand[] = ['categories', 'modifierGroups', 'options'];
const BACK_EXPANDS: readonly ItemExpand[] = ['itemStock', 'tags', 'taxRates'];
/** A mass edit during the read is not followed item by item: the next import sees it. */
const MOST_CHANGED_READS = 200;

export interface ReadItems {
  readonly items: readonly TillItem[];
  readonly tags: ReadonlyMap<CloverId, TillTag>;
}

/** One side of an item with what tells whether it is still true. */
interface Half<Part> {
  readonly part: Part;
  readonly modifiedMs: number;
}

interface Halves {
  readonly faces: Map<CloverId, Half<ItemFace>>;
  readonly backs: Map<CloverId, Half<ItemBack>>;
  readonly tags: Map<CloverId, TillTag>;
  readonly cuts: CutRelation[];
}

/** A relation of which only the first hundred came. */
interface CutRelation {
  readonly itemId: CloverId;
  readonly name: 'categories' | 'modifierGroups' | 'tags' | 'taxRates';
}

/**
 * Reads all items with their relations in two passes side by side, because a call expands at most three
 * (clover.md 5.2), and merges them by id. An item that changed or came between the passes is read singly.
 */
export async function readTillItems(
  client: CloverClient,
  onPage: (itemsRead: number) => void,
): Promise<Outcome<ReadItems>> {
  const halves: Halves = { faces: new Map(), backs: new Map(), tags: new Map(), cuts: [] };
  const [faces, backs] = await Promise.all([
    readItemPass(client, FACE_EXPANDS, (rows) => {
      for (const row of rows) addFace(halves, row);
      onPage(halves.faces.size);
    }),
    readItemPass(client, BACK_EXPANDS, (rows) => {
      for (const row of rows) addBack(halves, row);
    }),
  ]);
  if (faces.kind !== 'done') return faces;
  if (backs.kind !== 'done') return backs;
  const stocks = backs.value.refused.includes('itemStock') ? await readStocks(client) : null;
  if (stocks !== null && stocks.kind !== 'done') return stocks;
  const single = await readSingly(client, halves, backs.value.refused);
  if (single.kind !== 'done') return single;
  const whole = await completeCuts(client, halves);
  if (whole.kind !== 'done') return whole;
  const items = mergeHalves(halves, stocks?.value ?? null);
  return succeed({ items, tags: halves.tags }, faces.requestId);
}

function addFace({ faces, cuts }: Halves, row: WireRow): void {
  if (!isLive(row)) return;
  const itemId = readId(row);
  faces.set(itemId, { part: parseItemFace(row), modifiedMs: readNumber(row.modifiedTime, 0) });
  if (isCut(row.categories)) cuts.push({ itemId, name: 'categories' });
  if (isCut(row.modifierGroups)) cuts.push({ itemId, name: 'modifierGroups' });
}

function addBack({ backs, tags, cuts }: Halves, row: WireRow): void {
  if (!isLive(row)) return;
  const itemId = readId(row);
  backs.set(itemId, { part: parseItemBack(row), modifiedMs: readNumber(row.modifiedTime, 0) });
  if (isCut(row.tags)) cuts.push({ itemId, name: 'tags' });
  if (isCut(row.taxRates)) cuts.push({ itemId, name: 'taxRates' });
  for (const tag of readElements(row.tags)) if (isLive(tag)) tags.set(readId(tag), parseTag(tag));
}

/** The fallback for a token that may not expand stock (clover.md 6.4). */
async function readStocks(client: CloverClient): Promise<Outcome<Map<string, number | null>>> {
  const rows = await readList(client, '/item_stocks');
  return mapValue(
    rows,
    (list) => new Map(list.map((row) => [isRow(row.item) ? readText(row.item.id) : '', readStock(row)])),
  );
}

/** Reads what the two passes do not agree on; an item that is gone by now is left out. */
async function readSingly(
  client: CloverClient,
  halves: Halves,
  refused: readonly ItemExpand[],
): Promise<Outcome<null>> {
  const { faces, backs } = halves;
  const lone = new Set<CloverId>();
  const changed: CloverId[] = [];
  for (const [id, { modifiedMs }] of faces) {
    const back = backs.get(id);
    if (!back) lone.add(id);
    else if (back.modifiedMs !== modifiedMs) changed.push(id);
  }
  for (const id of backs.keys()) if (!faces.has(id)) lone.add(id);
  const ids = [...lone, ...changed.slice(0, MOST_CHANGED_READS)];
  const backExpands = BACK_EXPANDS.filter((name) => !refused.includes(name));
  const outcomes = await Promise.all(
    ids.map(async (id): Promise<Outcome<null>> => {
      const [face, back] = await Promise.all([
        client.get(`/items/${id}`, nameExpands(FACE_EXPANDS)),
        client.get(`/items/${id}`, nameExpands(backExpands)),
      ]);
      faces.delete(id);
      backs.delete(id);
      for (const outcome of [face, back]) {
        if (outcome.kind === 'rejected' && outcome.status === 404) return succeed(null, '');
        if (outcome.kind !== 'done') return outcome;
      }
      if (face.kind === 'done' && isRow(face.value.json)) addFace(halves, face.value.json);
      if (back.kind === 'done' && isRow(back.value.json)) addBack(halves, back.value.json);
      return succeed(null, face.kind === 'done' ? face.requestId : '');
    }),
  );
  return mapValue(gatherValues(outcomes), () => null);
}

/** Reads relations whole that an expanded list has cut at a hundred. */
async function completeCuts(client: CloverClient, halves: Halves): Promise<Outcome<null>> {
  const outcomes = await Promise.all(
    halves.cuts.map(async (cut): Promise<Outcome<null>> => {
      const rows = await readRelation(client, cut);
      // Not every sub-list is documented: where one is missing the first hundred are what there is.
      if (rows.kind === 'rejected' && (rows.status === 404 || rows.status === 405)) return succeed(null, '');
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

function mergeHalves(
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
