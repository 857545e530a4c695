import { createFailure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import type { NewTillItem } from '../../domain/till-patch.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow, readText, type WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { buildItemBody } from './clover-item-body.ts';
import { readList } from './clover-pages.ts';
import { PAIR_KINDS, writePairs } from './clover-pairs.ts';
import { refuseThing } from './clover-refusal.ts';
import { isLive, parseCategory, parseItemBack, parseItemFace, readElements, readId } from './clover-rows.ts';
import { keepText } from './clover-text.ts';

/**
 * Makes a row by one call that is never repeated here: the till knows no double (clover.md 6.2).
 * An answer without the new id is as good as lost.
 */
export async function createRow(
  client: CloverClient,
  path: string,
  body: WireRow,
  thing: string,
): Promise<Outcome<WireRow>> {
  const outcome = await client.post(path, body);
  if (outcome.kind !== 'done') return refuseThing(outcome, thing);
  const { json } = outcome.value;
  if (isRow(json) && readText(json.id) !== '') return succeed(json, outcome.requestId);
  return { kind: 'unknown', failure: createFailure('NET_BROKEN_ANSWER') };
}

/** Makes an item, without stock, categories and modifier groups. */
export async function createTillItem(client: CloverClient, item: NewTillItem): Promise<Outcome<TillItem>> {
  const body = buildItemBody(item);
  if (!item.member)
    return mapValue(await createRow(client, '/items', body, item.name), (row) => parseNewItem(row, []));
  const { groupId, optionIds } = item.member;
  const begun = await findBegunMember(client, item, groupId);
  if (begun.kind !== 'done') return begun;
  const made = begun.value
    ? succeed(begun.value, begun.requestId)
    : await createRow(client, '/items', { ...body, itemGroup: { id: groupId } }, item.name);
  if (made.kind !== 'done') return made;
  const itemId = readId(made.value);
  const pairs = optionIds.map((otherId) => ({ itemId, otherId }));
  const tied = await writePairs(client, PAIR_KINDS.option, pairs, false);
  if (tied.kind !== 'done') return tied;
  for (const failure of tied.value.values()) return { kind: 'rejected', failure, status: 400 };
  return succeed(parseNewItem(made.value, optionIds), made.requestId);
}

const parseNewItem = (row: WireRow, optionIds: readonly CloverId[]): TillItem => ({
  ...parseItemFace(row),
  ...parseItemBack(row),
  optionIds,
});

/**
 * A member takes two calls. One that has its group and no option yet was left by a try that ended between
 * them, and is taken up: it can never leave the group again (clover.md 6.6).
 */
async function findBegunMember(
  client: CloverClient,
  item: NewTillItem,
  groupId: CloverId,
): Promise<Outcome<WireRow | null>> {
  const members = await readList(client, '/items', { filter: `itemGroup.id=${groupId}`, expand: 'options' });
  return mapValue(
    members,
    (rows) =>
      rows.find(
        (row) =>
          isLive(row) &&
          readElements(row.options).length === 0 &&
          row.price === item.priceAmount &&
          readText(row.sku) === (item.sku ?? ''),
      ) ?? null,
  );
}

/** Makes a category, or takes the one of the same name in the same place. */
export async function createTillCategory(
  client: CloverClient,
  name: string,
  parentId: CloverId | null,
): Promise<Outcome<CloverId>> {
  const rows = await readList(client, '/categories');
  if (rows.kind !== 'done') return rows;
  const kept = keepText(name);
  const present = rows.value
    .filter(isLive)
    .map(parseCategory)
    .find((category) => keepText(category.name) === kept && category.parentId === parentId);
  if (present) return succeed(present.id, rows.requestId);
  const body = { name, ...(parentId === null ? {} : { parentCategory: { id: parentId } }) };
  return mapValue(await createRow(client, '/categories', body, name), readId);
}

/** Gives a category or an item group another name. */
export async function renameRow(
  client: CloverClient,
  list: '/categories' | '/item_groups',
  id: CloverId,
  name: string,
): Promise<Outcome<void>> {
  const outcome = await client.post(`${list}/${encodeURIComponent(id)}`, { name });
  return mapValue(refuseThing(outcome, name), () => undefined);
}

/** Puts a category below another, or to the top, and looks whether it stands there. */
export async function moveCategoryRow(
  client: CloverClient,
  id: CloverId,
  parentId: CloverId | null,
): Promise<Outcome<void>> {
  const path = `/categories/${encodeURIComponent(id)}`;
  const sent = await client.post(path, { parentCategory: parentId === null ? null : { id: parentId } });
  if (sent.kind !== 'done') return refuseThing(sent, '');
  const read = await client.get(path);
  if (read.kind !== 'done') return read;
  const { json } = read.value;
  const category = isRow(json) ? parseCategory(json) : null;
  if (category?.parentId === parentId) return succeed(undefined, sent.requestId);
  const failure = createFailure('CLOVER_CATEGORY_NOT_MOVED', { name: category?.name ?? '' });
  return { kind: 'rejected', failure, status: 200 };
}
