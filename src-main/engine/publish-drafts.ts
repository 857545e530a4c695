import { createFailure } from '../domain/failure.ts';
import type { PlanRow } from '../domain/plan-row.ts';
import type { ShopKey } from '../domain/shop.ts';
import { UNPUBLISHED } from '../domain/stored-fields.ts';
import { type Attempt, fail, succeed } from './attempt.ts';
import type { Ledger, Link } from './ledger-ports.ts';
import { describeLinkRow, keepPersonRun } from './live/person-run.ts';
import type { Clock } from './ports.ts';
import type { PlanSummary } from './results.ts';

/** A plan that shows customers what imports made as drafts; what somebody else drafted stays as it is. */
export function planPublish(ledger: Ledger, shop: ShopKey | null, clock: Clock): Attempt<PlanSummary> {
  if (shop === null) return fail(createFailure('CLOVER_NOT_CONNECTED'));
  const rows = ledger.listings.drafts().flatMap((id) => {
    const link = ledger.links.get(id);
    return link ? [describeRow(link, ledger)] : [];
  });
  return succeed(keepPersonRun(ledger, 'import', rows, shop, clock.nowMs()));
}

function describeRow(link: Link, ledger: Ledger): PlanRow {
  const agreed = ledger.shadows.get(link.id)?.availability;
  const row = describeLinkRow(link);
  return {
    ...row,
    kind: link.groupId === link.cloverId ? 'variable' : row.kind,
    action: 'update_woo',
    decisions: [
      {
        field: 'availability',
        verdict: 'write',
        rule: 'decided',
        wanted: agreed?.till ?? 'on',
        store: UNPUBLISHED,
      },
    ],
    patch: { status: 'publish' },
    undo: { status: 'draft' },
  };
}
