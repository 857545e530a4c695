import type { Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { isRefusal, refuseThing } from './clover-refusal.ts';
import { readElements, readIds } from './clover-rows.ts';

/** What an item can be tied to: the call, the name of the other side in it, and the relation to look at. */
export const PAIR_KINDS = {
  category: { path: '/category_items', side: 'category', relation: 'categories' },
  modifierGroup: { path: '/item_modifier_groups', side: 'modifierGroup', relation: 'modifierGroups' },
  option: { path: '/option_items', side: 'option', relation: 'options' },
} as const;

type PairKind = (typeof PAIR_KINDS)[keyof typeof PAIR_KINDS];

export interface Pair {
  readonly itemId: CloverId;
  readonly otherId: CloverId;
}

/** How many a call takes is not published: kept low (clover.md 6.3). */
const PAIRS_A_CALL = 100;

/**
 * Ties items to categories, modifier groups or options, or unties them (clover.md 6.3). One bad pair refuses
 * its call: the call is halved until the bad one is alone.
 * @returns the pairs that could not be made so
 */
export async function writePairs<P extends Pair>(
  client: CloverClient,
  kind: PairKind,
  pairs: readonly P[],
  isRemoval: boolean,
): Promise<Outcome<ReadonlyMap<P, Failure>>> {
  const refused = new Map<P, Failure>();
  const query = isRemoval ? { delete: 'true' } : {};

  const send = async (part: readonly P[]): Promise<Outcome<null>> => {
    const elements = part.map(({ itemId, otherId }) => ({
      item: { id: itemId },
      [kind.side]: { id: otherId },
    }));
    const outcome = await client.post(kind.path, { elements }, query);
    if (!isRefusal(outcome)) return mapValue(outcome, () => null);
    const [only] = part;
    if (part.length > 1 || only === undefined) return sendInParts(part, Math.ceil(part.length / 2));
    // Whether a pair that is there may be said again, and one that is not taken away, is not published.
    const present = await isPresent(client, kind, only);
    if (present.kind !== 'done') return present;
    if (present.value === isRemoval) refused.set(only, refuseThing(outcome, only.itemId).failure);
    return succeed(null, present.requestId);
  };

  const sendInParts = async (whole: readonly P[], size: number): Promise<Outcome<null>> => {
    let last: Outcome<null> = succeed(null, '');
    for (let from = 0; from < whole.length && last.kind === 'done'; from += size)
      last = await send(whole.slice(from, from + size));
    return last;
  };

  return mapValue(await sendInParts(pairs, PAIRS_A_CALL), () => refused);
}

async function isPresent(client: CloverClient, kind: PairKind, pair: Pair): Promise<Outcome<boolean>> {
  const related = await readRelatedIds(client, kind, pair.itemId);
  return mapValue(related, (ids) => ids?.includes(pair.otherId) ?? false);
}

/** The ids that an item is tied to, the first hundred of them; null where the till has no such item. */
export async function readRelatedIds(
  client: CloverClient,
  kind: PairKind,
  itemId: CloverId,
): Promise<Outcome<readonly CloverId[] | null>> {
  const read = await client.get(`/items/${encodeURIComponent(itemId)}`, { expand: kind.relation });
  if (read.kind === 'rejected' && read.status === 404) return succeed(null, '');
  return mapValue(read, ({ json }) => (isRow(json) ? readIds(readElements(json[kind.relation])) : []));
}
