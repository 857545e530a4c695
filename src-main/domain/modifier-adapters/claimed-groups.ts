import type { GroupView } from './adapter.ts';
import { isOwnNumber } from './own-numbers.ts';

/** What a group of ours is known by. */
export interface GroupMark {
  readonly number: number;
  /** Folded. */
  readonly name: string;
  /** Folded labels of what it offers. */
  readonly labels: readonly string[];
}

export interface Claims {
  /** Index of the stored row, by our number. */
  readonly byNumber: ReadonlyMap<number, number>;
  /** Indexes of rows with a number of ours that none of the marks has. */
  readonly leftovers: ReadonlySet<number>;
}

/**
 * Finds our groups among the stored ones: by number, else by name and all labels, since Product Add-Ons
 * before 6.8.3 gives new numbers on each save (modifiers.md 1.1). All others are the merchant's.
 */
export function claimGroups(marks: readonly GroupMark[], views: readonly GroupView[]): Claims {
  const byNumber = new Map<number, number>();
  const leftovers = new Set<number>();
  const wanted = new Set(marks.map((mark) => mark.number));
  views.forEach(({ number }, at) => {
    if (number === null || !isOwnNumber(number)) return;
    if (wanted.has(number) && !byNumber.has(number)) byNumber.set(number, at);
    else leftovers.add(at);
  });
  const lost = marks.filter((mark) => !byNumber.has(mark.number) && mark.labels.length > 0);
  if (lost.length === 0) return { byNumber, leftovers };
  const strangers = new Map<string, number[]>();
  views.forEach((view, at) => {
    if (view.number !== null && isOwnNumber(view.number)) return;
    const key = describeLook(view.name, listShown(view));
    strangers.set(key, [...(strangers.get(key) ?? []), at]);
  });
  for (const mark of lost) {
    const at = strangers.get(describeLook(mark.name, mark.labels))?.shift();
    if (at !== undefined) byNumber.set(mark.number, at);
  }
  return { byNumber, leftovers };
}

/** Folded labels of what customers are offered. */
export const listShown = (view: GroupView): readonly string[] =>
  view.options.filter((option) => option.isShown).map((option) => option.label);

const describeLook = (name: string, labels: readonly string[]): string =>
  JSON.stringify([name, ...[...labels].sort()]);
