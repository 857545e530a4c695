import type { Failure } from '../../../src-main/domain/failure.ts';
import type { ParkedRow } from '../../../src-main/engine/live-face.ts';
import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { Oracle } from './evidence.ts';

const ALL = 10_000;

/** Of every write that was given up a person can read what it was about, why, and the one thing to do. */
export const findUnexplained: Oracle = ({ world }) => {
  const { rows, total } = world.core().engine.parked.list(ALL, 0);
  for (const { name, failure } of rows) {
    world.story.note(`parked ${failure.code}`);
    world.story.tell(`parked: ${name}: ${JSON.stringify(failure)}`);
  }
  const missing = total === rows.length ? [] : [`${total} rows are parked, ${rows.length} are listed`];
  return [...missing, ...rows.flatMap(explainRow)];
};

/** What is wrong with the words of one row. */
export function explainRow({ name, failure }: Pick<ParkedRow, 'name' | 'failure'>): string[] {
  const complaints = checkWords(failure);
  if (name.trim() === '') complaints.push('it does not say what is parked');
  // A defect of ours is no reason.
  if (failure.code === 'BUG') complaints.push('a defect is parked');
  return complaints.map((complaint) => `${name || '(no name)'}: ${failure.code}: ${complaint}`);
}

/** What is missing in the words for a failure: the reason, or the one thing to do. */
export function checkWords(failure: Failure): string[] {
  const { message, hint } = describeFailure(failure);
  const complaints: string[] = [];
  if (message.trim() === '') complaints.push('no reason');
  if (hint.trim() === '') complaints.push('nothing to do is named');
  for (const text of [message, hint])
    if (/[{}[\]]|\bundefined\b|\[object|\bNaN\b/.test(text)) complaints.push(`a gap in its words: ${text}`);
  return complaints;
}
