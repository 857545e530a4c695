import type { FieldDecision } from '../domain/fields.ts';
import { isUnchanged } from '../domain/stored-fields.ts';
import type { Ledger, Ruling } from './ledger-ports.ts';

/**
 * What a person or a rule decided is decided once it is written and agreed on. A person who has answered otherwise
 * meanwhile did so before these very values: their word then goes for what was just written.
 */
export function settleDecided(ledger: Ledger, linkId: number, decisions: readonly FieldDecision[]): void {
  const { conflicts, shadows } = ledger;
  for (const decision of decisions) {
    const { field, rule } = decision;
    if (rule !== 'decided' && rule !== 'always') continue;
    const conflict = conflicts.find(linkId, field);
    const now = shadows.get(linkId)?.[field];
    if (!conflict?.ruling || !now || isCarriedOut(conflict.ruling, decision)) conflicts.close(linkId, field);
    else conflicts.setRuling(conflict.id, { ...conflict.ruling, seenTill: now.till, seenStore: now.store });
  }
}

/** What was planned before answers were kept with it is taken for the one that stands. */
const isCarriedOut = ({ take, value }: Ruling, { answer, rule }: FieldDecision): boolean =>
  answer ? answer.take === take && isUnchanged(answer.value, value) : rule === 'decided';
