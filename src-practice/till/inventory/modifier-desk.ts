import { z } from 'zod';
import { createId, readNow, type TillContext } from '../context.ts';
import { clearableText, missField } from '../rest/body.ts';
import type { ModifierGroupRow, ModifierRow } from '../rows.ts';

/** Minimum and maximum are the Register's business; the API takes any pair (clover.md 6.5). */
export const MODIFIER_GROUP_BODY = z.object({
  name: z.string().min(1).max(255).exactOptional(),
  alternateName: clearableText(255).exactOptional(),
  minRequired: z.int().min(0).exactOptional(),
  maxAllowed: z.int().min(0).max(65_535).exactOptional(),
  showByDefault: z.boolean().exactOptional(),
  sortOrder: z.int().exactOptional(),
});

/** There are no negative modifiers (clover.md 6.5). */
export const MODIFIER_BODY = z.object({
  name: z.string().min(1).max(255).exactOptional(),
  alternateName: clearableText(255).exactOptional(),
  price: z.int().min(0).exactOptional(),
  available: z.boolean().exactOptional(),
});

export type ModifierGroupBody = z.output<typeof MODIFIER_GROUP_BODY>;
export type ModifierBody = z.output<typeof MODIFIER_BODY>;

/** Adds a group without modifiers. */
export function createModifierGroup(till: TillContext, body: ModifierGroupBody): ModifierGroupRow {
  const { name, showByDefault = true, ...fields } = body;
  if (name === undefined) throw missField('name');
  const modifiedTime = readNow(till);
  return till.state.modifierGroups.put({ ...fields, id: createId(till), name, showByDefault, modifiedTime });
}

/** Changes only what is sent. */
export function updateModifierGroup(
  till: TillContext,
  group: ModifierGroupRow,
  body: ModifierGroupBody,
): ModifierGroupRow {
  return till.state.modifierGroups.put({ ...group, ...body, modifiedTime: readNow(till) });
}

/** Deletes a group with its modifiers. */
export function removeModifierGroup(till: TillContext, group: ModifierGroupRow): void {
  const { state } = till;
  for (const modifierId of state.groupModifiers.rightsOf(group.id)) state.modifiers.delete(modifierId);
  state.groupModifiers.dropLeft(group.id);
  state.itemModifierGroups.dropRight(group.id);
  state.modifierGroups.delete(group.id);
}

/** Adds a modifier at the end of its group, where it stays for life. */
export function createModifier(till: TillContext, groupId: string, body: ModifierBody): ModifierRow {
  const { name, price, available = true, ...fields } = body;
  if (name === undefined) throw missField('name');
  if (price === undefined) throw missField('price');
  const id = createId(till);
  till.state.groupModifiers.link(groupId, id);
  const modifiedTime = readNow(till);
  return till.state.modifiers.put({ ...fields, id, groupId, name, price, available, modifiedTime });
}

/** Changes only what is sent. */
export function updateModifier(till: TillContext, modifier: ModifierRow, body: ModifierBody): ModifierRow {
  return till.state.modifiers.put({ ...modifier, ...body, modifiedTime: readNow(till) });
}

/** Deletes a modifier. */
export function removeModifier(till: TillContext, modifier: ModifierRow): void {
  till.state.groupModifiers.dropRight(modifier.id);
  till.state.modifiers.delete(modifier.id);
}
