import type { CloverId } from './ids.ts';
import type { ModifierGroupMeta } from './modifier-meta.ts';
import type { TillCatalog } from './till-catalog.ts';

/** The modifier groups of an item in the form that our product meta keeps them (modifiers.md 6.1). */
export function describeModifierGroups(
  groupIds: readonly CloverId[],
  catalog: Pick<TillCatalog, 'modifierGroups'>,
): readonly ModifierGroupMeta[] {
  const groups = groupIds
    .map((id) => catalog.modifierGroups.get(id))
    .filter((group) => group !== undefined)
    .sort((left, right) => left.sortOrder - right.sortOrder || (left.id < right.id ? -1 : 1));
  return groups.map((group, index) => ({
    id: group.id,
    name: group.name,
    min: group.minRequired,
    max: group.maxAllowed ?? 0,
    sort: index + 1,
    mods: group.modifiers.map((modifier) => ({
      id: modifier.id,
      name: modifier.name,
      price: modifier.priceAmount,
      available: modifier.isAvailable,
    })),
  }));
}
