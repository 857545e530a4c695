import { splitWords } from './name-fold.ts';

/**
 * How alike two names are, 0 to 100: shared letter pairs within words (Dice), so that "Capuccino" finds
 * "Cappuccino". Different numbers make different products ("250 g" is not "500 g"): then 0.
 */
export function scoreNames(left: string, right: string): number {
  const leftWords = splitWords(left);
  const rightWords = splitWords(right);
  if (readNumbers(leftWords) !== readNumbers(rightWords)) return 0;
  const leftPairs = listPairs(leftWords);
  const rightPairs = listPairs(rightWords);
  const total = leftPairs.length + rightPairs.length;
  if (total === 0) return 0;
  const unmatched = new Map<string, number>();
  for (const pair of rightPairs) unmatched.set(pair, (unmatched.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of leftPairs) {
    const left = unmatched.get(pair) ?? 0;
    if (left === 0) continue;
    shared += 1;
    unmatched.set(pair, left - 1);
  }
  return Math.round((200 * shared) / total);
}

function readNumbers(words: readonly string[]): string {
  return words
    .filter((word) => /\p{N}/u.test(word))
    .sort()
    .join(' ');
}

function listPairs(words: readonly string[]): string[] {
  const pairs: string[] = [];
  for (const word of words) {
    const padded = ` ${word} `;
    for (let at = 0; at < padded.length - 1; at += 1) pairs.push(padded.slice(at, at + 2));
  }
  return pairs;
}
