import type * as Electron from 'electron';
import type { Desktop } from './desktop.ts';

/** What `spy.cjs` has noted. */
export interface Spied {
  readonly tray: {
    readonly image: string | null;
    readonly toolTip: string | null;
    readonly isDestroyed: boolean;
    /** As it is shown; a line is `-`. */
    readonly menu: readonly string[];
  };
  readonly boxes: readonly { readonly title: string; readonly content: string }[];
  readonly opened: readonly string[];
  /** How often the computer's bell was rung. */
  readonly beeps: number;
}

export function readSpied({ app }: Desktop): Promise<Spied> {
  return app.evaluate(() => {
    const { spied } = globalThis as unknown as { spied: Noted };
    const describe = ({ type, label, enabled, checked }: Electron.MenuItem): string => {
      if (type === 'separator') return '-';
      const box = type === 'checkbox' ? `[${checked ? 'x' : ' '}] ` : '';
      return `${box}${label}${enabled ? '' : ' (off)'}`;
    };
    const { image, toolTip, isDestroyed, menu } = spied.tray;
    return {
      tray: { image, toolTip, isDestroyed, menu: menu ? menu.items.map(describe) : [] },
      boxes: spied.boxes,
      opened: spied.opened,
      beeps: spied.beeps,
    };
  });
}

/** Chooses an entry of the tray's menu, as a click on it does. */
export async function clickTray({ app }: Desktop, label: string): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    const { spied } = globalThis as unknown as { spied: Noted };
    const item = spied.tray.menu?.items.find((each) => each.label === wanted);
    if (!item?.enabled) throw new Error(`The tray has no "${wanted}" to click now.`);
    item.click();
  }, label);
}

interface Noted {
  readonly tray: {
    image: string | null;
    toolTip: string | null;
    isDestroyed: boolean;
    menu: Electron.Menu | null;
  };
  readonly boxes: { title: string; content: string }[];
  readonly opened: string[];
  readonly beeps: number;
}
