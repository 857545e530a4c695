import { describe, expect, it } from 'vitest';
import {
  ALERT_KINDS,
  type Alert,
  type AlertKind,
  type KeptAlert,
  mergeAlert,
  SAME_WITHIN_MS,
} from '../../../src-main/domain/alert.ts';
import { planTellings, type TellingRules } from '../../../src-main/domain/alert-policy.ts';
import { readQuietHours } from '../../../src-main/domain/quiet-hours.ts';
import { ENGLISH } from '../../../src-main/ipc/words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Midnight. */
const DAY_MS = Date.UTC(2026, 0, 5);

const RULES: TellingRules = {
  outlet: 'desktop',
  kinds: new Set(ALERT_KINDS),
  gatherMs: 2000,
  gapMs: 10 * MINUTE_MS,
  repeatMs: 10 * MINUTE_MS,
  quiet: null,
};

/** A list of alerts and one outlet under a clock that a test moves. */
function open(given: Partial<TellingRules> = {}) {
  const rules = { ...RULES, ...given };
  const kept = new Map<string, KeptAlert>();
  let nowMs = DAY_MS + 12 * HOUR_MS;
  const mark = (ids: readonly number[], what: Partial<KeptAlert>): void => {
    for (const [key, alert] of kept) if (ids.includes(alert.id)) kept.set(key, { ...alert, ...what });
  };
  const lastToldMs = (): Map<AlertKind, number> => {
    const last = new Map<AlertKind, number>();
    for (const { kind, toldMs } of kept.values())
      if (toldMs.desktop !== null) last.set(kind, Math.max(last.get(kind) ?? 0, toldMs.desktop));
    return last;
  };
  const look = (): { said: string[]; nextMs: number | null } => {
    const unseen = [...kept.values()].filter(({ seenMs }) => seenMs === null);
    const readDayMinute = (atMs: number): number => Math.floor((atMs % (24 * HOUR_MS)) / MINUTE_MS);
    const plan = planTellings(
      { unseen, lastToldMs: lastToldMs(), nowMs, readDayMinute, say: ENGLISH.say },
      rules,
    );
    for (const { alerts } of plan.tellings)
      mark(
        alerts.map(({ id }) => id),
        { toldMs: { desktop: nowMs, mail: null } },
      );
    const said = plan.tellings.map(
      ({ title, isRepeat, opens }) => `${isRepeat ? 'again: ' : ''}${title} ${opens}`,
    );
    return { said, nextMs: plan.nextMs };
  };
  return {
    goTo: (hours: number, minutes = 0) => {
      nowMs = DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS;
    },
    pass: (delayMs: number) => {
      nowMs += delayMs;
    },
    now: () => nowMs,
    raise: (kind: AlertKind, key: string, more: Partial<Alert> = {}) => {
      const alert = { kind, key, title: `${kind} ${key}`, body: '', opens: '#/products', ...more };
      const before = kept.get(key) ?? null;
      kept.set(key, { id: before?.id ?? kept.size + 1, ...mergeAlert(alert, before, nowMs) });
    },
    see: (key: string) => mark([kept.get(key)?.id ?? 0], { seenMs: nowMs }),
    get: (key: string) => kept.get(key),
    look,
    /** Looks whenever the plan says so, until nothing waits or the time is over; answers what was said when. */
    live: (untilHours: number): string[] => {
      const untilMs = DAY_MS + untilHours * HOUR_MS;
      const told: string[] = [];
      for (let rounds = 0; rounds < 1000; rounds += 1) {
        const { said, nextMs } = look();
        const time = new Date(nowMs).toISOString().slice(11, 16);
        told.push(...said.map((words) => `${time} ${words}`));
        if (nextMs === null || nextMs > untilMs) return told;
        expect(nextMs).toBeGreaterThan(nowMs);
        nowMs = nextMs;
      }
      return expect.fail('it never comes to rest');
    },
  };
}

describe('the same thing again', () => {
  it('only counts up within an hour, with its newest words, and is not told twice', () => {
    const world = open();
    world.raise('sync-error', 'a');
    expect(world.live(13)).toEqual(['12:00 sync-error a #/products']);
    world.pass(30 * MINUTE_MS);
    world.raise('sync-error', 'a', { title: 'still a' });
    expect(world.look()).toEqual({ said: [], nextMs: null });
    expect(world.get('a')).toMatchObject({ count: 2, title: 'still a' });
  });

  it('does not come back at once after a person has seen it, but after the hour it is new', () => {
    const world = open();
    world.raise('sync-error', 'a');
    world.live(13);
    world.see('a');
    world.raise('sync-error', 'a');
    expect(world.get('a')?.seenMs).not.toBeNull();
    world.pass(SAME_WITHIN_MS);
    world.raise('sync-error', 'a');
    expect(world.get('a')).toMatchObject({ seenMs: null, count: 1 });
    expect(world.live(20)).toHaveLength(1);
  });

  it('that goes on and on is told once an hour, not never', () => {
    const world = open();
    const said: string[] = [];
    for (let minute = 0; minute < 180; minute += 1) {
      world.raise('sync-error', 'a');
      world.pass(MINUTE_MS);
      said.push(...world.look().said);
    }
    expect(said).toHaveLength(3);
  });
});

describe('several of a kind', () => {
  it('in a burst are one notification, after a moment', () => {
    const world = open();
    for (const key of ['a', 'b', 'c', 'd']) world.raise('low-stock', key);
    expect(world.look()).toEqual({ said: [], nextMs: world.now() + 2000 });
    world.pass(2000);
    expect(world.look().said).toEqual(['4 products are low on stock #/products']);
  });

  it('that drip in are told once in ten minutes, and other kinds do not wait for them', () => {
    const world = open();
    world.raise('low-stock', 'a');
    world.pass(2000);
    expect(world.look().said).toHaveLength(1);
    world.raise('low-stock', 'b');
    world.raise('sync-error', 'x');
    world.pass(2000);
    expect(world.look().said).toEqual(['sync-error x #/products']);
    world.raise('low-stock', 'c');
    expect(world.live(13)).toEqual(['12:10 2 products are low on stock #/products']);
  });

  it('in several places open Home', () => {
    const world = open();
    world.raise('sync-error', 'a', { opens: '#/import' });
    world.raise('sync-error', 'b', { opens: '#/products' });
    expect(world.live(13)[0]).toMatch(/#\/home$/);
  });
});

describe('quiet hours', () => {
  const quiet = readQuietHours('22:00', '07:00');

  it('hold what can wait across midnight and tell it in one at their end', () => {
    const world = open({ quiet });
    world.goTo(23, 30);
    world.raise('low-stock', 'a');
    world.raise('low-stock', 'b');
    expect(world.look()).toEqual({ said: [], nextMs: DAY_MS + 31 * HOUR_MS });
    world.goTo(26);
    world.raise('sync-error', 'x');
    expect(world.live(40)).toEqual(['07:00 3 things happened while it was quiet #/home']);
  });

  it('tell nothing at their end of what was seen meanwhile', () => {
    const world = open({ quiet });
    world.goTo(23);
    world.raise('low-stock', 'a');
    world.see('a');
    expect(world.live(40)).toEqual([]);
  });

  it('do not hold a lost order or a failed print', () => {
    const world = open({ quiet });
    world.goTo(23);
    world.raise('lost-order', '4711');
    world.raise('failed-print', '4711p');
    world.pass(2000);
    expect(world.look().said).toEqual(['lost-order 4711 #/products', 'failed-print 4711p #/products']);
  });

  it('what came just before them is told in them no more', () => {
    const world = open({ quiet });
    world.goTo(21, 59);
    world.raise('low-stock', 'a');
    world.goTo(22);
    expect(world.live(40)).toEqual(['07:00 low-stock a #/products']);
  });
});

describe('an urgent alert', () => {
  it('repeats until it is seen, and not after', () => {
    const world = open();
    world.raise('lost-order', '4711');
    expect(world.live(12.55)).toEqual([
      '12:00 lost-order 4711 #/products',
      '12:10 again: lost-order 4711 #/products',
      '12:20 again: lost-order 4711 #/products',
      '12:30 again: lost-order 4711 #/products',
    ]);
    world.see('4711');
    expect(world.live(24)).toEqual([]);
  });

  it('of the same kind takes the waiting ones with it, so they repeat together', () => {
    const world = open();
    world.raise('lost-order', '1');
    world.pass(2000);
    world.look();
    world.pass(MINUTE_MS);
    world.raise('lost-order', '2');
    world.pass(2000);
    expect(world.look().said).toEqual(['2 web orders did not reach the till #/products']);
    expect(world.live(12.2).map((line) => line.slice(0, 12))).toEqual(['12:11 again:']);
  });

  it('one that can wait does not repeat', () => {
    const world = open();
    world.raise('sync-error', 'a');
    expect(world.live(24 * 3)).toHaveLength(1);
  });
});

it('a kind that is switched off is not told', () => {
  const world = open({ kinds: new Set<AlertKind>(['sync-error']) });
  world.raise('low-stock', 'a');
  expect(world.look()).toEqual({ said: [], nextMs: null });
});

it('an alert is one line of at most 300 characters and opens nothing but the window', () => {
  const world = open();
  world.raise('sync-error', 'a', {
    title: `bad\nname\u202e${'x'.repeat(400)}`,
    opens: 'https://thief.example/',
  });
  const alert = world.get('a');
  expect(alert?.title).toHaveLength(300);
  expect(alert?.title).toMatch(/^bad name x+…$/);
  expect(alert?.opens).toBe('#/home');
});
