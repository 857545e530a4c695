import { createFailure, type Failure } from './failure.ts';
import type { FieldDecision } from './fields.ts';
import type { PlanRow } from './plan-row.ts';
import type { Settings } from './settings.ts';

/** What a run would do that is worth stopping for when there is much of it. */
export interface BrakeTally {
  bigPriceChanges: number;
  zeroedStocks: number;
  removals: number;
}

export const createBrakeTally = (): BrakeTally => ({ bigPriceChanges: 0, zeroedStocks: 0, removals: 0 });

/** Counts one row of a plan; new products change nothing that was there. */
export function tallyRow(tally: BrakeTally, row: PlanRow, settings: Settings): void {
  if (row.reason === 'GONE_FROM_TILL' || row.tillPatch?.isHidden === true) tally.removals += 1;
  for (const decision of row.decisions) {
    const change = readChange(decision);
    if (!change) continue;
    const { before, after } = change;
    if (decision.field === 'stock' && before > 0 && after <= 0) tally.zeroedStocks += 1;
    if (decision.field !== 'price') continue;
    const percent =
      before === 0 ? Number.POSITIVE_INFINITY : (Math.abs(after - before) * 100) / Math.abs(before);
    if (percent > Number(settings['brake.pricePercent'])) tally.bigPriceChanges += 1;
  }
}

/** The number that a decision overwrites and what it becomes, on the side that is written to. */
function readChange({
  verdict,
  till,
  wanted,
  store,
  pushed,
  moved,
}: FieldDecision): { readonly before: number; readonly after: number } | null {
  if (verdict !== 'write' && verdict !== 'push') return null;
  const before = verdict === 'write' ? store : (till ?? wanted);
  if (typeof before !== 'number') return null;
  if (moved) return { before, after: before + Number(pushed ?? 0) };
  const after = verdict === 'write' ? wanted : pushed;
  return { before, after: typeof after === 'number' ? after : 0 };
}

/** The reason to stop and ask, or null (features.md X5, rulings "Brake"). */
export function checkBrake(tally: BrakeTally, settings: Settings): Failure | null {
  const isBraked =
    tally.bigPriceChanges > Number(settings['brake.priceCount']) ||
    tally.zeroedStocks > Number(settings['brake.zeroCount']) ||
    tally.removals > Number(settings['brake.deleteCount']);
  if (!isBraked) return null;
  return createFailure('RUN_BRAKED', {
    prices: tally.bigPriceChanges,
    percent: settings['brake.pricePercent'],
    zeros: tally.zeroedStocks,
    removals: tally.removals,
  });
}
