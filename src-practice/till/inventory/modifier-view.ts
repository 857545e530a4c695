import type { TillContext } from '../context.ts';
import { type Expand, type ExpandFields, showRelated } from '../rest/expand.ts';
import type { ModifierGroupRow, ModifierRow } from '../rows.ts';

export const GROUP_EXPANDS: ExpandFields = { modifiers: { area: 'inventory' } };

/** A modifier group as recorded: without modifiers it has no modifierIds (clover.md 6.5). */
export function showModifierGroup(
  till: TillContext,
  group: ModifierGroupRow,
  expand: Expand,
): Record<string, unknown> {
  const modifierIds = till.state.groupModifiers.rightsOf(group.id);
  return {
    id: group.id,
    name: group.name,
    alternateName: group.alternateName,
    minRequired: group.minRequired,
    maxAllowed: group.maxAllowed,
    showByDefault: group.showByDefault,
    sortOrder: group.sortOrder,
    ...(expand.has('modifiers') && {
      modifiers: showRelated(till.state.modifiers.pick(modifierIds), showModifier),
    }),
    modifierIds: modifierIds.size === 0 ? undefined : [...modifierIds].join(','),
    deleted: false,
  };
}

/** A modifier as recorded. */
export function showModifier(modifier: ModifierRow): Record<string, unknown> {
  return {
    id: modifier.id,
    name: modifier.name,
    alternateName: modifier.alternateName,
    available: modifier.available,
    price: modifier.price,
    modifiedTime: modifier.modifiedTime,
    modifierGroup: { id: modifier.groupId },
    deleted: false,
  };
}
