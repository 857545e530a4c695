import { describe, expect, it } from 'vitest';
import { writeTrayMenu } from '../../../src-main/shell/tray-menu.ts';
import { readTrayState, type TrayFacts } from '../../../src-main/shell/tray-state.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';

const failure = { code: 'NET_REFUSED', message: 'It does not answer.', hint: 'Try again.' };
const status = {
  mode: 'real',
  reach: { till: null, store: null, askedMs: null },
  products: { synced: 5 },
  queue: { waiting: 0, parked: 0 },
  unfinishedRunId: null,
  activeRunId: null,
} as unknown as StatusShape;

const read = (given: Partial<StatusShape> = {}, facts: Partial<TrayFacts> = {}): string => {
  const { icon, sentence } = readTrayState({
    status: { ...status, ...given },
    progress: null,
    pausedUntil: null,
    isOnline: true,
    troubledOrders: 0,
    ...facts,
  });
  return `${icon}: ${sentence}`;
};

describe('the tray says the most pressing thing', () => {
  it('a web order that needs somebody before all, then a pause, what is not set up, the network, a side, the work', () => {
    const all: Partial<StatusShape> = {
      reach: { till: failure, store: null, askedMs: 1 },
      activeRunId: 3,
      products: { error: 1 } as StatusShape['products'],
    };
    expect(read(all, { pausedUntil: '14:30', isOnline: false, troubledOrders: 1 })).toBe(
      'trouble: 1 web order needs you.',
    );
    expect(read({}, { troubledOrders: 3 })).toBe('trouble: 3 web orders need you.');
    expect(read(all, { isSafe: true, pausedUntil: '14:30', isOnline: false })).toBe(
      'trouble: Safe mode: nothing is kept in step. Open Tillbridge.',
    );
    expect(read({ ...all, mode: 'setup' }, { pausedUntil: '14:30', isOnline: false })).toBe(
      'waiting: Paused until 14:30.',
    );
    expect(read({ ...all, mode: 'setup' }, { isOnline: false })).toBe('waiting: Not set up yet.');
    expect(read(all, { isOnline: false })).toBe('trouble: This computer has no network.');
    expect(read(all)).toBe('trouble: Cannot reach the till.');
    expect(read({ ...all, reach: status.reach })).toBe('working: Working.');
    expect(read({ ...all, reach: status.reach, activeRunId: null })).toBe('trouble: 1 thing needs you.');
    expect(read()).toBe('in-step: Everything is in step.');
  });

  it('counts what needs a person: errors, conflicts, parked work, a run that is not at its end', () => {
    const products = { error: 2, conflict: 3 } as StatusShape['products'];
    const queue = { ...status.queue, parked: 4 };
    expect(read({ products, queue, unfinishedRunId: 7 })).toBe('trouble: 10 things need you.');
  });
});

describe('the tray’s menu', () => {
  const did: string[] = [];
  const actions = {
    open: () => void did.push('open'),
    openOrders: () => void did.push('orders'),
    syncNow: () => void did.push('sync'),
    pause: (minutes: number) => void did.push(`pause ${minutes}`),
    goOn: () => void did.push('go on'),
    setStartsAtLogin: (isOn: boolean) => void did.push(`login ${isOn}`),
    quit: () => void did.push('quit'),
  };
  const facts = {
    sentence: 'Everything is in step.',
    isPaused: false,
    isSetUp: true,
    isWorking: false,
    startsAtLogin: false,
    troubledOrders: 0,
  };

  it('each entry does what it says', () => {
    const menu = writeTrayMenu({ ...facts, troubledOrders: 2 }, actions);
    for (const { click } of menu) click?.({ checked: true } as never, undefined as never, undefined as never);
    expect(did).toEqual(['orders', 'open', 'sync', 'pause 15', 'pause 60', 'login true', 'quit']);
  });

  it('a paused app offers to go on instead of a pause; a working one no second sync', () => {
    const labels = writeTrayMenu({ ...facts, isPaused: true }, actions).map(({ label }) => label);
    expect(labels).toContain('Go on now');
    expect(labels).not.toContain('Show what happened');
    expect(labels.join()).not.toContain('Pause for');
    const sync = writeTrayMenu({ ...facts, isWorking: true }, actions).find(
      ({ label }) => label === 'Sync now',
    );
    expect(sync?.enabled).toBe(false);
  });
});
