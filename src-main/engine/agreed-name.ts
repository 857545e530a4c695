import type { FieldDecision } from '../domain/fields.ts';
import type { TillItem } from '../domain/till-catalog.ts';
import type { Ledger, Link } from './ledger-ports.ts';

/**
 * A product is listed and found by the name and SKU that both sides last agreed on, whichever of them gave it. Called
 * when what was decided is agreed; decisions that say nothing of them leave them.
 */
export function followNames(
  { links, shadows }: Pick<Ledger, 'links' | 'shadows'>,
  linkId: number,
  decisions: readonly Pick<FieldDecision, 'field' | 'verdict'>[],
): void {
  const isAgreed = (sought: FieldDecision['field']): boolean =>
    decisions.some(({ field, verdict }) => field === sought && IS_AGREED.has(verdict));
  const [hasName, hasSku] = [isAgreed('name'), isAgreed('sku')];
  if (!hasName && !hasSku) return;
  const { name, sku } = shadows.get(linkId) ?? {};
  if (hasName && typeof name?.till === 'string' && name.till !== '') links.rename(linkId, name.till);
  if (hasSku && typeof sku?.till === 'string') links.setSku(linkId, sku.till);
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
