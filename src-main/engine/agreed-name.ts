import type { FieldDecision } from '../domain/fields.ts';
import type { TillItem } from '../domain/till-catalog.ts';
import type { Ledger, Link } from './ledger-ports.ts';

/**
 * A product is listed and found by the name that both sides last agreed on, whichever of them gave it. Called when
 * what was decided is agreed; decisions that say nothing of the name leave it.
 */
export function followName(
  { links, shadows }: Pick<Ledger, 'links' | 'shadows'>,
  linkId: number,
  decisions: readonly Pick<FieldDecision, 'field' | 'verdict'>[],
): void {
  if (!decisions.some(({ field, verdict }) => field === 'name' && IS_AGREED.has(verdict))) return;
  const name = shadows.get(linkId)?.name?.till;
  if (typeof name === 'string' && name !== '') links.rename(linkId, name);
}

/**
 * A variant has no name of its own in the store; the till's follows that of its group, whoever renamed that.
 * @param compared links that were looked at
 */
export function followVariantNames(
  { links }: Pick<Ledger, 'links'>,
  compared: readonly Link[],
  items: readonly Pick<TillItem, 'id' | 'name'>[],
): void {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  for (const { id, kind, cloverId, name } of compared) {
    const now = kind === 'variation' ? names.get(cloverId) : undefined;
    if (now !== undefined && now !== '' && now !== name) links.rename(id, now);
  }
}

const IS_AGREED: ReadonlySet<FieldDecision['verdict']> = new Set(['write', 'push', 'same']);
