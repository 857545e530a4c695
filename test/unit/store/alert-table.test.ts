import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type AlertKind, mergeAlert } from '../../../src-main/domain/alert.ts';
import type { Ledger } from '../../../src-main/engine/ledger-ports.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const openLedger = (): Ledger =>
  createLedger(openDatabase({ file: join(makeTemporaryFolder(), 'a.sqlite'), nativeBinding: null }));

function put({ alerts }: Ledger, key: string, atMs: number, kind: AlertKind = 'sync-error'): number {
  const alert = { kind, key, title: key, body: '', opens: '#/home' };
  alerts.put(mergeAlert(alert, alerts.find(key), atMs));
  return alerts.find(key)?.id ?? 0;
}

const keys = (alerts: readonly { readonly key: string }[]): string => alerts.map(({ key }) => key).join(' ');

it('an alert is read as it was kept, and the same key stays the same row', () => {
  const ledger = openLedger();
  const id = put(ledger, 'a', 1000);
  ledger.alerts.markTold([id], 'mail', 1500);
  expect(put(ledger, 'a', 2000)).toBe(id);
  expect(ledger.alerts.find('a')).toEqual({
    id,
    kind: 'sync-error',
    key: 'a',
    title: 'a',
    body: '',
    opens: '#/home',
    count: 2,
    sinceMs: 1000,
    lastMs: 2000,
    seenMs: null,
    toldMs: { desktop: null, mail: 1500 },
  });
  ledger.alerts.remove(id);
  expect(ledger.alerts.find('a')).toBeNull();
});

it('the unseen come oldest first to be told, and first and newest first to be read', () => {
  const ledger = openLedger();
  const [, , c = 0] = ['a', 'b', 'c'].map((key, at) => put(ledger, key, at));
  expect(ledger.alerts.markSeen([c, 99], 5)).toBe(1);
  expect(ledger.alerts.markSeen([c], 6)).toBe(0);
  expect(keys(ledger.alerts.unseen())).toBe('a b');
  expect(ledger.alerts.countUnseen()).toBe(2);
  expect(keys(ledger.alerts.page({ limit: 10, offset: 0 }))).toBe('b a c');
  expect(keys(ledger.alerts.page({ limit: 1, offset: 1 }))).toBe('a');
});

it('when a kind was told last is known for each outlet, also of what was seen', () => {
  const ledger = openLedger();
  const [a, b] = [put(ledger, 'a', 1), put(ledger, 'b', 2)];
  ledger.alerts.markTold([a], 'desktop', 10);
  ledger.alerts.markTold([b], 'desktop', 20);
  ledger.alerts.markTold([a], 'mail', 5);
  ledger.alerts.markSeen([a, b], 30);
  expect([...ledger.alerts.lastTold('desktop')]).toEqual([['sync-error', 20]]);
  expect([...ledger.alerts.lastTold('mail')]).toEqual([['sync-error', 5]]);
});

it('when there are too many, seen ones go first and an urgent one that nobody has seen last', () => {
  const ledger = openLedger();
  put(ledger, 'urgent', 1, 'lost-order');
  put(ledger, 'old', 2);
  const seen = [put(ledger, 'seen', 9), put(ledger, 'seen-urgent', 8, 'lost-order')];
  put(ledger, 'new', 3);
  ledger.alerts.markSeen(seen, 10);
  expect(ledger.alerts.prune(5)).toBe(0);
  const left: string[] = [];
  for (const most of [3, 2, 1]) {
    ledger.alerts.prune(most);
    left.push(keys(ledger.alerts.page({ limit: 10, offset: 0 })));
  }
  expect(left).toEqual(['new old urgent', 'new urgent', 'urgent']);
});
