import type { RunResultShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';

/**
 * What a run came to, in one sentence.
 * @param isToTill some of it went to the till
 */
export function describeResult(result: RunResultShape, isToTill = false): string {
  const { state, counts, undone, kept, failures, left } = result;
  const refused = counts.failed || failures.length;
  const but = refused > 0 ? ` ${countProducts(refused)} refused.` : '';
  if (undone !== null)
    return `${countProducts(undone)} put back.${kept.length > 0 ? ` ${countProducts(kept.length)} left alone.` : ''}${but}`;
  const written = counts.created + counts.updated + counts.linked;
  if (state === 'cancelled') return `Stopped by you after ${nameCount(written)}.${but}`;
  if (state !== 'done') return `Stopped half-way, after ${nameCount(written)}.${but}`;
  if (refused > 0) return `Done, but ${countProducts(refused)} refused.`;
  if (left > 0)
    return `Done. ${nameCount(left)} ${left === 1 ? 'differs' : 'differ'} between the two and ${left === 1 ? 'was left as it is' : 'were left as they are'}.`;
  if (isToTill) return 'Done: the till and the store have the same.';
  return written === 0 ? 'Nothing had changed on the till.' : 'Done: the store has what the till has.';
}

const nameCount = (count: number): string => (count === 1 ? '1 product' : `${formatCount(count)} products`);

const countProducts = (count: number): string => `${nameCount(count)} ${count === 1 ? 'was' : 'were'}`;
