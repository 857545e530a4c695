import type { PlanInput } from '../../domain/plan.ts';
import { planCategoryPlaces } from '../../domain/plan-category-places.ts';
import type { ReasonCode } from '../../domain/plan-row.ts';
import { agreePlace } from '../flows/move-categories.ts';
import type { ImportDeps } from '../import-deps.ts';

/** Agrees on the places of categories that need no write, and tells once of those that cannot be followed. */
export function notePlaces(input: PlanInput, { ledger, clock }: ImportDeps): void {
  const { rows, agreed } = planCategoryPlaces(input);
  for (const [cloverId, place] of agreed) {
    const link = ledger.links.findByClover('category', cloverId);
    if (!link) continue;
    agreePlace(link.id, place, ledger);
    if (link.status === 'waiting') ledger.links.touch(link.id, 'synced', clock.nowMs());
  }
  for (const { name, reason, action } of rows) {
    const message = action === 'skip' ? LEFT[reason] : undefined;
    if (message !== undefined)
      ledger.journal.add({
        atMs: clock.nowMs(),
        level: 'warn',
        action: 'update',
        side: 'app',
        entity: name,
        message,
        runId: null,
      });
  }
}

const LEFT: { readonly [reason in ReasonCode]?: string } = {
  PLACE_MISSING: 'category moved on one side only: the other one lacks the category that it is below now',
  PLACE_TOO_DEEP: 'category moved in the store only: the till cannot have it there',
};
