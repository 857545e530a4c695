import type { ModifierGroupMeta } from '../modifier-meta.ts';
import type { AddOnForm, GroupDraft, GroupView, OptionDraft, StoredGroups } from './adapter.ts';
import { claimGroups } from './claimed-groups.ts';
import { type Row, readRows } from './loose-values.ts';
import { isOwnNumber } from './own-numbers.ts';
import { type PlannedGroup, pairOptions, planGroups } from './planned-group.ts';
import { markGroup } from './read-back.ts';

/** Our groups in the places they have, new ones at the end; everything of the merchant's stays where it is. */
export function writeGroups(
  form: AddOnForm,
  groups: readonly ModifierGroupMeta[],
  stored: StoredGroups,
  digits: number,
): readonly Row[] {
  const rows = readRows(stored.value);
  const views = rows.map((row) => form.readGroup(row, digits));
  const next = planGroups(groups);
  const base = new Map(planGroups(stored.base ?? []).map((group) => [group.number, group]));
  const known = [...base.values(), ...next.filter((group) => !base.has(group.number))];
  const { byNumber } = claimGroups(known.map(markGroup), views);
  const claimed = new Set(byNumber.values());
  const isOurs = (at: number): boolean => claimed.has(at) || isOwnNumber(views[at]?.number ?? -1);

  const drafts = next
    .map((group) =>
      draftGroup(group, base.get(group.number) ?? group, views[byNumber.get(group.number) ?? -1]),
    )
    .filter(({ options, extras }) => options.length + extras.length > 0)
    .values();
  const written: Row[] = [];
  const append = (draft: GroupParts): void => {
    const last = written.at(-1);
    const previousPosition = last ? form.readPosition(last) : -1;
    written.push(form.writeGroup({ ...draft, previousPosition }, digits));
  };
  rows.forEach((row, at) => {
    if (!isOurs(at)) {
      written.push(row);
      return;
    }
    const draft = drafts.next();
    if (!draft.done) append(draft.value);
  });
  for (const draft of drafts) append(draft);
  return written;
}

type GroupParts = Omit<GroupDraft, 'previousPosition'>;

/** @param base the group as our own meta has it: tells what was ours among the stored options */
function draftGroup(next: PlannedGroup, base: PlannedGroup, view: GroupView | undefined): GroupParts {
  const pairs = view ? pairOptions(base, view) : null;
  const nextPairs = view ? pairOptions(next, view) : null;
  const options = next.shown.map(({ label, modifier }): OptionDraft => {
    const present = nextPairs?.byModifier.get(modifier.id) ?? pairs?.byModifier.get(modifier.id);
    return { label, priceAmount: modifier.price, stored: present?.row ?? null };
  });
  const isNew = new Set(nextPairs?.extras.map((extra) => extra.row));
  const extras = pairs?.extras.filter((extra) => isNew.has(extra.row)).map((extra) => extra.row) ?? [];
  const { number, name, limits } = next;
  return { number, name, limits, options, extras, stored: view?.row ?? null };
}
