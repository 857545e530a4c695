import type { FieldDecision } from '../../domain/fields.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { TillItem } from '../../domain/till-catalog.ts';
import type { TillPatch } from '../../domain/till-patch.ts';
import { readTillField } from '../till-value.ts';

/** What is to be written to an item of the till, with the values that it was planned on. */
export interface TillIntent {
  readonly decisions: readonly FieldDecision[];
  readonly patch: TillPatch | null;
}

/** Whether somebody has given the item another value than it had when the write was planned, or will have. */
export function hasMoved({ decisions }: Pick<TillIntent, 'decisions'>, item: TillItem): boolean {
  return decisions.some(({ field, verdict, pushed, till, wanted }) => {
    if (verdict !== 'push') return false;
    const now = readTillField(item, field);
    return now !== undefined && now !== (till ?? wanted) && now !== pushed;
  });
}

/** After a try of ours what stands there may be its work; before one it is somebody's. */
export const isNewsOfTheirs = (intent: TillIntent, item: TillItem): boolean =>
  hasMovedShelves(intent, item) || isOffAlready(intent, item);

/** Off by hand, just as an empty shelf was to switch it off: that has to outlast the empty shelf. */
const isOffAlready = ({ decisions }: TillIntent, item: TillItem): boolean =>
  decisions.some(
    ({ field, verdict, pushed, till, wanted }) =>
      field === 'availability' &&
      verdict === 'push' &&
      pushed === 'off' &&
      (till ?? wanted) !== 'off' &&
      readTillField(item, field) === 'off',
  );

/**
 * The item's categories when the write was planned: the patch says what changes, the decision what is to be.
 * @returns null where no categories are pushed
 */
export function listShelvesBefore({ decisions, patch }: TillIntent): readonly CloverId[] | null {
  const categories = patch?.categories;
  const pushed = decisions.find(({ field, verdict }) => field === 'categories' && verdict === 'push')?.pushed;
  if (!categories || !Array.isArray(pushed)) return null;
  const added = new Set<unknown>(categories.add.map((ref) => ('till' in ref ? ref.till : null)));
  return [...(pushed as readonly CloverId[]).filter((id) => !added.has(id)), ...categories.remove];
}

/** Whether somebody has put the item into other categories since the plan. After a try of ours a mixture of both is no news. */
function hasMovedShelves(intent: TillIntent, item: TillItem): boolean {
  const before = listShelvesBefore(intent);
  if (before === null) return false;
  const wanted = intent.decisions.find(({ field }) => field === 'categories')?.pushed as readonly CloverId[];
  const now = listSorted(item.categoryIds);
  return now !== listSorted(before) && now !== listSorted(wanted);
}

const listSorted = (ids: readonly unknown[]): string => ids.map(String).sort().join(' ');
