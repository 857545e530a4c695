import { describe, expect, it } from 'vitest';
import { asCloverId } from '../../../src-main/domain/ids.ts';
import type { Ledger, StockWord } from '../../../src-main/engine/ledger-ports.ts';
import { makeLedger, putProduct } from './make-ledger.ts';

const LOW = 5;
const ALL = { lowThreshold: LOW, limit: 1000, offset: 0 };
/** As many CPU milliseconds as a page may take; wall time depends on what else the machine does. */
const MOST_MS = 50;

function put(ledger: Ledger, at: number, till: number | null, store: number | null): number {
  const id = putProduct(ledger, `C${String(at).padStart(5, '0')}`, at);
  ledger.shadows.put(id, { stock: { till, sent: till, store } });
  return id;
}

const list = (ledger: Ledger, words?: readonly StockWord[]): (string | number | null)[][] =>
  ledger.listings.stock({ ...ALL, words }).map(({ name, till, store, word }) => [name, till, store, word]);

describe('the list of counts', () => {
  it('has oversold, out and low first, by the lesser of both counts', () => {
    const { ledger } = makeLedger();
    put(ledger, 1, 50, 50);
    put(ledger, 2, null, null);
    put(ledger, 3, 5, 60);
    put(ledger, 4, 9, 0.5);
    put(ledger, 5, -1, 3);
    put(ledger, 6, null, 6);
    putProduct(ledger, 'C00007', 7);
    expect(list(ledger)).toEqual([
      ['Item C00005', -1, 3, 'oversold'],
      ['Item C00004', 9, 0.5, 'out'],
      ['Item C00003', 5, 60, 'low'],
      ['Item C00001', 50, 50, 'enough'],
      ['Item C00006', null, 6, 'enough'],
      ['Item C00002', null, null, 'untracked'],
      ['Item C00007', null, null, 'untracked'],
    ]);
    expect(list(ledger, ['out', 'low'])).toHaveLength(2);
    expect(ledger.listings.countStock(LOW)).toEqual({
      ...{ conflict: 0, oversold: 1, out: 1, low: 1, enough: 2, untracked: 2, 'sold-out': 0 },
    });
    expect(ledger.listings.countStock(6)).toMatchObject({ low: 2, enough: 1 });
  });

  it('shows of an open conflict what each side says, first of all', () => {
    const { ledger } = makeLedger();
    put(ledger, 1, 0, 0);
    const id = put(ledger, 2, 11, 11);
    put(ledger, 3, 50, 50);
    const price = put(ledger, 4, 60, 60);
    ledger.conflicts.open({ linkId: id, field: 'stock', base: 11, till: 28, store: 40 }, 1);
    ledger.conflicts.open({ linkId: price, field: 'price', base: 1, till: 2, store: 3 }, 1);
    expect(list(ledger)).toEqual([
      ['Item C00002', 28, 40, 'conflict'],
      ['Item C00001', 0, 0, 'out'],
      ['Item C00003', 50, 50, 'enough'],
      ['Item C00004', 60, 60, 'enough'],
    ]);
    expect(list(ledger, ['conflict'])).toHaveLength(1);
    expect(ledger.listings.countStock(LOW)).toMatchObject({ conflict: 1, out: 1, enough: 2 });
    ledger.conflicts.close(id, 'stock');
    expect(list(ledger, ['enough'])[0]).toEqual(['Item C00002', 11, 11, 'enough']);
  });

  it('goes by a product’s own threshold, and tells who was sold out by hand', () => {
    const { ledger } = makeLedger();
    const own = put(ledger, 1, 20, 20);
    const off = put(ledger, 2, 20, 20);
    ledger.stockRules.put({ linkId: own, lowThreshold: 20, soldOut: null });
    ledger.stockRules.put({ linkId: off, lowThreshold: null, soldOut: { backMs: 7 } });
    expect(ledger.listings.stock(ALL)).toMatchObject([
      { linkId: own, word: 'low', threshold: 20, hasOwnThreshold: true, soldOut: null },
      { linkId: off, word: 'sold-out', threshold: LOW, hasOwnThreshold: false, soldOut: { backMs: 7 } },
    ]);
  });

  it('calls sold out what was switched off by hand or on a side, counted or not, however many are left', () => {
    const { ledger } = makeLedger();
    const [byHand, onTill, uncounted] = [
      put(ledger, 1, 20, 20),
      put(ledger, 2, 20, 20),
      put(ledger, 3, null, null),
    ];
    put(ledger, 4, 20, 20);
    const off = { till: 'off', sent: 'off', store: 'off' };
    const hidden = { till: 'hidden', sent: 'hidden', store: 'hidden' };
    const stock = { till: 20, sent: 20, store: 20 };
    ledger.stockRules.put({ linkId: byHand, lowThreshold: null, soldOut: { backMs: null } });
    ledger.shadows.put(onTill, { stock, availability: off });
    ledger.shadows.put(uncounted, { availability: off });
    ledger.shadows.put(put(ledger, 5, 0, 0), { stock: { till: 0, sent: 0, store: 0 }, availability: off });
    // A name may hold the word, and what is hidden was not sold out.
    ledger.shadows.put(put(ledger, 6, 20, 20), {
      ...{ stock, availability: hidden },
      name: { till: 'off', sent: 'off', store: 'off' },
    });
    expect(list(ledger).map(([name, , , word]) => [name, word])).toEqual([
      ['Item C00005', 'out'],
      ['Item C00001', 'sold-out'],
      ['Item C00002', 'sold-out'],
      ['Item C00003', 'sold-out'],
      ['Item C00004', 'enough'],
      ['Item C00006', 'enough'],
    ]);
    expect(ledger.listings.countStock(LOW)).toMatchObject({ out: 1, 'sold-out': 3, enough: 2 });
  });

  it('finds by a part of the name or the SKU, and counts what it finds', () => {
    const { ledger } = makeLedger();
    for (const at of [1, 2, 12]) put(ledger, at, 20, 20);
    const find = (search: string) => ledger.listings.stock({ ...ALL, search }).map(({ name }) => name);
    expect(find('item c0000')).toEqual(['Item C00001', 'Item C00002']);
    expect(find('%')).toEqual([]);
    expect(ledger.listings.countStock(LOW, 'C00012')).toMatchObject({ enough: 1 });
    ledger.links.put({
      ...{ kind: 'product', cloverId: asCloverId('C00013'), wooId: null, parentWooId: null, groupId: null },
      ...{ name: 'Cola', sku: 'COLA-33', status: 'synced', lastSyncedMs: 1 },
    });
    expect(find('ola-3')).toEqual(['Cola']);
  });

  it('leaves out categories, groups as a whole and what is gone', () => {
    const { ledger } = makeLedger();
    const gone = put(ledger, 1, 1, 1);
    ledger.links.setStatus(gone, 'deleted');
    const base = {
      wooId: null,
      parentWooId: null,
      name: 'G',
      sku: '',
      status: 'synced' as const,
      lastSyncedMs: 1,
    };
    const group = asCloverId('GROUP');
    ledger.links.put({ ...base, kind: 'category', cloverId: asCloverId('CAT'), groupId: null });
    ledger.links.put({ ...base, kind: 'product', cloverId: group, groupId: group });
    ledger.links.put({ ...base, kind: 'variation', cloverId: asCloverId('V'), groupId: group });
    expect(ledger.listings.stock(ALL).map(({ cloverId }) => cloverId)).toEqual(['V']);
  });

  it(`of twenty thousand products gives any page in ${MOST_MS} ms`, () => {
    const { ledger } = makeLedger();
    ledger.transaction(() => {
      for (let at = 1; at <= 20_000; at += 1) put(ledger, (at * 7919) % 20_011, at % 97, at % 89);
    });
    const measure = (work: () => unknown): number =>
      Math.min(
        ...Array.from({ length: 5 }, () => {
          const from = process.cpuUsage();
          work();
          const { user, system } = process.cpuUsage(from);
          return (user + system) / 1000;
        }),
      );
    const took = {
      first: measure(() => ledger.listings.stock({ ...ALL, limit: 200 })),
      last: measure(() => ledger.listings.stock({ ...ALL, limit: 200, offset: 19_800 })),
      low: measure(() => ledger.listings.stock({ ...ALL, limit: 200, words: ['low'] })),
      counts: measure(() => ledger.listings.countStock(LOW)),
    };
    console.log(`  ${JSON.stringify(took)}`);
    expect(Object.values(took).filter((tookMs) => tookMs >= MOST_MS)).toEqual([]);
  });
});
