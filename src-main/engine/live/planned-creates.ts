import { keyNewCategory } from '../../domain/live-plan.ts';
import type { Ledger, RunChange, RunState, Side } from '../ledger-ports.ts';

/** Plans that the next plan of everything takes the place of (`RunLedger.supersedeOthers`). */
const REPLACEABLE: readonly RunState[] = ['planned', 'braked'];

/**
 * What was new once and is in no link yet, as `LivePlan.mayCreate` names it: things that a plan which waits for a person
 * would make. Their hints ended with that plan, and the one that takes its place is to make them too.
 */
export function listPlannedCreates({ runs, changes }: Pick<Ledger, 'runs' | 'changes'>): ReadonlySet<string> {
  const all = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };
  const creates = runs
    .listIn('sync', REPLACEABLE)
    .flatMap(({ id }) => [
      ...changes.page(id, { ...all, action: 'create_woo' }),
      ...changes.page(id, { ...all, action: 'create_clover' }),
    ]);
  return new Set(creates.flatMap(nameCreate));
}

function nameCreate(change: RunChange): string[] {
  if (change.kind === 'category') return change.wooId === null ? [] : [keyNewCategory(change.wooId)];
  return listSubjects(change).map(({ key }) => key);
}

/** The product that a change is about, as a hint names it: what only the store has is named by the store. */
export function listSubjects({
  kind,
  cloverId,
  wooId,
}: RunChange): { readonly side: Side; readonly key: string }[] {
  if (kind === 'category') return [];
  if (cloverId !== null) return [{ side: 'till', key: cloverId }];
  return wooId === null ? [] : [{ side: 'store', key: String(wooId) }];
}
