import type { PlanShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';

const WRITING = ['create_woo', 'create_clover', 'update_woo', 'update_clover', 'link'] as const;

/** How many rows an approval sets in motion. */
export const countWrites = ({ counts }: PlanShape): number =>
  WRITING.reduce((sum, action) => sum + (counts[action] ?? 0), 0);

const say = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`];

/** A plan in one sentence. */
export function describePlan({ counts }: PlanShape): string {
  const create = (counts.create_woo ?? 0) + (counts.create_clover ?? 0);
  const update = (counts.update_woo ?? 0) + (counts.update_clover ?? 0);
  const parts = [
    ...say(create, 'to create', 'to create'),
    ...say(update, 'to update', 'to update'),
    ...say(counts.link ?? 0, 'to link', 'to link'),
    ...say(counts.review ?? 0, 'for you to look at', 'for you to look at'),
    ...say(counts.conflict ?? 0, 'conflict', 'conflicts'),
  ];
  if (parts.length === 0) return 'Nothing has changed: there is nothing to do.';
  const [last, ...rest] = parts.reverse();
  return rest.length === 0 ? `${last}.` : `${rest.reverse().join(', ')} and ${last}.`;
}
