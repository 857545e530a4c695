import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { Progress } from '../../engine/face.ts';
import { cleanText, cutText } from './display-width.ts';
import { createPacer, type PacerOptions } from './pacer.ts';
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

export interface ProgressLineOptions extends Omit<PacerOptions, 'spacingMs'> {
  readonly screen: Screen;
  readonly paint: Palette;
}

/**
 * Progress for people: one line that changes in place on a terminal, a line a second elsewhere. Failures are
 * said as they come and stay.
 */
export function createProgressLine({ screen, paint, ...pace }: ProgressLineOptions): ProgressLine {
  const isInPlace = screen.isTTY === true;
  const state = createProgressState(pace.monotonicMs);
  let shown = '';
  const pacer = createPacer({ ...pace, spacingMs: isInPlace ? REDRAW_MS : REPEAT_MS }, () => {
    if (state.newest === null) return;
    const text = state.describe();
    if (isInPlace) screen.write(START_OF_LINE + drawInPlace(text, state.newest, screen, paint));
    else if (text !== shown) screen.write(`${text}\n`);
    shown = text;
  });
  return {
    show: (progress) => {
      const isNewPhase = state.note(progress);
      if (progress.failure) {
        screen.write(`${isInPlace ? START_OF_LINE : ''}${describeRowFailure(progress.failure, paint)}\n`);
      }
      if (isNewPhase) pacer.force();
      else pacer.ask();
    },
    end: () => {
      pacer.force();
      if (isInPlace && state.newest !== null) screen.write('\n');
    },
  };
}

/** The newest progress with what was read and how fast it goes. */
export function createProgressState(monotonicMs: () => number) {
  let meter = createProgressMeter();
  let read: ReadSoFar = { till: 0, store: 0 };
  const state = {
    newest: null as Progress | null,
    /** Whether another phase began; both sides are read at once, so reading is one. */
    note: (progress: Progress): boolean => {
      const { phase, done } = progress;
      if (phase === 'reading-till') read = { ...read, till: done };
      if (phase === 'reading-store') read = { ...read, store: done };
      const isNewPhase = phase !== state.newest?.phase && phase !== 'finished';
      if (isNewPhase) meter = createProgressMeter();
      state.newest = progress;
      meter.note(done, monotonicMs());
      return isNewPhase && phase !== 'reading-till' && phase !== 'reading-store';
    },
    describe: (): string => (state.newest === null ? '' : describeProgress(state.newest, read, meter)),
  };
  return state;
}

function drawInPlace(text: string, { done, total }: Progress, screen: Screen, paint: Palette): string {
  const bar = total > 0 ? `${drawBar(done, total, BAR_WIDTH, paint)} ` : '';
  const room = (screen.columns || 80) - (bar === '' ? 1 : BAR_WIDTH + 2);
  return bar + cutText(text, Math.max(NARROWEST, room));
}

function describeRowFailure({ name, failure }: NonNullable<Progress['failure']>, paint: Palette): string {
  const { message, code } = describeFailure(failure);
  return `${paint.red('failed')} ${cleanText(name)}: ${cleanText(message)} ${code}`;
}
