import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillItem, TillTag } from '../../domain/till-catalog.ts';
import type { ChangedItems } from '../../engine/ports.ts';
import { gatherValues, mapValue, succeed } from '../outcomes.ts';
import { isRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import {
  addBack,
  addFace,
  completeCuts,
  createHalves,
  type Halves,
  mergeHalves,
} from './clover-item-halves.ts';
import { type ItemExpand, readItemPass } from './clover-item-pass.ts';
import { nameExpands } from './clover-pages.ts';
import { readAllStocks } from './clover-stocks.ts';

const FACE_EXPANDS: readonly ItemExpand[] = ['categories', 'modifierGroups', 'options'];
const BACK_EXPANDS: readonly ItemExpand[] = ['itemStock', 'tags', 'taxRates'];
/** A mass edit during the read is not followed item by item: the next read sees it. */
const MOST_CHANGED_READS = 200;
/** Of a catalog that was not read yet. */
const USUAL_ITEMS = 5_000;
/** So many are read singly from whatever catalog: a page of a thousand is heavier than a single item. */
const FEW_ITEMS = 5;

export interface ReadItems {
  readonly items: readonly TillItem[];
  readonly tags: ReadonlyMap<CloverId, TillTag>;
}

/** The items of one till, each with all its relations. */
export interface ItemReader {
  /** Reads all items, in two passes side by side. */
  readAll(onPage: (itemsRead: number) => void): Promise<Outcome<ReadItems>>;
  /** Reads the items changed at or after the till's own time; one call where there are none. */
  readChanged(sinceMs: number): Promise<Outcome<ChangedItems>>;
  /** Reads these items, in the order of the ids; absent and deleted ones are left out. */
  readById(ids: readonly CloverId[]): Promise<Outcome<readonly TillItem[]>>;
}

export function createItemReader(client: CloverClient): ItemReader {
  let knownItems = USUAL_ITEMS;
  return {
    readAll: async (onPage) => {
      const read = await readAllItems(client, onPage);
      if (read.kind === 'done') knownItems = read.value.items.length;
      return read;
    },
    readChanged: (sinceMs) => readChangedItems(client, sinceMs),
    readById: (ids) => {
      const wanted = new Set(ids);
      // Either way each takes two calls, one for every three relations.
      const isFew = wanted.size <= Math.max(FEW_ITEMS, Math.ceil(knownItems / client.pageRows));
      return readItemsById(client, wanted, isFew);
    },
  };
}

async function readAllItems(
  client: CloverClient,
  onPage: (itemsRead: number) => void,
): Promise<Outcome<ReadItems>> {
  const halves = createHalves();
  const [faces, backs] = await Promise.all([
    readFaces(client, halves, [], onPage),
    readBacks(client, halves, []),
  ]);
  if (faces.kind !== 'done') return faces;
  if (backs.kind !== 'done') return backs;
  return mapValue(await finishItems(client, halves, backs.value), (items) => ({ items, tags: halves.tags }));
}

async function readChangedItems(client: CloverClient, sinceMs: number): Promise<Outcome<ChangedItems>> {
  const halves = createHalves();
  const filters = [`modifiedTime>=${sinceMs}`];
  const faces = await readFaces(client, halves, filters);
  if (faces.kind !== 'done') return faces;
  const untilMs = halves.untilMs > 0 ? halves.untilMs : null;
  if (halves.faces.size === 0) return succeed({ items: [], untilMs }, faces.requestId);
  const backs = await readBacks(client, halves, filters);
  if (backs.kind !== 'done') return backs;
  const whole = await finishItems(client, halves, backs.value);
  // What came after the first pass is read again with the next change.
  return mapValue(whole, (items) => ({ items, untilMs }));
}

async function readItemsById(
  client: CloverClient,
  ids: ReadonlySet<CloverId>,
  isFew: boolean,
): Promise<Outcome<readonly TillItem[]>> {
  const read = await (isFew ? readSingleItems : readRange)(client, ids);
  return mapValue(read, (items) => {
    const byId = new Map(items.map((item) => [item.id, item]));
    return [...ids].map((id) => byId.get(id)).filter((item) => item !== undefined);
  });
}

async function readSingleItems(
  client: CloverClient,
  ids: ReadonlySet<CloverId>,
): Promise<Outcome<readonly TillItem[]>> {
  const halves = createHalves();
  const single = await readSingly(client, halves, [...ids], BACK_EXPANDS);
  // Which relation this token may not expand is found out by the passes.
  if (single.kind === 'rejected' && single.status === 403) return readRange(client, ids);
  if (single.kind !== 'done') return single;
  return mapValue(await completeCuts(client, halves), () => mergeHalves(halves, null));
}

/** Pages from the lowest to the highest id: many ids cannot be asked for at once (clover.md 5.3). */
async function readRange(
  client: CloverClient,
  ids: ReadonlySet<CloverId>,
): Promise<Outcome<readonly TillItem[]>> {
  const sorted = [...ids].sort();
  const filters = [`id>=${sorted[0]}`, `id<=${sorted.at(-1)}`];
  const halves = createHalves();
  const [faces, backs] = await Promise.all([
    readFaces(client, halves, filters),
    readBacks(client, halves, filters),
  ]);
  if (faces.kind !== 'done') return faces;
  if (backs.kind !== 'done') return backs;
  for (const half of [halves.faces, halves.backs])
    for (const id of [...half.keys()]) if (!ids.has(id)) half.delete(id);
  return finishItems(client, halves, backs.value);
}

const readFaces = (
  client: CloverClient,
  halves: Halves,
  filters: readonly string[],
  onPage?: (itemsRead: number) => void,
): Promise<Outcome<unknown>> =>
  readItemPass(client, FACE_EXPANDS, filters, (rows) => {
    for (const row of rows) addFace(halves, row);
    onPage?.(halves.faces.size);
  });

/** @returns the relations that this token may not expand */
async function readBacks(
  client: CloverClient,
  halves: Halves,
  filters: readonly string[],
): Promise<Outcome<readonly ItemExpand[]>> {
  const pass = await readItemPass(client, BACK_EXPANDS, filters, (rows) => {
    for (const row of rows) addBack(halves, row);
  });
  return mapValue(pass, ({ refused }) => refused);
}

/** Makes whole what two passes have read: an item that changed or came between them is read singly. */
async function finishItems(
  client: CloverClient,
  halves: Halves,
  refused: readonly ItemExpand[],
): Promise<Outcome<TillItem[]>> {
  // A token that may not expand stock has a list of it (clover.md 6.4).
  const stocks = refused.includes('itemStock') ? await readAllStocks(client) : null;
  if (stocks !== null && stocks.kind !== 'done') return stocks;
  const backExpands = BACK_EXPANDS.filter((name) => !refused.includes(name));
  const single = await readSingly(client, halves, listDisagreed(halves), backExpands);
  if (single.kind !== 'done') return single;
  return mapValue(await completeCuts(client, halves), () => mergeHalves(halves, stocks?.value ?? null));
}

/** Items on which the two passes do not agree. */
function listDisagreed({ faces, backs }: Halves): CloverId[] {
  const lone = new Set<CloverId>();
  const changed: CloverId[] = [];
  for (const [id, { modifiedMs }] of faces) {
    const back = backs.get(id);
    if (!back) lone.add(id);
    else if (back.modifiedMs !== modifiedMs) changed.push(id);
  }
  for (const id of backs.keys()) if (!faces.has(id)) lone.add(id);
  return [...lone, ...changed.slice(0, MOST_CHANGED_READS)];
}

/** Reads both halves of single items; one that is gone by now is left out. */
async function readSingly(
  client: CloverClient,
  halves: Halves,
  ids: readonly CloverId[],
  backExpands: readonly ItemExpand[],
): Promise<Outcome<null>> {
  const outcomes = await Promise.all(
    ids.map(async (id): Promise<Outcome<null>> => {
      const path = `/items/${encodeURIComponent(id)}`;
      const [face, back] = await Promise.all([
        client.get(path, nameExpands(FACE_EXPANDS)),
        client.get(path, nameExpands(backExpands)),
      ]);
      halves.faces.delete(id);
      halves.backs.delete(id);
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
