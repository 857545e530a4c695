import type { Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillRowOutcome, TillWrite } from '../../engine/ports.ts';
import { mapValue, succeed } from '../outcomes.ts';
import type { WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { buildItemBody } from './clover-item-body.ts';
import { writeModifierGroups } from './clover-modifier-writes.ts';
import { PAIR_KINDS, type Pair, writePairs } from './clover-pairs.ts';
import { isRefusal, refuseThing } from './clover-refusal.ts';

/** Fewer go one by one: a single change is the call that was seen live to be partial (clover.md 6.2). */
const LEAST_BULK_ROWS = 8;
/** Of the 2,500 that are allowed (clover.md 6.2); a lost answer leaves no more than these in doubt. */
const MOST_BULK_ROWS = 500;

/** Why rows could not be written; a row that is not in it has met no refusal so far. */
type Refusals = Map<TillWrite, Failure>;

interface FieldRow {
  readonly write: TillWrite;
  readonly body: WireRow;
}

/**
 * Changes items: fields, then categories, then modifier groups. A row that is refused is left at that, and
 * stops no other; every other failure ends the call, which may be repeated since all values are absolute.
 */
export async function writeTillItems(
  client: CloverClient,
  writes: readonly TillWrite[],
): Promise<Outcome<readonly TillRowOutcome[]>> {
  const refusals: Refusals = new Map();
  let last: Outcome<null> = succeed(null, '');
  for (const writePart of [writeFields, writeCategories, writeModifiers]) {
    const outcome = await writePart(
      client,
      writes.filter((write) => !refusals.has(write)),
      refusals,
    );
    if (outcome.kind !== 'done') return outcome;
    if (outcome.requestId !== '') last = outcome;
  }
  return mapValue(last, () =>
    writes.map((write): TillRowOutcome => {
      const failure = refusals.get(write);
      return failure ? { isDone: false, failure } : { isDone: true };
    }),
  );
}

async function writeFields(
  client: CloverClient,
  writes: readonly TillWrite[],
  refusals: Refusals,
): Promise<Outcome<null>> {
  const rows = writes
    .map((write) => ({ write, body: buildItemBody(write.patch) }))
    .filter(({ body }) => Object.keys(body).length > 0);
  return writeInParts(client, rows, MOST_BULK_ROWS, refusals);
}

async function writeInParts(
  client: CloverClient,
  rows: readonly FieldRow[],
  size: number,
  refusals: Refusals,
): Promise<Outcome<null>> {
  let last: Outcome<null> = succeed(null, '');
  for (let from = 0; from < rows.length && last.kind === 'done'; from += size)
    last = await writeRows(client, rows.slice(from, from + size), refusals);
  return last;
}

/** What one bad row does to the others is not published: a refused call is halved until it is alone. */
async function writeRows(
  client: CloverClient,
  rows: readonly FieldRow[],
  refusals: Refusals,
): Promise<Outcome<null>> {
  if (rows.length < LEAST_BULK_ROWS) return writeSingly(client, rows, refusals);
  const items = rows.map(({ write, body }) => ({ id: write.id, ...body }));
  const outcome = await client.put('/bulk_items', { items });
  return isRefusal(outcome)
    ? writeInParts(client, rows, Math.ceil(rows.length / 2), refusals)
    : mapValue(outcome, () => null);
}

async function writeSingly(
  client: CloverClient,
  rows: readonly FieldRow[],
  refusals: Refusals,
): Promise<Outcome<null>> {
  let requestId = '';
  for (const { write, body } of rows) {
    const outcome = await client.post(`/items/${encodeURIComponent(write.id)}`, body);
    if (isRefusal(outcome)) refusals.set(write, refuseThing(outcome, write.id).failure);
    else if (outcome.kind !== 'done') return outcome;
    else requestId = outcome.requestId;
  }
  return succeed(null, requestId);
}

interface RowPair extends Pair {
  readonly write: TillWrite;
}

/** Added before anything is taken away: an item is at no time without a category it is to keep. */
async function writeCategories(
  client: CloverClient,
  writes: readonly TillWrite[],
  refusals: Refusals,
): Promise<Outcome<null>> {
  const list = (read: (write: TillWrite) => readonly CloverId[]): RowPair[] =>
    writes
      .filter((write) => !refusals.has(write))
      .flatMap((write) => read(write).map((otherId) => ({ write, itemId: write.id, otherId })));
  const added = await writePairs(
    client,
    PAIR_KINDS.category,
    list((write) => write.addCategoryIds),
    false,
  );
  if (added.kind !== 'done') return added;
  for (const [{ write }, failure] of added.value) refusals.set(write, failure);
  const gone = list(({ patch }) => patch.categories?.remove ?? []);
  const removed = await writePairs(client, PAIR_KINDS.category, gone, true);
  if (removed.kind !== 'done') return removed;
  for (const [{ write }, failure] of removed.value) refusals.set(write, failure);
  return succeed(null, removed.requestId || added.requestId);
}

async function writeModifiers(
  client: CloverClient,
  writes: readonly TillWrite[],
  refusals: Refusals,
): Promise<Outcome<null>> {
  const rows = writes.flatMap((write) => {
    const groups = write.patch.modifierGroups;
    return groups === undefined ? [] : [{ write, itemId: write.id, groups }];
  });
  const outcome = await writeModifierGroups(client, rows);
  return mapValue(outcome, (refused) => {
    for (const [{ write }, failure] of refused) refusals.set(write, failure);
    return null;
  });
}
