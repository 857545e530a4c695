import type { ModifierGroupMeta, ModifierMeta } from '../modifier-meta.ts';
import type { GroupView, Limits, OptionView } from './adapter.ts';
import { distinguishLabels, foldLabel, writeLabel } from './option-labels.ts';
import { numberGroups } from './own-numbers.ts';

/** One modifier with the label it has in the store. */
export interface PlannedOption {
  readonly label: string;
  readonly modifier: ModifierMeta;
}

/** A group of the till as it is put to the store: number, name and labels do not depend on the system. */
export interface PlannedGroup {
  readonly meta: ModifierGroupMeta;
  readonly number: number;
  readonly name: string;
  /** All modifiers, so that a label stays the same when another modifier is sold out. */
  readonly options: readonly PlannedOption[];
  /** The available ones: only these are written (modifiers.md 1.1). */
  readonly shown: readonly PlannedOption[];
  /** No more asked for than can be chosen: else nobody could buy the product. */
  readonly limits: Limits;
}

/** The groups of one product in their order, with the numbers and labels that orders come back with. */
export function planGroups(groups: readonly ModifierGroupMeta[]): readonly PlannedGroup[] {
  const numbers = numberGroups(groups);
  return [...groups]
    .sort((left, right) => left.sort - right.sort)
    .map((meta) => {
      const labels = distinguishLabels(meta.mods.map((modifier) => modifier.name));
      const options = meta.mods.map((modifier, at) => ({ label: labels[at] ?? modifier.name, modifier }));
      const shown = options.filter(({ modifier }) => modifier.available);
      const number = numbers.get(meta.id) ?? 0;
      const name = writeLabel(meta.name, 'Options');
      return { meta, number, name, options, shown, limits: clampLimits(meta, shown.length) };
    });
}

function clampLimits({ min, max }: Limits, count: number): Limits {
  const least = Math.min(Math.max(0, min), count);
  return { min: least, max: max > 0 ? Math.max(max, least) : 0 };
}

/** Which stored option is which modifier, and those that are nobody's. */
export interface OptionPairs {
  readonly byModifier: ReadonlyMap<string, OptionView>;
  readonly extras: readonly OptionView[];
}

/**
 * Pairs by label; a lone stranger in the very place and at the very price of a label that is gone is that
 * one under a new name.
 */
export function pairOptions(planned: PlannedGroup, view: GroupView): OptionPairs {
  const byLabel = new Map(planned.options.map((option) => [foldLabel(option.label), option.modifier]));
  const byModifier = new Map<string, OptionView>();
  const strangers: OptionView[] = [];
  for (const option of view.options) {
    const modifier = byLabel.get(option.label);
    if (!modifier) strangers.push(option);
    else if (!byModifier.has(modifier.id)) byModifier.set(modifier.id, option);
  }
  if (strangers.length === 0 || view.options.length !== planned.shown.length) {
    return { byModifier, extras: strangers };
  }
  const extras = strangers.filter((stranger) => {
    const missing = planned.shown[view.options.indexOf(stranger)]?.modifier;
    if (!missing || byModifier.has(missing.id) || missing.price !== stranger.amount) return true;
    byModifier.set(missing.id, stranger);
    return false;
  });
  return { byModifier, extras };
}
