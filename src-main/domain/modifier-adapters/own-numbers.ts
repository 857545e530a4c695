import type { ModifierGroupMeta } from '../modifier-meta.ts';

/**
 * Where our numbers lie. Product Add-Ons makes its own from the time in seconds (modifiers.md 1.1), which
 * passed this range before its groups had numbers at all; a signed 32-bit number holds every one.
 */
const FIRST = 1_000_000_000;
const COUNT = 500_000_000;

/** Whether a group with this number is ours. */
export const isOwnNumber = (number: number): boolean =>
  Number.isSafeInteger(number) && number >= FIRST && number < FIRST + COUNT;

/** A number for each group of one product by its Clover id, the same at all times and distinct. */
export function numberGroups(groups: readonly ModifierGroupMeta[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const taken = new Set<number>();
  // In the order of the ids: who gives way in a collision does not depend on the order in the product.
  for (const id of [...new Set(groups.map((group) => group.id))].sort()) {
    let number = FIRST + (hashText(id) % COUNT);
    for (let turn = 2; taken.has(number); turn += 1) number = FIRST + (hashText(`${id}#${turn}`) % COUNT);
    taken.add(number);
    numbers.set(id, number);
  }
  return numbers;
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
