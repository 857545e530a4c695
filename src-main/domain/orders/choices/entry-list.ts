import { isRow, type Row } from '../../modifier-adapters/loose-values.ts';
import type { ChoiceContext } from './choice-context.ts';
import type { ChoiceDraft, FormatReading, Saying } from './choice-draft.ts';
import type { LineView } from './line-view.ts';
import { listKept, readText } from './meta-text.ts';

/**
 * Choices that a plugin keeps as a list of entries in one hidden row; an entry that is none is kept as its text.
 * @param say what the visible rows show of an entry
 */
export function readEntries(
  view: LineView,
  key: string,
  readEntry: (entry: Row, context: ChoiceContext) => ChoiceDraft | null,
  putInWords: (entry: Row) => readonly string[],
): Omit<FormatReading, 'source'> {
  const drafts: ChoiceDraft[] = [];
  const sayings: Saying[] = [];
  const strays: string[] = [];
  for (const entry of view.readHidden(key).flatMap((value) => listKept(value, 'value'))) {
    const draft = isRow(entry) ? readEntry(entry, view.context) : null;
    if (!draft || !isRow(entry)) {
      strays.push(readText(entry));
      continue;
    }
    drafts.push(draft);
    for (const text of putInWords(entry)) sayings.push({ name: draft.group, text });
  }
  return { drafts, sayings, strays };
}
