import type { PlanRow } from '../../domain/plan-row.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { RunChange } from '../ledger-ports.ts';
import { readLinkKind } from '../result-recorder.ts';

/** More than a person ever looks through; those above are written again at each comparison. */
const MOST_ROWS = 10_000;
/**
 * Refused for now, not for what was in them: the line, the side, or what this app may do there. Each is tried once
 * more at every comparison of everything, and goes through by itself when that is mended.
 */
const PASSING = /^NET_|_(?:FAILING|LIMITED|PERMISSION_MISSING|NOT_CLOVER|NO_REST|NOT_INSTALLED)$/;

/** Differs and stays so. */
export const isLeft = ({ reason }: PlanRow): boolean => reason === 'LEFT_DIFFERENT';

/**
 * Leaves out what a side has refused already and would refuse again: such a row stays parked until its value
 * changes, or a person says so (`Parked.retry` releases it). One that has nothing left to write is over.
 * @param touched Clover ids of linked things that were compared; null for all of them
 */
export function dropRefused(
  rows: readonly PlanRow[],
  touched: ReadonlySet<string> | null,
  { ledger, clock }: ImportDeps,
): PlanRow[] {
  const parked = ledger.changes.parked(MOST_ROWS, 0);
  if (parked.length === 0) return rows.filter(isToBeKept);
  const refused = new Set(parked.filter(isRefused).map(nameWrite));
  // Written again, asked about, or different on purpose.
  const differing = new Set(rows.flatMap(listTargets));
  const over = parked.filter(
    (change) => isCompared(change, touched) && isUpdate(change) && !differing.has(nameTarget(change)),
  );
  ledger.changes.release(
    over.map(({ id }) => id),
    clock.nowMs(),
  );
  for (const { kind, cloverId } of over) {
    const link = cloverId && ledger.links.findByClover(readLinkKind(kind), cloverId);
    if (link && link.status === 'error') ledger.links.touch(link.id, 'synced', clock.nowMs());
  }
  return rows.filter(
    (row) => isToBeKept(row) && (!hasWrite(row) || isDecided(row) || !refused.has(nameWrite(row))),
  );
}

/**
 * A row that something is done for. A pair that is found equal is one from now on: else a later edit of one side would
 * meet the other's as a stranger's.
 */
export const isWork = (row: PlanRow): boolean =>
  hasWrite(row) || (row.action === 'link' && row.kind !== 'category');

const isRefused = ({ failure }: RunChange): boolean => failure !== null && !PASSING.test(failure.code);
const isToBeKept = (row: PlanRow): boolean => isWork(row) || row.action === 'conflict';
const hasWrite = ({ patch, tillPatch }: PlanRow): boolean => patch !== null || tillPatch !== null;
const isUpdate = ({ action }: PlanRow): boolean => action === 'update_woo' || action === 'update_clover';
const isDecided = ({ decisions }: PlanRow): boolean => decisions.some(({ rule }) => rule === 'decided');
const isCompared = ({ cloverId }: PlanRow, touched: ReadonlySet<string> | null): boolean =>
  cloverId !== null && (touched === null || touched.has(cloverId));

/** What is different without a write is so for either side. */
const listTargets = (row: PlanRow): string[] => {
  if (hasWrite(row)) return [nameTarget(row)];
  if (row.action !== 'conflict' && !isLeft(row)) return [];
  const { kind, cloverId, wooId } = row;
  return ['till', 'store'].map((side) => nameThing(side, kind, cloverId, wooId));
};

const nameThing = (
  side: string,
  kind: PlanRow['kind'],
  cloverId: PlanRow['cloverId'],
  wooId: PlanRow['wooId'],
): string => `${side} ${kind} ${cloverId ?? `woo ${wooId}`}`;
const nameTarget = ({ kind, cloverId, wooId, tillPatch }: PlanRow): string =>
  nameThing(tillPatch === null ? 'store' : 'till', kind, cloverId, wooId);
const nameWrite = (row: PlanRow): string =>
  `${nameTarget(row)} ${JSON.stringify(row.tillPatch ?? row.patch)}`;
