import { type AlertKind, type AlertOutlet, isUrgent, type KeptAlert } from './alert.ts';
import { countAlerts, nameSome } from './alert-words.ts';
import { countQuietMinutes, type DayMinute, isQuiet, type QuietHours } from './quiet-hours.ts';
import type { Say } from './words.ts';

const MINUTE_MS = 60_000;
const HOME = '#/home';

/** What goes out at once: one notification, or one mail. */
export interface Telling {
  /** null: a summary of several kinds. */
  readonly kind: AlertKind | null;
  readonly title: string;
  readonly body: string;
  readonly opens: string;
  readonly isUrgent: boolean;
  /** It was told before and nobody has seen it. */
  readonly isRepeat: boolean;
  readonly alerts: readonly KeptAlert[];
}

export interface TellingRules {
  readonly outlet: AlertOutlet;
  readonly kinds: ReadonlySet<AlertKind>;
  /** What comes in a burst is waited for, so that it goes out as one. */
  readonly gatherMs: number;
  /** The shortest time between two of a kind; an urgent kind waits for nothing. */
  readonly gapMs: number;
  /** An urgent alert is told again after this time until it is seen. */
  readonly repeatMs: number;
  readonly quiet: QuietHours | null;
}

export interface TellingFacts {
  /** All that nobody has seen, oldest first. */
  readonly unseen: readonly KeptAlert[];
  /** When this outlet told the kind last. */
  readonly lastToldMs: ReadonlyMap<AlertKind, number>;
  readonly nowMs: number;
  /** The time of day at a moment in Unix milliseconds, here. */
  readonly readDayMinute: (atMs: number) => DayMinute;
  /** What is told of several at once is put into words here. */
  readonly say: Say;
}

export interface TellingPlan {
  readonly tellings: readonly Telling[];
  /** When to look again; null when nothing waits for a time. */
  readonly nextMs: number | null;
}

/** Decides what one outlet tells now: urgent first, then what the quiet hours held, then each kind in one. */
export function planTellings(facts: TellingFacts, rules: TellingRules): TellingPlan {
  const wanted = facts.unseen.filter(({ kind }) => rules.kinds.has(kind));
  const urgent = planUrgent(
    wanted.filter(({ kind }) => isUrgent(kind)),
    facts,
    rules,
  );
  const calm = planCalm(
    wanted.filter((alert) => !isUrgent(alert.kind) && isUntold(alert, rules.outlet)),
    facts,
    rules,
  );
  return {
    tellings: [...urgent.tellings, ...calm.tellings],
    nextMs: earliest([urgent.nextMs, calm.nextMs]),
  };
}

/** An alert that came up again is new again. */
function isUntold({ toldMs, sinceMs }: KeptAlert, outlet: AlertOutlet): boolean {
  const told = toldMs[outlet];
  return told === null || told < sinceMs;
}

/** One by one due, but those of a kind go out together once any of them is due. */
function planUrgent(alerts: readonly KeptAlert[], facts: TellingFacts, rules: TellingRules): TellingPlan {
  const tellings: Telling[] = [];
  const waits: (number | null)[] = [];
  for (const [kind, group] of groupByKind(alerts)) {
    const dueMs = Math.min(...group.map((alert) => readDueMs(alert, rules)));
    if (dueMs > facts.nowMs) {
      waits.push(dueMs);
      continue;
    }
    const isRepeat = !group.some((alert) => isUntold(alert, rules.outlet));
    tellings.push(tellKind(kind, group, isRepeat, facts.say));
    waits.push(facts.nowMs + rules.repeatMs);
  }
  return { tellings, nextMs: earliest(waits) };
}

function readDueMs(alert: KeptAlert, { outlet, repeatMs, gatherMs }: TellingRules): number {
  return isUntold(alert, outlet) ? alert.sinceMs + gatherMs : (alert.toldMs[outlet] ?? 0) + repeatMs;
}

function planCalm(alerts: readonly KeptAlert[], facts: TellingFacts, rules: TellingRules): TellingPlan {
  const { nowMs, readDayMinute, lastToldMs, say } = facts;
  const { quiet, gatherMs, gapMs } = rules;
  if (alerts.length === 0) return { tellings: [], nextMs: null };
  const dayMinute = readDayMinute(nowMs);
  if (quiet && isQuiet(quiet, dayMinute))
    return { tellings: [], nextMs: nowMs + countQuietMinutes(quiet, dayMinute) * MINUTE_MS };
  const held = alerts.filter(({ sinceMs }) => isQuiet(quiet, readDayMinute(sinceMs)));
  const tellings = held.length > 0 ? [summarize(held, say)] : [];
  const waits: number[] = [];
  for (const [kind, group] of groupByKind(alerts.filter((alert) => !held.includes(alert)))) {
    const gathered = Math.min(...group.map(({ sinceMs }) => sinceMs)) + gatherMs;
    const dueMs = Math.max(gathered, (lastToldMs.get(kind) ?? -gapMs) + gapMs);
    if (dueMs > nowMs) waits.push(dueMs);
    else tellings.push(tellKind(kind, group, false, say));
  }
  return { tellings, nextMs: earliest(waits) };
}

function tellKind(kind: AlertKind, alerts: readonly KeptAlert[], isRepeat: boolean, say: Say): Telling {
  const [only] = alerts;
  const common = { kind, isUrgent: isUrgent(kind), isRepeat, alerts };
  if (only && alerts.length === 1)
    return { ...common, title: only.title, body: only.body, opens: only.opens };
  const titles = alerts.map(({ title }) => title);
  return {
    ...common,
    title: countAlerts(kind, alerts.length, say),
    body: nameSome(titles, say),
    opens: findPlace(alerts),
  };
}

function summarize(held: readonly KeptAlert[], say: Say): Telling {
  const groups = [...groupByKind(held)];
  const [first] = groups;
  if (first && groups.length === 1) return tellKind(first[0], held, false, say);
  return {
    kind: null,
    title: say('{{count}} things happened while it was quiet', { count: held.length }),
    body: nameSome(
      groups.map(([kind, alerts]) => countAlerts(kind, alerts.length, say)),
      say,
    ),
    opens: HOME,
    isUrgent: false,
    isRepeat: false,
    alerts: held,
  };
}

/** Where all of them are; Home lists them when they are in several places. */
function findPlace(alerts: readonly KeptAlert[]): string {
  const places = new Set(alerts.map(({ opens }) => opens));
  const [place] = places;
  return place !== undefined && places.size === 1 ? place : HOME;
}

function groupByKind(alerts: readonly KeptAlert[]): Map<AlertKind, KeptAlert[]> {
  const groups = new Map<AlertKind, KeptAlert[]>();
  for (const alert of alerts) {
    const group = groups.get(alert.kind);
    if (group) group.push(alert);
    else groups.set(alert.kind, [alert]);
  }
  return groups;
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time): time is number => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
