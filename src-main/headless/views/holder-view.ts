import type { LiveState } from '../../engine/face.ts';
import type { Palette } from '../terminal/palette.ts';

/** One process writes a data folder: what to do first where another one does. */
export const describeHolder = ({ isRunning, isLooking }: LiveState, paint: Palette): string[] =>
  isLooking && !isRunning
    ? [
        paint.yellow(
          'Tillbridge is at work on this data: settle it in its window, or end its command "run" first (Ctrl-C).',
        ),
      ]
    : [];
