import type { ModifierGroupMeta } from '../../../src-main/domain/modifier-meta.ts';
import type { ConflictView } from '../../../src-main/engine/live-face.ts';
import { readConflictShelves, tellGroups } from '../shelves.ts';
import type { SimWorld } from '../sim-world.ts';
import { FIELDS, type Side, type Value, type Ware } from '../ware.ts';
import { readCount, readField } from '../wares.ts';
import type { Oracle } from './evidence.ts';

const ALL = 10_000;

/** Who is asked which of two values holds is shown what stands on the two sides, and the two differ. */
export const findMisasked: Oracle = ({ world, wares }) => {
  const { conflicts } = world.core().engine.conflicts.list({ limit: ALL, offset: 0 });
  return conflicts.flatMap((conflict) => {
    const ware = wares.all.find(({ tillId }) => tillId === conflict.cloverId);
    return ware
      ? checkCard(conflict, ware, world)
      : [`${conflict.name}: ${conflict.field} is asked about, and no such thing is for sale`];
  });
};

function checkCard(conflict: ConflictView, ware: Ware, world: SimWorld): string[] {
  const { field } = conflict;
  const wrong = (['till', 'store'] as const).flatMap((side) => {
    const now = readNow(world, ware, side, field);
    const shown = readShown(world, conflict, side);
    return now === null || now === shown
      ? []
      : [`${ware.label}: ${field} is asked about as ${shown}, and the ${side} says ${now}`];
  });
  // The same number may be two prices: what the till's comes to in the store is up to the shop's rule.
  const isSameWord =
    field !== 'price' && readShown(world, conflict, 'till') === readShown(world, conflict, 'store');
  return isSameWord ? [...wrong, `${ware.label}: ${field} is asked about, and both say the same`] : wrong;
}

/** null where nothing is there to compare with, as of a shelf that ran out. */
function readNow(world: SimWorld, ware: Ware, side: Side, field: string): Value | null {
  if (field === 'stock') return readCount(world, ware, side);
  const known = FIELDS.find((name) => name === field);
  return known ? readField(world, ware, side, known) : null;
}

function readShown(world: SimWorld, conflict: ConflictView, side: Side): unknown {
  const shown = conflict[side];
  if (!Array.isArray(shown)) return shown;
  return conflict.field === 'modifiers'
    ? tellGroups(shown as readonly ModifierGroupMeta[])
    : readConflictShelves(world, shown as readonly string[]);
}
