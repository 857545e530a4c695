import { describe, expect, it } from 'vitest';
import { createCrashBudget } from '../../../src-main/ipc/recovery/crash-budget.ts';
import { createAutostart, isEntryOn, writeEntry } from '../../../src-main/shell/autostart.ts';
import { placeWindow } from '../../../src-main/shell/window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

describe('the window', () => {
  it('opens where it was left', () => {
    const left = { x: 100, y: 50, width: 1000, height: 700 };
    expect(placeWindow(left, [screen])).toEqual(left);
  });

  it('comes back from a screen that is gone, in its size', () => {
    const left = { x: 2500, y: 50, width: 1000, height: 700 };
    expect(placeWindow(left, [screen])).toEqual({ width: 1000, height: 700 });
  });
});

describe('autostart on Linux', () => {
  it('shows what the desktop says, not what was asked once', () => {
    let text: string | null = null;
    const autostart = createAutostart({
      platform: 'linux',
      app: { getLoginItemSettings: () => expect.fail(), setLoginItemSettings: () => expect.fail() },
      command: ['/opt/Till bridge/app'],
      entry: {
        read: () => text,
        write: (written) => {
          text = written;
        },
        remove: () => {
          text = null;
        },
      },
    });
    autostart.set(true);
    expect(autostart.isOn()).toBe(true);
    expect(text).toContain('Exec="/opt/Till bridge/app" "--hidden"');
    text = `${text}Hidden=true\n`;
    expect(autostart.isOn()).toBe(false);
    autostart.set(false);
    expect(text).toBeNull();
  });

  it('an argument cannot break out of its quotes', () => {
    expect(writeEntry(['a"b$c%d'])).toContain('Exec="a\\\\"b\\\\$c%%d"');
    expect(isEntryOn('X-GNOME-Autostart-enabled=false')).toBe(false);
  });
});

describe('a crash', () => {
  it('of the window is followed by a new load three times in ten minutes, not a fourth', () => {
    let nowMs = 0;
    const budget = createCrashBudget({ monotonicMs: () => nowMs });
    expect([1, 2, 3, 4].map(() => budget.spend())).toEqual([true, true, true, false]);
    nowMs = 10 * 60_000;
    expect(budget.spend()).toBe(true);
  });
});
