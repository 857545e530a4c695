import { planGroups } from '../../modifier-adapters/planned-group.ts';
import type { ModifierGroupMeta } from '../../modifier-meta.ts';
import { keyName } from './name-key.ts';

/** What is known of the groups that were written for a product, for reading its orders. */
export interface KnownGroups {
  /** Clover's group by the number it has in an add-on plugin's meta. */
  readonly idByNumber: ReadonlyMap<number, string>;
  readonly modifierIds: ReadonlySet<string>;
  hasName(name: string): boolean;
  hasModifier(label: string): boolean;
}

/**
 * @param groups of one product, all of them: numbers and labels depend on each other
 * @param formerNames names that a group or a modifier had before, by Clover id
 */
export function knowGroups(
  groups: readonly ModifierGroupMeta[],
  formerNames: ReadonlyMap<string, readonly string[]> = new Map(),
): KnownGroups {
  const planned = planGroups(groups);
  const modifiers = new Set<string>();
  for (const { options } of planned) {
    for (const { label, modifier } of options) {
      const former = formerNames.get(modifier.id) ?? [];
      for (const name of [label, modifier.name, ...former]) modifiers.add(keyName(name));
    }
  }
  const names = new Set(
    planned.flatMap(({ name, meta }) => [name, meta.name, ...(formerNames.get(meta.id) ?? [])].map(keyName)),
  );
  modifiers.delete('');
  names.delete('');
  return {
    idByNumber: new Map(planned.map(({ number, meta }) => [number, meta.id])),
    modifierIds: new Set(groups.flatMap((group) => group.mods.map((modifier) => modifier.id))),
    hasName: (name) => names.has(keyName(name)) || modifiers.has(keyName(name)),
    hasModifier: (label) => modifiers.has(keyName(label)),
  };
}
