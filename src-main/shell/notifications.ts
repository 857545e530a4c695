import type { RunResultShape } from '../../src-preload/contract/shapes.ts';
import type { Clock } from '../engine/ports.ts';

/** The same words are not said again within this time. */
const REPEAT_AFTER_MS = 10 * 60_000;
const MOST_REMEMBERED = 50;

export interface Note {
  readonly title: string;
  readonly body: string;
}

export interface NotifierDeps {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** A person who looks at the window sees it there. */
  readonly isWindowFocused: () => boolean;
  readonly present: (note: Note) => void;
}

export interface Notifier {
  tell(note: Note): void;
}

export function createNotifier({ clock, isWindowFocused, present }: NotifierDeps): Notifier {
  const toldMs = new Map<string, number>();
  return {
    tell: (note) => {
      if (isWindowFocused()) return;
      const key = `${note.title}\n${note.body}`;
      const nowMs = clock.monotonicMs();
      const lastMs = toldMs.get(key);
      if (lastMs !== undefined && nowMs - lastMs < REPEAT_AFTER_MS) return;
      toldMs.delete(key);
      toldMs.set(key, nowMs);
      const [oldest] = toldMs.keys();
      if (toldMs.size > MOST_REMEMBERED && oldest !== undefined) toldMs.delete(oldest);
      present(note);
    },
  };
}

/** One notification for a whole run; null when it needs nobody. */
export function describeRunEnd({ state, counts }: RunResultShape): Note | null {
  if (state === 'stopped')
    return {
      title: 'The import stopped half-way',
      body: 'What was written stays. Open Tillbridge to go on from there.',
    };
  if (state !== 'done' || counts.failed === 0) return null;
  const products = counts.failed === 1 ? '1 product was' : `${counts.failed} products were`;
  return {
    title: 'The import needs you',
    body: `${products} refused. Open Tillbridge to see which and why.`,
  };
}
