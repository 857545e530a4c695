import type { DamageResult } from './damage-world.ts';

/** Why a damage was neither mended nor harmless; null where it was. */
export function judgeDamage({ mended, refused, isSame, troubles, writes }: DamageResult): string | null {
  if (refused !== null) return `refused with ${refused}`;
  if (mended === null && !isSame) return 'what it holds is something else, and nobody was told';
  if (troubles.length > 0) return troubles.slice(0, 3).join('; ');
  return writes > 0 ? `${writes} writes though nobody had changed anything` : null;
}
