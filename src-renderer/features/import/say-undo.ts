import type { UndoPreviewShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';

/** What an undo would do, each thing in a sentence. The till has no trash: what was made there is hidden. */
export function sayUndo(preview: UndoPreviewShape): string {
  const { trashed, trashedVariants, unpublished, hidden, putBack, unlinked, kept, names } = preview;
  const variants = trashedVariants > 0 ? ` with ${count(trashedVariants, 'variant', 'variants')}` : '';
  const done = [
    say(trashed, 'product', `${variants} goes to the store’s trash.`, `${variants} go to the store’s trash.`),
    say(unpublished, 'product', ' is no longer shown in the store.', ' are no longer shown in the store.'),
    say(hidden, 'item', ' is hidden on the till.', ' are hidden on the till.'),
    say(putBack, 'product', ' gets its old values back.', ' get their old values back.'),
    say(unlinked, 'product', ' is no longer kept in step.', ' are no longer kept in step.'),
  ].filter(Boolean);
  const left = say(
    kept,
    'product',
    ' was changed since and is left alone.',
    ' were changed since and are left alone.',
  );
  return [
    done.length === 0 ? 'Nothing would be changed.' : done.join(' '),
    sayNames('Changed', names.changed, countChanged(preview)),
    left,
    sayNames('Left alone', names.left, kept),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Whether an undo would do more than to leave things alone. */
export const changesAnything = (preview: UndoPreviewShape): boolean => countChanged(preview) > 0;

const countChanged = ({ trashed, unpublished, hidden, putBack, unlinked }: UndoPreviewShape): number =>
  trashed + unpublished + hidden + putBack + unlinked;

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${formatCount(number)} ${many}`;

const say = (number: number, noun: string, one: string, many: string): string =>
  number === 0 ? '' : `${count(number, noun, `${noun}s`)}${number === 1 ? one : many}`;

/** "Changed: Latte, Mocha, Cola and 12 more." */
function sayNames(word: string, names: readonly string[], total: number): string {
  if (names.length === 0) return '';
  const rest = Math.max(0, total - names.length);
  return `${word}: ${names.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}.`;
}
