import { completeSettings } from '../../domain/settings.ts';
import type { Words } from '../../domain/words.ts';
import type { Alerts } from '../alerts-face.ts';
import type { Attempt } from '../attempt.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Drift } from '../live-face.ts';
import type { Clock } from '../ports.ts';

const HOUR_MS = 60 * 60_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** When the last one was told; the first week begins with the first look. */
const TOLD_MARK = 'drift.weekly';

export interface WeeklyReport {
  /** Once a week, unless that is switched off; one that cannot be made is tried again an hour later. */
  tell(signal: AbortSignal): Promise<void>;
}

/**
 * Whether both sides are really in step, from a fresh look at all of both (features.md X13, S15): to the log, and to
 * whoever wants it by e-mail or on the desktop.
 */
export function createWeeklyReport(
  ledger: Ledger,
  clock: Clock,
  alerts: Pick<Alerts, 'raise'>,
  logWords: Words,
  findDrift: (signal: AbortSignal) => Promise<Attempt<readonly Drift[]>>,
): WeeklyReport {
  let triedMs: number | null = null;
  const isDue = (nowMs: number): boolean => {
    if (completeSettings(ledger.settings.all())['reconcile.weekly'] === 'off') return false;
    const told = ledger.meta.get(TOLD_MARK);
    // A clock that went back must not silence it for years.
    if (told === null || Number(told) > nowMs) ledger.meta.put(TOLD_MARK, String(nowMs));
    else if (nowMs - Number(told) >= WEEK_MS)
      return triedMs === null || clock.monotonicMs() - triedMs >= HOUR_MS;
    return false;
  };
  /** null: told to stop while it waited for a side. */
  const findUntil = async (signal: AbortSignal): Promise<Attempt<readonly Drift[]> | null> => {
    try {
      return await findDrift(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return null;
    }
  };
  return {
    tell: async (signal) => {
      const nowMs = clock.nowMs();
      if (!isDue(nowMs)) return;
      triedMs = clock.monotonicMs();
      const drifts = await findUntil(signal);
      if (!drifts?.ok) return;
      const week = countWeek(drifts.value, ledger);
      ledger.transaction(() => {
        ledger.meta.put(TOLD_MARK, String(nowMs));
        ledger.journal.add({
          atMs: nowMs,
          level: 'info',
          action: 'compare',
          side: 'app',
          entity: 'Weekly report',
          message: describeWeek(week, logWords).join(' '),
          runId: null,
        });
      });
      alerts.raise((words) => {
        const [title, body] = describeWeek(week, words);
        return { kind: 'weekly-report', key: 'weekly', title, body, opens: '#/home' };
      });
    },
  };
}

interface Week {
  readonly products: number;
  readonly differing: number;
  readonly conflicts: number;
  readonly refused: number;
  /** Differences that stay, as a person wanted it. */
  readonly left: number;
}

function countWeek(drifts: readonly Drift[], ledger: Ledger): Week {
  const count = (why: Drift['why']): number => drifts.filter((drift) => drift.why === why).length;
  return {
    products: Object.values(ledger.links.countByStatus()).reduce((sum, some) => sum + some, 0),
    differing: count('waiting'),
    conflicts: ledger.conflicts.count(),
    refused: ledger.changes.countParked(),
    left: count('left'),
  };
}

/** What a manager wants to know at once, and then what there is to do. */
function describeWeek(week: Week, { say }: Words): readonly [string, string] {
  const { products, differing, conflicts, refused, left } = week;
  const title =
    differing === 0
      ? say('The week’s check: till and store are in step, {{products}} products compared.', { products })
      : say(
          'The week’s check: {{count}} values differ among {{products}} products, and will be put right now.',
          { count: differing, products },
        );
  const rest = [
    conflicts > 0 ? say('{{count}} conflicts wait for you', { count: conflicts }) : null,
    refused > 0 ? say('{{count}} changes were refused', { count: refused }) : null,
    left > 0 ? say('{{count}} differences stay as you wanted them', { count: left }) : null,
  ].filter((part) => part !== null);
  return [title, rest.length === 0 ? say('Nothing waits for you.') : `${rest.join('; ')}.`];
}
