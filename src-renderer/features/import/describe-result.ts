import type { RunResultShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';

/**
 * What a run came to, in one sentence that is true long after as well.
 * @param isToTill some of it went to the till
 */
export function describeResult(result: RunResultShape, isToTill = false): string {
  const { state, counts, undone, kept, failures, left } = result;
  const refused = counts.failed || failures.length;
  const but = refused > 0 ? ` ${countProducts(refused)} refused.` : '';
  if (undone !== null)
    return undone === 0 && kept.length > 0
      ? `Nothing was put back: ${countProducts(kept.length)} left alone.${but}`
      : `${countProducts(undone)} put back.${kept.length > 0 ? ` ${countProducts(kept.length)} left alone.` : ''}${but}`;
  const written = counts.created + counts.updated + counts.linked;
  if (state === 'cancelled') return `Stopped by you after ${nameCount(written)}.${but}`;
  if (state !== 'done') return `Stopped half-way, after ${nameCount(written)}.${but}`;
  if (refused > 0) return `Done, but ${countProducts(refused)} refused.`;
  if (left > 0)
    return `Done. ${nameCount(left)} differed between the two and ${left === 1 ? 'was left as it was' : 'were left as they were'}.`;
  if (isToTill) return 'Done: the till and the store got the same.';
  return written === 0 ? 'Nothing had changed on the till.' : 'Done: the store got what the till had.';
}

const nameCount = (count: number): string => (count === 1 ? '1 product' : `${formatCount(count)} products`);

const countProducts = (count: number): string => `${nameCount(count)} ${count === 1 ? 'was' : 'were'}`;
