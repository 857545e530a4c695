import type { Progress } from '../../engine/face.ts';
import { cleanText, cutText, padText } from '../terminal/display-width.ts';
import { formatPieces } from '../terminal/figures.ts';
import { createLiveRegion } from '../terminal/live-region.ts';
import { createPacer, type PacerOptions } from '../terminal/pacer.ts';
import type { Palette, Screen } from '../terminal/palette.ts';
import { createProgressState } from '../terminal/progress-line.ts';
import { drawBar } from '../terminal/progress-words.ts';
import type { Arrival, ArrivalWatch } from './arrivals.ts';

const REDRAW_MS = 80;
const REPEAT_MS = 1000;
const ROWS_SHOWN = 10;
const BAR_WIDTH = 32;
const NAME_WIDTH = 34;
const CATEGORY_WIDTH = 18;

export interface MenuViewOptions extends Omit<PacerOptions, 'spacingMs'> {
  readonly screen: Screen;
  readonly paint: Palette;
  readonly money: (amount: number) => string;
  readonly arrivals: ArrivalWatch;
  /** What goes where. */
  readonly title: string;
}

/** Shows a menu arriving in the store while a run goes on. */
export interface MenuView {
  show(progress: Progress): void;
  end(): void;
}

/** On a terminal a picture that changes in place; elsewhere a line for each product. */
export function createMenuView(options: MenuViewOptions): MenuView {
  const { screen, monotonicMs, after } = options;
  const state = createProgressState(monotonicMs);
  const draw = screen.isTTY ? createPicture(options, state) : createLines(options, state);
  let isOver = false;
  const spacingMs = screen.isTTY ? REDRAW_MS : REPEAT_MS;
  const pacer = createPacer({ spacingMs, monotonicMs, after }, () => draw(isOver));
  return {
    show: (progress) => {
      state.note(progress);
      pacer.ask();
    },
    end: () => {
      isOver = true;
      pacer.force();
    },
  };
}

type ProgressState = ReturnType<typeof createProgressState>;

function createPicture({ screen, paint, money, arrivals, title }: MenuViewOptions, state: ProgressState) {
  const region = createLiveRegion(screen);
  const shown: Arrival[] = [];
  return (isLast: boolean): void => {
    shown.push(...arrivals.takeNew());
    const { done, total, failed } = state.newest ?? { done: 0, total: 0, failed: 0 };
    const rows = shown.slice(-ROWS_SHOWN).map((it) => describeArrival(it, money, screen, paint));
    const failures =
      failed === 0
        ? paint.dim('nothing failed')
        : paint.red(formatPieces(failed, 'row failed', 'rows failed'));
    region.draw([
      `  ${paint.bold(cutText(cleanText(title), room(screen, 3)))}`,
      `  ${drawBar(done, total, BAR_WIDTH, paint)}  ${cutText(state.describe(), room(screen, BAR_WIDTH + 6))}`,
      '',
      ...rows,
      ...Array.from({ length: ROWS_SHOWN - rows.length }, () => ''),
      '',
      `  ${failures}`,
    ]);
    if (isLast) region.end();
  };
}

function createLines({ screen, paint, money, arrivals }: MenuViewOptions, state: ProgressState) {
  return (): void => {
    for (const arrival of arrivals.takeNew())
      screen.write(`${describeArrival(arrival, money, screen, paint)}\n`);
    screen.write(`  ${state.describe()}\n`);
  };
}

/** What is left of a line; a pipe has no width. */
const room = (screen: Screen, used: number): number =>
  screen.isTTY ? Math.max(10, (screen.columns || 80) - used) : Number.MAX_SAFE_INTEGER;

function describeArrival(
  { name, category, prices }: Arrival,
  money: MenuViewOptions['money'],
  screen: Screen,
  paint: Palette,
): string {
  const sizes = prices.map(({ size, amount }) => {
    const price = amount === null ? 'price at the till' : money(amount);
    return size === '' ? price : `${size} ${price}`;
  });
  const shownName = padText(cutText(cleanText(name), NAME_WIDTH), NAME_WIDTH);
  const shownCategory = padText(cutText(cleanText(category), CATEGORY_WIDTH), CATEGORY_WIDTH);
  const used = NAME_WIDTH + CATEGORY_WIDTH + 8;
  return `  ${paint.green('✓')} ${shownName} ${paint.dim(shownCategory)} ${cutText(sizes.join(' · '), room(screen, used))}`;
}
