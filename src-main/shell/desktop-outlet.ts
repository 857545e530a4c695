import type { Alerts, DesktopOutlet } from '../engine/face.ts';

/** Words that are not kept: what a person asked for in the tray came out so. */
export interface Note {
  readonly title: string;
  readonly body: string;
}

/** A notification as the system is to show it. */
export interface ShownNote extends Note {
  readonly isUrgent: boolean;
  readonly isSilent: boolean;
  readonly onClick: () => void;
}

export interface DesktopOutletDeps {
  readonly alerts: Pick<Alerts, 'seen'>;
  /** A person who looks at the window sees on Home what can wait. */
  readonly isWindowFocused: () => boolean;
  /** Brings the window to the front, at an address such as `#/products`. */
  readonly openWindow: (address?: string) => void;
  /** The sound for what cannot wait. */
  readonly ring: () => void;
  /** Returns the way to take it away. */
  readonly present: (note: ShownNote) => { close(): void };
}

export interface DesktopNotes extends DesktopOutlet {
  /** Says it once, unless the window is in front. */
  say(note: Note): void;
}

interface Shown {
  readonly ids: ReadonlySet<number>;
  close(): void;
}

/** Alerts as notifications of this computer. A click opens the thing itself, and then it was seen. */
export function createDesktopOutlet(deps: DesktopOutletDeps): DesktopNotes {
  const { alerts, isWindowFocused, openWindow, ring, present } = deps;
  const shown = new Set<Shown>();
  const withdraw = (ids: readonly number[]): void => {
    for (const note of shown) {
      if (!ids.some((id) => note.ids.has(id))) continue;
      shown.delete(note);
      note.close();
    }
  };
  return {
    withdraw,
    say: ({ title, body }) => {
      if (isWindowFocused()) return;
      present({ title, body, isUrgent: false, isSilent: false, onClick: () => openWindow() });
    },
    tell: ({ title, body, opens, isUrgent, alerts: told }, { isSilent }) => {
      if (isWindowFocused() && !isUrgent) return;
      const ids = told.map(({ id }) => id);
      // Told again: the older words of the same thing go.
      withdraw(ids);
      const onClick = (): void => {
        openWindow(opens);
        alerts.seen(ids);
      };
      // Not every desktop gives a notification its sound, and a kitchen is loud.
      const isRung = isUrgent && !isSilent;
      if (isRung) ring();
      const { close } = present({ title, body, isUrgent, isSilent: isSilent || isRung, onClick });
      shown.add({ ids: new Set(ids), close });
    },
  };
}
