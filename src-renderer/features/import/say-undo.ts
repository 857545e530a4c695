import type { UndoPreviewShape } from '../../../src-preload/contract/run-shapes.ts';
import { nameField } from '../../components/field-name.ts';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { listFieldLines } from '../products/field-lines.ts';

/** What an undo would do, each thing in a sentence. The till has no trash: what was made there is hidden. */
export function sayUndo(preview: UndoPreviewShape, currency = ''): string {
  const { kept, names, conflicts } = preview;
  const done = listEffects(preview);
  const answers = sayAnswers(conflicts, currency);
  return [
    ...(done.length === 0 ? [t('Nothing would be changed.')] : done),
    // Where it is about answers to conflicts alone, they name what is changed.
    answers !== '' && conflicts?.count === countChanged(preview)
      ? ''
      : sayChanged(names.changed, countChanged(preview)),
    answers,
    kept > 0 ? t('{{count, number}} products were changed since and are left alone.', { count: kept }) : '',
    sayLeft(names.left, kept),
  ]
    .filter(Boolean)
    .join(' ');
}

type Conflicts = UndoPreviewShape['conflicts'];
type Returning = NonNullable<Conflicts>['returns'][number];

/** What each side gets back of an answer to a conflict, and that the conflict comes back with it. */
function sayAnswers(conflicts: Conflicts, currency: string): string {
  if (!conflicts || conflicts.count === 0) return '';
  const { count, returns } = conflicts;
  const open = t('{{count, number}} conflicts are then open again, for you to decide.', { count });
  return [...returns.map((one) => sayReturning(one, currency)), open].join(' ');
}

function sayReturning({ name, field, side, value }: Returning, currency: string): string {
  const told = {
    ...{ name, field: nameField(field) },
    value: listFieldLines(field, value, currency).join('; '),
  };
  return side === 'till'
    ? t('{{name}}: on the till the {{field}} is {{value}} again.', told)
    : t('{{name}}: in the store the {{field}} is {{value}} again.', told);
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
