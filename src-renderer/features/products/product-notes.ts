import type { MilestoneShape, StoryShape } from '../../../src-preload/contract/shapes.ts';
import { sayGone, sayMade, sayWhereSoldOut } from '../../../src-preload/contract/story-words.ts';

/** Sentences about the product as a whole; each stands by itself. */
export function listProductNotes(
  { made, gone, soldOut }: Pick<StoryShape, 'made' | 'gone' | 'soldOut'>,
  formatTime: (atMs: number) => string,
): string[] {
  const tell = ({ side, runId, atMs }: MilestoneShape) => ({
    ...{ side, runId },
    at: atMs === null ? 'not yet' : formatTime(atMs),
  });
  return [
    ...(made ? [sayMade(tell(made))] : []),
    ...(gone ? [sayGone(tell(gone))] : []),
    ...(soldOut
      ? [
          soldOut.backMs === null
            ? `${sayWhereSoldOut(soldOut)}, until somebody puts it back.`
            : `${sayWhereSoldOut(soldOut)} until ${formatTime(soldOut.backMs)}.`,
        ]
      : []),
  ];
}
