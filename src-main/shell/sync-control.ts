import type { OutputOf } from '../../src-preload/contract/channels.ts';
import type { Clock, Timers } from '../engine/ports.ts';
import { say } from '../ipc/speech.ts';
import type { Ask } from './ask.ts';
import type { Note } from './desktop-outlet.ts';
import type { RunHold } from './held-run.ts';

const MINUTE_MS = 60_000;
/** After sleep the network takes a moment to be back. */
const AFTER_SLEEP_MS = 5_000;

export interface SyncControlDeps {
  readonly ask: Ask;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly runs: RunHold;
  /** Tells the engine, whose right to write beside another PC ends with a sleep. */
  readonly noteSleep: (word: 'asleep' | 'awake') => void;
  readonly tell: (note: Note) => void;
  /** A pause began or ended. */
  readonly onChange: () => void;
}

export interface SyncControl {
  /** One look at both sides; before the first import a plan, which a person approves. */
  syncNow(): Promise<void>;
  /** Stops the run between two writes; it is taken up again when the pause is over. */
  pause(minutes: number): Promise<void>;
  goOn(): Promise<void>;
  /** Unix milliseconds; null when not paused. */
  readPausedUntilMs(): number | null;
  sleep(): Promise<void>;
  wake(): void;
  /** Goes on with what an earlier start, or a lost network, had to leave. */
  takeUp(): Promise<void>;
  /** The program ends: the run under way is taken up at the next start. */
  close(): void;
}

/** What tray and power do to the sync, through the same gate as the window. */
export function createSyncControl({
  ask,
  clock,
  timers,
  runs,
  noteSleep,
  tell,
  onChange,
}: SyncControlDeps): SyncControl {
  let pause: { readonly untilMs: number; readonly timer: { cancel(): void } } | null = null;
  let waking: { cancel(): void } | null = null;
  const goOn = async (): Promise<void> => {
    pause?.timer.cancel();
    pause = null;
    onChange();
    await ask('sync:pause', { minutes: 0 });
    await runs.takeUp();
  };
  return {
    syncNow: async () => {
      if (pause) await goOn();
      const synced = await ask('sync:now', { isFull: false });
      if (synced.ok) {
        tell(describeSync(synced.value));
        return;
      }
      // Before the first import there is nothing to keep in step: a person looks at a plan first.
      if (synced.failure.code !== 'SYNC_NOT_IMPORTED') {
        tell({ title: say('The sync did not come through'), body: synced.failure.message });
        return;
      }
      const plan = await ask('plan:make', { choices: [] });
      tell(
        plan.ok
          ? describePlan(plan.value)
          : { title: say('The comparison failed'), body: plan.failure.message },
      );
    },
    pause: async (minutes) => {
      pause?.timer.cancel();
      const delayMs = minutes * MINUTE_MS;
      pause = { untilMs: clock.nowMs() + delayMs, timer: timers.after(delayMs, () => void goOn()) };
      onChange();
      await runs.hold();
      await ask('sync:pause', { minutes });
    },
    goOn,
    readPausedUntilMs: () => pause?.untilMs ?? null,
    sleep: () => {
      noteSleep('asleep');
      return runs.hold();
    },
    wake: () => {
      noteSleep('awake');
      waking?.cancel();
      waking = timers.after(AFTER_SLEEP_MS, () => {
        if (pause && pause.untilMs > clock.nowMs()) return;
        void goOn();
      });
    },
    takeUp: async () => {
      if (!pause) await runs.takeUp();
    },
    close: () => {
      pause?.timer.cancel();
      waking?.cancel();
      void runs.hold();
    },
  };
}

/** What a look at both sides came to, in a sentence. */
export function describeSync({ applied, failed, conflicts, waiting }: OutputOf<'sync:now'>): Note {
  const changed = applied.till + applied.store;
  const parts = [
    changed > 0 ? say('{{number}} brought in step', { number: changed }) : '',
    failed > 0 ? say('{{number}} refused', { number: failed }) : '',
    conflicts > 0 ? say('{{number}} in conflict', { number: conflicts }) : '',
    waiting > 0 ? say('{{number}} waiting', { number: waiting }) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0)
    return { title: say('Everything is in step'), body: say('There was nothing to write.') };
  return { title: say('Both sides were compared'), body: `${parts.join(', ')}.` };
}

/** What a comparison found, in a sentence. */
export function describePlan({ counts, obstacle }: OutputOf<'plan:make'>): Note {
  if (obstacle) return { title: say('Something has to be settled first'), body: obstacle.message };
  const { create_woo = 0, create_clover = 0, update_woo = 0, update_clover = 0, link = 0 } = counts;
  const changes = create_woo + create_clover + update_woo + update_clover + link;
  const looks = (counts.review ?? 0) + (counts.conflict ?? 0);
  if (changes + looks === 0)
    return { title: say('Everything is in step'), body: say('There is nothing to write.') };
  const parts = [
    changes > 0 ? say('{{number}} to write', { number: changes }) : '',
    looks > 0 ? say('{{number}} to look at', { number: looks }) : '',
  ].filter((part) => part !== '');
  return {
    title: say('The comparison is ready'),
    body: say('{{parts}}. Open Tillbridge to approve it.', { parts: parts.join(', ') }),
  };
}
