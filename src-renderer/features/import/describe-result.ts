import type { RunResultShape } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';

/**
 * What a run came to, in one sentence that is true long after as well.
 * @param isToTill some of it went to the till
 */
export function describeResult(result: RunResultShape, isToTill = false): string {
  const { state, counts, undone, kept, failures, left } = result;
  const refused = counts.failed || failures.length;
  const but = refused > 0 ? [t('{{count, number}} products were refused.', { count: refused })] : [];
  const tellAll = (...sentences: string[]): string => [...sentences, ...but].join(' ');
  if (undone !== null) return tellAll(...sayUndone(undone, kept.length));
  const written = counts.created + counts.updated + counts.linked;
  if (state === 'cancelled')
    return tellAll(t('Stopped by you after {{count, number}} products.', { count: written }));
  if (state !== 'done')
    return tellAll(t('Stopped half-way, after {{count, number}} products.', { count: written }));
  if (refused > 0) return t('Done, but {{count, number}} products were refused.', { count: refused });
  if (left > 0)
    return t('Done. {{count, number}} products differed between the two and were left as they were.', {
      count: left,
    });
  if (isToTill) return t('Done: the till and the store got the same.');
  return t(written === 0 ? 'Nothing had changed on the till.' : 'Done: the store got what the till had.');
}

function sayUndone(undone: number, kept: number): string[] {
  if (undone === 0 && kept > 0)
    return [t('Nothing was put back: {{count, number}} products were left alone.', { count: kept })];
  return [
    t('{{count, number}} products were put back.', { count: undone }),
    ...(kept > 0 ? [t('{{count, number}} products were left alone.', { count: kept })] : []),
  ];
}
