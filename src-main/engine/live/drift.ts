import type { FieldDecision } from '../../domain/fields.ts';
import type { CloverId } from '../../domain/ids.ts';
import { planImport } from '../../domain/plan.ts';
import { isFieldOn } from '../../domain/plan-context.ts';
import type { PlanRow, ReasonCode } from '../../domain/plan-row.ts';
import { completeSettings } from '../../domain/settings.ts';
import { type Attempt, succeed } from '../attempt.ts';
import { listKnownLinks, readBothSides } from '../flows/plan-import.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Drift, DriftReport, SyncResult } from '../live-face.ts';
import { createHeld, createLiveRules } from './live-rules.ts';

type FindDrift = () => Promise<Attempt<readonly Drift[]>>;

/** What differs now. */
export async function reportDrift(find: FindDrift): Promise<Attempt<DriftReport>> {
  const found = await find();
  return found.ok ? succeed({ drifts: found.value, mended: [], fixed: 0, braked: null }) : found;
}

/**
 * Writes what waits, and tells by another look at both sides what differed before and differs no more: what a write
 * came to is not taken for granted.
 * @param sync a pass over everything
 */
export async function fixDrift(
  find: FindDrift,
  sync: () => Promise<Attempt<SyncResult>>,
): Promise<Attempt<DriftReport>> {
  const before = await find();
  if (!before.ok) return before;
  const synced = await sync();
  if (!synced.ok) return synced;
  const after = await find();
  if (!after.ok) return after;
  const left = new Set(after.value.map(nameDrift));
  const mended = before.value.filter((drift) => !left.has(nameDrift(drift)));
  const { braked } = synced.value;
  return succeed({ drifts: after.value, mended, fixed: mended.length, braked });
}

const nameDrift = ({ cloverId, field }: Drift): string => `${cloverId} ${field}`;

/** What differs now: both sides read fresh, nothing written and nothing kept. */
export async function findDrift(deps: ImportDeps): Promise<Attempt<Drift[]>> {
  const { ledger } = deps;
  const settings = completeSettings(ledger.settings.all());
  const read = await readBothSides(deps, settings, () => undefined, isFieldOn(settings, 'description'));
  if (!read.ok) return read;
  const rules = createLiveRules(ledger, settings, { till: true, store: true });
  const drifts = new Map<string, Drift>();
  for (const row of planImport({
    ...read.value,
    settings,
    links: listKnownLinks(ledger),
    choices: new Map(),
    held: createHeld(ledger),
    live: { ...rules, isPartial: false, mayCreate: new Set(), asksFirst: false, undone: new Set() },
  })) {
    // One difference, though it may take a write to each side.
    for (const drift of describeRow(row).map((it) => awaitOrders(it, ledger))) {
      const other = drifts.get(nameDrift(drift));
      drifts.set(nameDrift(drift), other ? { ...drift, store: drift.store ?? other.store } : drift);
    }
    await deps.timers.breathe();
  }
  return succeed([...drifts.values()]);
}

const WHY: Readonly<Record<FieldDecision['verdict'], Drift['why'] | null>> = {
  write: 'waiting',
  push: 'waiting',
  conflict: 'conflict',
  keep: 'left',
  same: 'left',
};

const GONE: ReadonlySet<ReasonCode> = new Set(['GONE_FROM_TILL', 'GONE_FROM_STORE', 'TRASHED_IN_STORE']);

/** On one side only: it is still to be taken off the other. */
function describeGone({ wooId, name, reason }: PlanRow, cloverId: CloverId): Drift {
  const isOnTill = reason !== 'GONE_FROM_TILL';
  const [till, store] = isOnTill ? ['on', null] : [null, 'on'];
  return { cloverId, wooId, name, field: 'availability', till, store, why: 'waiting' };
}

/**
 * Counts that moved on both sides are sales until the orders say otherwise, and those are read by a look: only then
 * is it a conflict.
 */
function awaitOrders(drift: Drift, { links, conflicts }: ImportDeps['ledger']): Drift {
  if (drift.field !== 'stock' || drift.why !== 'conflict') return drift;
  const link =
    links.findByClover('product', drift.cloverId) ?? links.findByClover('variation', drift.cloverId);
  return link && conflicts.find(link.id, 'stock') ? drift : { ...drift, why: 'waiting' };
}

function describeRow(row: PlanRow): Drift[] {
  const { cloverId, wooId, name } = row;
  // What both sides came to by themselves is no difference.
  if (cloverId === null || row.kind === 'category' || row.reason === 'ALREADY_IN_STEP') return [];
  if (row.action !== 'skip' && GONE.has(row.reason)) return [describeGone(row, cloverId)];
  return row.decisions.flatMap(({ field, wanted, till = wanted, store = null, verdict, rule }): Drift[] => {
    // An alternate name that is used for something else is no description.
    const why = rule === 'alternate-name-in-use' ? null : WHY[verdict];
    return why === null ? [] : [{ cloverId, wooId, name, field, till, store, why }];
  });
}
