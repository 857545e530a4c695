import type { UndoPreviewShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';

/** What an undo would do, each thing in a sentence. The till has no trash: what was made there is hidden. */
export function sayUndo(preview: UndoPreviewShape): string {
  const { kept, names } = preview;
  const done = listEffects(preview);
  return [
    ...(done.length === 0 ? [t('Nothing would be changed.')] : done),
    sayChanged(names.changed, countChanged(preview)),
    kept > 0 ? t('{{count, number}} products were changed since and are left alone.', { count: kept }) : '',
    sayLeft(names.left, kept),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Whether an undo would do more than to leave things alone. */
export const changesAnything = (preview: UndoPreviewShape): boolean => countChanged(preview) > 0;

const countChanged = ({ trashed, unpublished, hidden, putBack, unlinked }: UndoPreviewShape): number =>
  trashed + unpublished + hidden + putBack + unlinked;

function listEffects(preview: UndoPreviewShape): string[] {
  const { trashed, unpublished, hidden, putBack, unlinked } = preview;
  return [
    trashed > 0 ? sayTrashed(preview) : '',
    unpublished > 0
      ? t('{{count, number}} products are no longer shown in the store.', { count: unpublished })
      : '',
    hidden > 0 ? t('{{count, number}} items are hidden on the till.', { count: hidden }) : '',
    putBack > 0 ? t('{{count, number}} products get their old values back.', { count: putBack }) : '',
    unlinked > 0 ? t('{{count, number}} products are no longer kept in step.', { count: unlinked }) : '',
  ].filter(Boolean);
}

function sayTrashed({ trashed, trashedVariants }: UndoPreviewShape): string {
  if (trashedVariants === 0)
    return t('{{count, number}} products go to the store’s trash.', { count: trashed });
  return t('{{count, number}} products with {{variants}} go to the store’s trash.', {
    count: trashed,
    variants: t('{{count, number}} variants', { count: trashedVariants }),
  });
}

/** "Changed: Latte, Mocha, Cola and 12 more." */
function sayChanged(names: readonly string[], total: number): string {
  if (names.length === 0) return '';
  const rest = total - names.length;
  const listed = names.join(', ');
  return rest > 0
    ? t('Changed: {{names}} and {{number}} more.', { names: listed, number: formatCount(rest) })
    : t('Changed: {{names}}.', { names: listed });
}

function sayLeft(names: readonly string[], total: number): string {
  if (names.length === 0) return '';
  const rest = total - names.length;
  const listed = names.join(', ');
  return rest > 0
    ? t('Left alone: {{names}} and {{number}} more.', { names: listed, number: formatCount(rest) })
    : t('Left alone: {{names}}.', { names: listed });
}
