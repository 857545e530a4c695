import type { RunResultShape } from '../../../src-preload/contract/run-shapes.ts';
import { t } from '../../i18n/i18n.ts';

/**
 * What a run came to, in one sentence that is true long after as well.
 * @param isToTill some of it went to the till
 */
export function describeResult(result: RunResultShape, isToTill = false): string {
  const { state, counts, undone, failures, left } = result;
  const refused = counts.failed || failures.length;
  const but = refused > 0 ? [t('{{count, number}} products were refused.', { count: refused })] : [];
  const tellAll = (...sentences: string[]): string => [...sentences, ...but].join(' ');
  if (undone !== null) return tellAll(...sayUndone(result, undone));
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

/** What the run had made is in the store's trash; everything else has its old values. */
function sayUndone(
  { trashed = 0, reopened = 0, kept: { length: kept } }: RunResultShape,
  undone: number,
): string[] {
  if (undone === 0 && kept > 0)
    return [t('Nothing was put back: {{count, number}} products were left alone.', { count: kept })];
  const putBack = undone - trashed;
  return [
    ...(trashed > 0
      ? [t('{{count, number}} products and variants were moved to the store’s trash.', { count: trashed })]
      : []),
    ...(putBack > 0 || trashed === 0
      ? [t('{{count, number}} products were put back.', { count: putBack })]
      : []),
    ...(kept > 0 ? [t('{{count, number}} products were left alone.', { count: kept })] : []),
    ...(reopened > 0
      ? [t('{{count, number}} conflicts are open again, for you to decide.', { count: reopened })]
      : []),
  ];
}
