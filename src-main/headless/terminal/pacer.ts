export interface PacerOptions {
  readonly spacingMs: number;
  readonly monotonicMs: () => number;
  readonly after: (delayMs: number, callback: () => void) => { cancel(): void };
}

/** Draws at most so often, and always the last state: rows end a hundred at once, then none for a second. */
export interface Pacer {
  /** Draws now or as soon as it may. */
  ask(): void;
  /** Draws at once, and not again until asked. */
  force(): void;
}

export function createPacer({ spacingMs, monotonicMs, after }: PacerOptions, draw: () => void): Pacer {
  let drawnMs = Number.NEGATIVE_INFINITY;
  let due: { cancel(): void } | null = null;
  const force = (): void => {
    due?.cancel();
    due = null;
    drawnMs = monotonicMs();
    draw();
  };
  return {
    force,
    ask: () => {
      const waitMs = drawnMs + spacingMs - monotonicMs();
      if (waitMs <= 0) force();
      else due ??= after(waitMs, force);
    },
  };
}
