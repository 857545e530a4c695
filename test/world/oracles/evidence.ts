import type { LedgerEye } from '../ledger-eye.ts';
import type { SimWorld } from '../sim-world.ts';
import type { Ware } from '../ware.ts';
import type { Sameness, Wares } from '../wares.ts';

/** What an oracle looks at when everything has come to rest. */
export interface Evidence {
  readonly world: SimWorld;
  readonly wares: Wares;
  readonly isSame: Sameness;
  readonly conflicts: ReturnType<LedgerEye['conflicts']>;
  readonly parked: ReturnType<LedgerEye['parked']>;
  /** Writes of one more whole pass after the quiet, or the code of its failure. */
  readonly echoes: number | string;
  /** Why it never came to rest; null if it did. */
  readonly unrest: string | null;
}

/** Answers one line for each broken promise. */
export type Oracle = (evidence: Evidence) => string[];

export const hasConflict = ({ conflicts }: Evidence, { tillId }: Ware, field: string): boolean =>
  conflicts.some((conflict) => conflict.cloverId === tillId && conflict.field === field);

/** A write that a side refused, kept with its reason: a person was told. One of a group stands for its members. */
export const isParked = ({ parked, world }: Evidence, { tillId, storeId }: Ware): boolean => {
  if (parked.length === 0) return false;
  const groupId = world.till.state.items.get(tillId ?? '')?.itemGroupId;
  const parentId = world.store.state.products.get(storeId ?? 0)?.parentId;
  return parked.some(
    ({ cloverId, wooId }) =>
      (cloverId !== null && (cloverId === tillId || cloverId === groupId)) ||
      (wooId !== null && (wooId === storeId || wooId === parentId)),
  );
};
