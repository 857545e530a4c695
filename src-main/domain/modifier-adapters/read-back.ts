import type { ModifierGroupMeta, ModifierMeta } from '../modifier-meta.ts';
import type { AddOnForm, AddOnReading, GroupView, Limits, OptionView, StoredGroups } from './adapter.ts';
import { claimGroups, type GroupMark, listShown } from './claimed-groups.ts';
import { readRows } from './loose-values.ts';
import { foldLabel } from './option-labels.ts';
import { isOwnNumber } from './own-numbers.ts';
import { type PlannedGroup, pairOptions, planGroups } from './planned-group.ts';

/** What a group of the till is known by in the store. */
export const markGroup = (planned: PlannedGroup): GroupMark => ({
  number: planned.number,
  name: foldLabel(planned.name),
  labels: planned.shown.map((option) => foldLabel(option.label)),
});

/** What the system's meta says of our groups; only a difference from what we would write is an edit. */
export function readBack(form: AddOnForm, stored: StoredGroups, digits: number): AddOnReading {
  const rows = readRows(stored.value);
  const base = stored.base ?? [];
  if (base.length === 0 && rows.length === 0) return { kind: 'same' };
  const planned = planGroups(base);
  const views = rows.map((row) => form.readGroup(row, digits));
  const { byNumber, leftovers } = claimGroups(planned.map(markGroup), views);
  const expected = planned.filter((group) => group.shown.length > 0);
  if (expected.length > 0 && byNumber.size === 0) return { kind: 'behind' };
  const read = new Map<string, ModifierGroupMeta | null>();
  for (const group of planned) {
    const view = views[byNumber.get(group.number) ?? -1];
    if (view) read.set(group.meta.id, readGroup(form, group, view));
    else if (group.shown.length === 0) read.set(group.meta.id, group.meta);
  }
  if ([...read.values()].includes(null)) return { kind: 'unsayable' };
  const groups = base.map(({ id }) => read.get(id)).filter((group) => group !== undefined && group !== null);
  const isChanged = groups.length !== base.length || groups.some((group, at) => group !== base[at]);
  if (isChanged) return { kind: 'edited', groups };
  const hasLostNumber = [...byNumber.values()].some((at) => !isOwnNumber(views[at]?.number ?? -1));
  return { kind: leftovers.size > 0 || hasLostNumber ? 'behind' : 'same' };
}

/** The group as a person left it; the very same object where nothing differs, null where the till cannot say it. */
function readGroup(form: AddOnForm, planned: PlannedGroup, view: GroupView): ModifierGroupMeta | null {
  const { meta } = planned;
  if (view.limits === null) return null;
  const settled = form.settleLimits(planned.limits);
  const limits = readLimits(meta, settled, view.limits);
  const isAsked = limits.min === meta.min && limits.max === meta.max;
  const { byModifier } = pairOptions(planned, view);
  const mods: ModifierMeta[] = [];
  for (const { modifier, label } of planned.options) {
    const read = readModifier(modifier, label, byModifier.get(modifier.id));
    if (read === null) return null;
    mods.push(read);
  }
  const hasSameName = view.name === foldLabel(planned.name);
  if (hasSameName && isAsked && mods.every((modifier, at) => modifier === planned.options[at]?.modifier)) {
    return meta;
  }
  return { ...meta, name: hasSameName ? meta.name : view.name, ...limits, mods };
}

/** Of two limits only the one that differs from what was written is a person's. */
function readLimits(meta: ModifierGroupMeta, written: Limits, stored: Limits): Limits {
  const max = stored.max === written.max ? meta.max : stored.max;
  const min = stored.min === written.min ? meta.min : stored.min;
  return stored.max === written.max ? { min, max } : { min: max > 0 ? Math.min(min, max) : min, max };
}

function readModifier(
  modifier: ModifierMeta,
  label: string,
  option: OptionView | undefined,
): ModifierMeta | null {
  if (!option?.isShown) return modifier.available ? { ...modifier, available: false } : modifier;
  if (option.amount === null) return null;
  const hasSameLabel = option.label === foldLabel(label);
  if (hasSameLabel && modifier.available && option.amount === modifier.price) return modifier;
  const name = hasSameLabel ? modifier.name : option.label;
  return { ...modifier, name, price: option.amount, available: true };
}

/** Whether a stored value still says what was written; what the merchant added to it does not count. */
export function isSameValue(form: AddOnForm, encoded: unknown, stored: unknown, digits: number): boolean {
  const written = readRows(encoded)
    .map((row) => form.readGroup(row, digits))
    .filter((view) => view.number !== null && isOwnNumber(view.number));
  const marks = written.map((view) => ({
    number: view.number ?? 0,
    name: view.name,
    labels: listShown(view),
  }));
  const views = readRows(stored).map((row) => form.readGroup(row, digits));
  const { byNumber, leftovers } = claimGroups(marks, views);
  if (leftovers.size > 0) return false;
  return written.every((view) => {
    const other = views[byNumber.get(view.number ?? 0) ?? -1];
    return other !== undefined && isSameGroup(view, other);
  });
}

function isSameGroup(written: GroupView, stored: GroupView): boolean {
  if (written.name !== stored.name || written.limits === null || stored.limits === null) return false;
  if (written.limits.min !== stored.limits.min || written.limits.max !== stored.limits.max) return false;
  const amounts = new Map(
    stored.options.filter((option) => option.isShown).map(({ label, amount }) => [label, amount]),
  );
  return written.options
    .filter((option) => option.isShown)
    .every(({ label, amount }) => amounts.has(label) && amounts.get(label) === amount);
}
