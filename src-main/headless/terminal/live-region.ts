import type { Screen } from './palette.ts';

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_LINE = '\u001b[2K';
const CLEAR_BELOW = '\u001b[J';
const moveUp = (lines: number): string => (lines === 0 ? '' : `\u001b[${lines}A`);

/** Some lines at the end of a terminal that are drawn anew in their place. */
export interface LiveRegion {
  /** No line may be wider than the terminal. */
  draw(lines: readonly string[]): void;
  /** Leaves the last drawing where it is. */
  end(): void;
}

export function createLiveRegion(screen: Screen): LiveRegion {
  let height = 0;
  return {
    draw: (lines) => {
      const text = lines.map((line) => `${CLEAR_LINE}${line}\n`).join('');
      screen.write(`${HIDE_CURSOR}\r${moveUp(height)}${text}${CLEAR_BELOW}`);
      height = lines.length;
    },
    end: () => {
      height = 0;
      screen.write(SHOW_CURSOR);
    },
  };
}
