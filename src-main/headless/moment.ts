const SPAN = /^(\d{1,6})(s|m|h|d)$/;
const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const TIME = /^\d{4}-\d{2}-\d{2}([T ].+)?$/;

/**
 * A point in time as a person writes it, in Unix milliseconds: 2026-11-21T08:00Z, or a span such as 30m, 2h, 7d
 * before (`past`) or after (`future`) now. Null for anything else.
 */
export function readMoment(text: string, nowMs: number, direction: 'past' | 'future'): number | null {
  const [, count, unit = ''] = SPAN.exec(text) ?? [];
  if (count === undefined) {
    const atMs = TIME.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(atMs) ? null : atMs;
  }
  const spanMs = Number(count) * (UNIT_MS[unit] ?? 0);
  return direction === 'past' ? nowMs - spanMs : nowMs + spanMs;
}

/** What `readMoment` takes, for a refusal. */
export const MOMENT_FORMS = 'a time such as 2026-11-21T08:00Z or a span such as 2h';
