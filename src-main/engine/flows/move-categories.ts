import { createFailure } from '../../domain/failure.ts';
import type { AgreedPlace } from '../../domain/fields.ts';
import type { CloverId, WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ProductPatch } from '../../domain/product-patch.ts';
import type { TillPatch } from '../../domain/till-patch.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Ledger, OutboxRow } from '../ledger-ports.ts';
import { keepTrying } from '../patience.ts';
import { RunStop } from '../store-writer.ts';
import type { TillRecorder } from '../till-recorder.ts';

/** What a move of a category works with. */
export interface MoveContext {
  readonly deps: ImportDeps;
  readonly till: TillRecorder;
}

type StorePlace = NonNullable<ProductPatch['place']>;
type TillPlace = NonNullable<TillPatch['place']>;

/** Whether a row of a category moves it; else it gives it a name. */
export const isMove = ({ payload }: OutboxRow): boolean => 'place' in (JSON.parse(payload) as object);

/**
 * Puts store categories where they are to stand. They are looked at first: one that a person moved since is
 * planned anew, and one that stands there already was moved by a call whose answer was lost.
 * @throws RunStop when the store is away or refuses our keys
 */
export async function moveStoreCategories(rows: readonly OutboxRow[], context: MoveContext): Promise<void> {
  const { store } = context.deps;
  const read = await keepTrying(context.deps, () => store.readCategories());
  if (read.kind !== 'done') throw new RunStop(read.failure);
  const present = new Map(read.value.map((category) => [category.id, category.parentId]));
  // One by one: a parent may itself be moved by the row before.
  for (const row of rows) {
    const id = row.wooId;
    const place = (JSON.parse(row.payload) as { place: StorePlace }).place;
    if (id === null) continue;
    const now = present.get(id);
    await move(row, { place, now, side: 'store' }, context, async () => {
      const outcome = await store.updateCategories([{ id, parentId: place.below }]);
      if (outcome.kind !== 'done') return outcome;
      const [answer] = outcome.value;
      if (answer?.isDone) return { kind: 'done', value: undefined, requestId: outcome.requestId };
      return { kind: 'rejected', failure: answer?.failure ?? createFailure('WOO_FAILING'), status: 200 };
    });
  }
}

/** The same for one category of the till. */
export async function moveTillCategory(row: OutboxRow, context: MoveContext): Promise<void> {
  const { till } = context.deps;
  const id = row.cloverId as CloverId;
  const place = (JSON.parse(row.payload) as { place: TillPlace }).place;
  const lists = await keepTrying(context.deps, () => till.readLists());
  if (lists.kind !== 'done') throw new RunStop(lists.failure);
  const now = lists.value.categories.get(id)?.parentId;
  await move(row, { place, now, side: 'till' }, context, () => till.moveCategory(id, place.below));
}

interface Step {
  readonly place: StorePlace | TillPlace;
  /** undefined: the category is gone. */
  readonly now: WooId | CloverId | null | undefined;
  readonly side: 'till' | 'store';
}

async function move(
  row: OutboxRow,
  { place, now, side }: Step,
  { deps, till }: MoveContext,
  send: () => Promise<Outcome<void>>,
): Promise<void> {
  const before = readAgreed(row, deps.ledger);
  const expected = place.seen ?? before;
  if (now !== place.below && (now === undefined || expected?.[side] !== now)) return till.recordOutdated(row);
  const outcome = now === place.below ? null : await keepTrying(deps, send);
  if (outcome?.kind === 'rejected') return till.recordFailed(row, outcome.failure);
  if (outcome && outcome.kind !== 'done') throw new RunStop(outcome.failure);
  deps.ledger.transaction(() => {
    if (expected) agreePlace(row.linkId, { ...expected, [side]: place.below }, deps.ledger);
    till.recordWritten(row, null, outcome?.requestId ?? '');
  });
}

const readAgreed = ({ linkId }: OutboxRow, { shadows }: Ledger): AgreedPlace | undefined =>
  linkId === null ? undefined : shadows.get(linkId)?.place;

/** The place becomes the base of the next comparison. */
export function agreePlace(linkId: number | null, place: AgreedPlace, { shadows }: Ledger): void {
  if (linkId !== null) shadows.put(linkId, { ...shadows.get(linkId), place });
}
