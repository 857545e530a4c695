import type { WebOrderLine } from '../web-order.ts';
import type { ChoiceContext } from './choice-context.ts';
import { readJson, readText } from './meta-text.ts';
import { keyName } from './name-key.ts';
import { listVisibleRows, type VisibleRow } from './visible-row.ts';

/** A line's meta as the readers of formats look at it. */
export interface LineView {
  readonly line: WebOrderLine;
  readonly context: ChoiceContext;
  readonly visible: readonly VisibleRow[];
  /** All values kept under a key, JSON texts read. */
  readHidden(key: string): readonly unknown[];
  /** Texts of the visible rows with this name, in their order. */
  findTexts(name: string): readonly string[];
  /** The word that customers see for a key. */
  findLabel(key: string): string;
}

export function viewLine(line: WebOrderLine, context: ChoiceContext): LineView {
  const visible = listVisibleRows(line, context);
  const byName = new Map<string, string[]>();
  for (const { name, text } of visible) {
    const key = keyName(name.text);
    const texts = byName.get(key);
    if (texts) texts.push(text);
    else byName.set(key, [text]);
  }
  return {
    line,
    context,
    visible,
    readHidden: (key) => line.meta.filter((row) => row.key === key).map((row) => readJson(row.value)),
    findTexts: (name) => byName.get(keyName(name)) ?? [],
    findLabel: (key) => readText(line.meta.find((row) => row.key === key)?.label ?? key),
  };
}
