import type { PlanShape } from '../../../src-preload/contract/run-shapes.ts';
import { t } from '../../i18n/i18n.ts';

const WRITING = ['create_woo', 'create_clover', 'update_woo', 'update_clover', 'link'] as const;

/** How many rows an approval sets in motion. */
export const countWrites = ({ counts }: PlanShape): number =>
  WRITING.reduce((sum, action) => sum + (counts[action] ?? 0), 0);

/** A plan in one sentence. */
export function describePlan({ counts }: PlanShape): string {
  const create = (counts.create_woo ?? 0) + (counts.create_clover ?? 0);
  const update = (counts.update_woo ?? 0) + (counts.update_clover ?? 0);
  const { link = 0, review = 0, conflict = 0 } = counts;
  const parts = [
    ...(create > 0 ? [t('{{count, number}} to create', { count: create })] : []),
    ...(update > 0 ? [t('{{count, number}} to update', { count: update })] : []),
    ...(link > 0 ? [t('{{count, number}} to link', { count: link })] : []),
    ...(review > 0 ? [t('{{count, number}} for you to look at', { count: review })] : []),
    ...(conflict > 0 ? [t('{{count, number}} conflicts', { count: conflict })] : []),
  ];
  const last = parts.at(-1);
  if (last === undefined) return t('Nothing has changed: there is nothing to do.');
  return parts.length === 1
    ? `${last}.`
    : t('{{others}} and {{last}}.', { others: parts.slice(0, -1).join(', '), last });
}
