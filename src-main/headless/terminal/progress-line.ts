import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { Progress } from '../../engine/face.ts';
import { cleanText, cutText } from './display-width.ts';
import type { Palette, Screen } from './palette.ts';
import { createProgressMeter } from './progress-meter.ts';
import { describeProgress, drawBar, type ReadSoFar } from './progress-words.ts';

/** Redrawn at most so often in place, and said at most so often line by line. */
const REDRAW_MS = 100;
const REPEAT_MS = 1000;
const BAR_WIDTH = 24;
const NARROWEST = 20;
const START_OF_LINE = '\r\u001b[2K';

export interface ProgressLine {
  show(progress: Progress): void;
  /** Says where it stands at last, and leaves the line. */
  end(): void;
}

export interface ProgressLineOptions {
  readonly screen: Screen;
  readonly paint: Palette;
  readonly monotonicMs: () => number;
}

/**
 * Progress for people: one line that changes in place on a terminal, a line a second elsewhere. Failures are
 * said as they come and stay.
 */
export function createProgressLine({ screen, paint, monotonicMs }: ProgressLineOptions): ProgressLine {
  const isInPlace = screen.isTTY === true;
  let meter = createProgressMeter();
  let read: ReadSoFar = { till: 0, store: 0 };
  let newest: Progress | null = null;
  let shownMs = Number.NEGATIVE_INFINITY;
  let shown = '';

  const draw = (): void => {
    if (newest === null) return;
    const text = describeProgress(newest, read, meter);
    if (!isInPlace) {
      if (text !== shown) screen.write(`${text}\n`);
    } else {
      const bar = newest.total > 0 ? `${drawBar(newest.done, newest.total, BAR_WIDTH, paint)} ` : '';
      const room = Math.max(NARROWEST, (screen.columns ?? 80) - (bar === '' ? 1 : BAR_WIDTH + 2));
      screen.write(`${START_OF_LINE}${bar}${cutText(text, room)}`);
    }
    shown = text;
    shownMs = monotonicMs();
  };
  const sayFailure = ({ name, failure }: NonNullable<Progress['failure']>): void => {
    const { message, code } = describeFailure(failure);
    const text = `${cleanText(name)}: ${cleanText(message)} ${code}`;
    screen.write(`${isInPlace ? START_OF_LINE : ''}${paint.red('failed')} ${text}\n`);
  };

  return {
    show: (progress) => {
      if (progress.phase === 'reading-till') read = { ...read, till: progress.done };
      if (progress.phase === 'reading-store') read = { ...read, store: progress.done };
      const isNewPhase = progress.phase !== newest?.phase && progress.phase !== 'finished';
      if (isNewPhase) meter = createProgressMeter();
      newest = progress;
      meter.note(progress.done, monotonicMs());
      if (progress.failure) sayFailure(progress.failure);
      const isReading = progress.phase === 'reading-till' || progress.phase === 'reading-store';
      const isDue = monotonicMs() - shownMs >= (isInPlace ? REDRAW_MS : REPEAT_MS);
      if (isDue || (isNewPhase && !isReading)) draw();
    },
    end: () => {
      draw();
      if (isInPlace && newest !== null) screen.write('\n');
      newest = null;
    },
  };
}
