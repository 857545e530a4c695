import type { Page } from '@playwright/test';

// What is measured inside the page, by its own clock. As text: the checker knows no DOM here.

/** Runs before the page's own code: notes when Home first shows its sentence, since the navigation began. */
export const NOTE_USABLE = `
  new MutationObserver((_, observer) => {
    const text = document.body?.textContent ?? '';
    if (!/in step/.test(text) || !document.querySelector('h1')) return;
    observer.disconnect();
    requestAnimationFrame(() => { window.usableMs = performance.now(); });
  }).observe(document, { childList: true, subtree: true, characterData: true });
`;

const LONGEST_START_MS = 30_000;

/** When Home first showed its sentence, in milliseconds since the navigation began. */
export async function readUsable(page: Page): Promise<number> {
  const untilMs = performance.now() + LONGEST_START_MS;
  while (performance.now() < untilMs) {
    const usableMs = (await page.evaluate('window.usableMs ?? null')) as number | null;
    if (usableMs !== null) return usableMs;
  }
  throw new Error('Home did not show its sentence');
}

const GRID = `document.querySelector('[role=grid][aria-label=Products]')`;

/** Does something to the list and answers the milliseconds until its first rows were others, on screen. */
const timeChange = (act: string): string => `new Promise((resolve, reject) => {
  const read = () => {
    const rows = [...(${GRID}?.querySelectorAll('[role=gridcell]') ?? [])].slice(0, 40);
    return rows.map((cell) => cell.textContent).join('|') + ${GRID}?.getAttribute('aria-rowcount');
  };
  const before = read();
  const started = performance.now();
  const look = () => {
    const spent = performance.now() - started;
    if (spent > 10000) reject(new Error('nothing changed: ' + document.querySelector('[aria-sort]')?.textContent));
    else if (read() === before) requestAnimationFrame(look);
    else requestAnimationFrame(() => resolve(performance.now() - started));
  };
  ${act};
  requestAnimationFrame(look);
})`;

export const timeSort = (page: Page, title: string): Promise<number> =>
  page.evaluate(
    timeChange(
      `[...${GRID}.querySelectorAll('[role=columnheader] button')].find((b) => b.textContent.startsWith('${title}')).click()`,
    ),
  );

export const timeChip = (page: Page, word: string): Promise<number> =>
  page.evaluate(
    timeChange(
      `[...document.querySelectorAll('button[aria-pressed]')].find((b) => b.textContent.startsWith('${word}')).click()`,
    ),
  );

/** With the pause that the search waits for more letters. */
export const timeSearch = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    timeChange(`
      const field = document.querySelector('input[type=search]');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '${text}');
      field.dispatchEvent(new Event('input', { bubbles: true }))`),
  );

export interface ScrollFigures {
  readonly frames: number;
  readonly p95GapMs: number;
  readonly longestGapMs: number;
  /** Frames in which a row in view was not read yet, or not drawn. */
  readonly framesWithBlanks: number;
  readonly pixels: number;
}

/** Scrolls from the top to the end within the time, a step each frame. */
export function scrollThrough(page: Page, forMs: number): Promise<ScrollFigures> {
  return page.evaluate(`new Promise((resolve) => {
    const grid = ${GRID};
    const end = grid.scrollHeight - grid.clientHeight;
    const gaps = [];
    let blanks = 0;
    let last = performance.now();
    const started = last;
    const step = (now) => {
      gaps.push(now - last);
      last = now;
      const { top, bottom } = grid.getBoundingClientRect();
      const inView = [...grid.querySelectorAll('.tb-table-body [role=row]')].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
      });
      // What the frame before this one has drawn.
      if (inView.length === 0 || inView.some((row) => row.textContent.startsWith('……'))) blanks += 1;
      const part = Math.min(1, (now - started) / ${forMs});
      grid.scrollTop = end * part;
      if (part < 1) requestAnimationFrame(step);
      else {
        gaps.sort((a, b) => a - b);
        resolve({
          frames: gaps.length,
          p95GapMs: gaps[Math.floor(gaps.length * 0.95)],
          longestGapMs: gaps.at(-1),
          framesWithBlanks: blanks,
          pixels: Math.round(end),
        });
      }
    };
    requestAnimationFrame(step);
  })`);
}
