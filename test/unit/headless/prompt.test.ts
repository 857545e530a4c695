import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askHidden, askYes } from '../../../src-main/headless/terminal/prompt.ts';

/** A keyboard that notes when the terminal stops echoing, and a screen that notes what it shows. */
function createTerminal() {
  const events: string[] = [];
  const keyboard = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => void events.push(isRaw ? 'unseen' : 'seen'),
  });
  const screen = { isTTY: true, write: (text: string) => events.push(text) > 0 };
  return { events, keyboard, screen };
}

describe('a hidden question', () => {
  it('comes when nothing typed is echoed any more, and shows nothing of the answer', async () => {
    const { events, keyboard, screen } = createTerminal();
    const asked = askHidden(keyboard, screen, 'Token: ');
    keyboard.write('hush\r');
    expect(await asked).toBe('hush');
    expect(events).toEqual(['unseen', 'Token: ', 'seen', '\n']);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s is no answer, and the terminal echoes again', async (_key, typed) => {
    const { events, keyboard, screen } = createTerminal();
    const asked = askHidden(keyboard, screen, 'Token: ');
    keyboard.write(typed);
    expect(await asked).toBeNull();
    expect(events).toContain('seen');
  });
});

describe('a question with yes or no', () => {
  it.each([
    ['y\n', true],
    ['YES\n', true],
    ['yep\n', false],
    ['\n', false],
  ])('%j is %s', async (typed, isYes) => {
    const { keyboard, screen } = createTerminal();
    keyboard.end(typed);
    expect(await askYes(keyboard, screen, 'Sure?')).toBe(isYes);
  });
});
