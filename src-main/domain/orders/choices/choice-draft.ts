import type { Choice, ChoiceSource } from '../choice.ts';

/** A price as a plugin says it, for all the times of its choice together. */
export type RawPrice =
  | { readonly per: 'unit'; readonly mils: number }
  /** Once for the line, however many units. */
  | { readonly per: 'line'; readonly mils: number }
  /** Of the product's own price; 10 for 10 %. */
  | { readonly per: 'percent'; readonly percent: number };

export interface ChoiceDraft extends Omit<Choice, 'unitAmount'> {
  readonly price: RawPrice | null;
}

/** A visible row that says what was read from hidden meta. */
export interface Saying {
  readonly name: string;
  readonly text: string;
}

/** What one plugin's meta says of a line. */
export interface FormatReading {
  readonly source: ChoiceSource;
  readonly drafts: readonly ChoiceDraft[];
  readonly sayings: readonly Saying[];
  /** Texts that stood where the plugin keeps something else. */
  readonly strays: readonly string[];
}

/** More of one option is no order, and each becomes a modification on the till. */
export const MOST_TIMES = 99;

/** How often something was chosen, where a value says a number of times that can be. */
export function readTimes(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return /^[1-9]\d?$/.test(text) ? Number(text) : null;
}

export const perUnit = (mils: number | null): RawPrice | null =>
  mils === null ? null : { per: 'unit', mils };
export const perLine = (mils: number | null): RawPrice | null =>
  mils === null ? null : { per: 'line', mils };

/** A draft of what was chosen once; the rest as given. */
export const draftChoice = (
  parts: Partial<ChoiceDraft> & Pick<ChoiceDraft, 'group' | 'label'>,
): ChoiceDraft => ({
  price: null,
  times: 1,
  modifierId: null,
  groupId: null,
  isText: false,
  ...parts,
});
