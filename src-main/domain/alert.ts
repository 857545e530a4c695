import type { Words } from './words.ts';

/** What a person is told of when no window is open; each can be switched for desktop and e-mail. */
export const ALERT_KINDS = [
  'lost-order',
  'failed-print',
  'sync-error',
  'missing-prerequisite',
  'low-stock',
  'odd-price',
  'import-ended',
  'weekly-report',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Somebody waits for food or money: these mind no quiet hours and repeat until seen. */
const URGENT: ReadonlySet<AlertKind> = new Set(['lost-order', 'failed-print']);

export const isUrgent = (kind: AlertKind): boolean => URGENT.has(kind);
export const URGENT_KINDS: readonly AlertKind[] = ALERT_KINDS.filter(isUrgent);

/** The ways in which an alert reaches a person outside the window. */
export type AlertOutlet = 'desktop' | 'mail';

export interface Alert {
  readonly kind: AlertKind;
  /** The same key is the same thing: `import.failed`, `order.4711`. It must not hold a secret. */
  readonly key: string;
  /** What happened. */
  readonly title: string;
  /** What it means and the one thing to do. */
  readonly body: string;
  /** The thing itself in the window, such as `#/products`. */
  readonly opens: string;
}

/** An alert that is put into words when it is raised: in the person's language, and in English for the log. */
export type WriteAlert = (words: Words) => Alert;

export interface KeptAlert extends Alert {
  readonly id: number;
  /** How often it happened since it was new. */
  readonly count: number;
  /** When it was new, for the first time or again. */
  readonly sinceMs: number;
  readonly lastMs: number;
  readonly seenMs: number | null;
  /** When each outlet told it last. */
  readonly toldMs: Readonly<Record<AlertOutlet, number | null>>;
}

/** The same thing again within this time only counts up. */
export const SAME_WITHIN_MS = 60 * 60_000;

const LONGEST_TEXT = 300;
const ADDRESS = /^#\/[a-z]+(?:\/[\w.-]+)*$/;
const HOME = '#/home';

/** What is kept of an alert that comes up now, after what was kept of it before. */
export function mergeAlert(alert: Alert, before: KeptAlert | null, nowMs: number): Omit<KeptAlert, 'id'> {
  const { kind, key } = alert;
  const told = {
    kind,
    key,
    title: cutText(alert.title),
    body: cutText(alert.body),
    opens: ADDRESS.test(alert.opens) ? alert.opens : HOME,
    lastMs: nowMs,
  };
  const isSame = before !== null && nowMs - before.sinceMs < SAME_WITHIN_MS;
  if (isSame) {
    const { count, sinceMs, seenMs, toldMs } = before;
    return { ...told, count: count + 1, sinceMs, seenMs, toldMs };
  }
  const toldMs = before?.toldMs ?? { desktop: null, mail: null };
  return { ...told, count: 1, sinceMs: nowMs, seenMs: null, toldMs };
}

/** Names come from tills and stores: one line, without control characters. */
function cutText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}
