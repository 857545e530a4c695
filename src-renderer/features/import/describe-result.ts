import type { RunResultShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';

/** What a run came to, in one sentence. */
export function describeResult({ state, counts, undone, kept, failures }: RunResultShape): string {
  const refused = counts.failed || failures.length;
  const but = refused > 0 ? ` ${countProducts(refused)} refused.` : '';
  if (undone !== null)
    return `${countProducts(undone)} put back.${kept.length > 0 ? ` ${countProducts(kept.length)} left alone.` : ''}${but}`;
  const written = counts.created + counts.updated + counts.linked;
  if (state === 'cancelled') return `Stopped by you after ${nameCount(written)}.${but}`;
  if (state !== 'done') return `Stopped half-way, after ${nameCount(written)}.${but}`;
  if (refused > 0) return `Done, but ${countProducts(refused)} refused.`;
  return written === 0 ? 'Both sides were in step already.' : 'Done: everything is in step.';
}

const nameCount = (count: number): string => (count === 1 ? '1 product' : `${formatCount(count)} products`);

const countProducts = (count: number): string => `${nameCount(count)} ${count === 1 ? 'was' : 'were'}`;
