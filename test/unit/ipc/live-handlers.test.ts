import { describe, expect, it } from 'vitest';
import { makeConflict, makeParked, makeStockRow } from './fake-live-face.ts';
import { openLiveDesk } from './open-live-desk.ts';

const PAGE = { limit: 50, offset: 0 };

describe('conflicts in the window', () => {
  it('are told in words and carry the values as they are kept, with a count of each field', async () => {
    const { live, call } = openLiveDesk();
    const prices = [1, 2].map((id) => makeConflict({ id }));
    live.conflicts.push(
      ...prices,
      makeConflict({ id: 3, field: 'categories', base: ['K1'], till: ['K1', 'K2'], store: [] }),
    );
    const all = await call('conflicts:list', PAGE);
    expect(all.total).toBe(3);
    expect(all.fields).toEqual([
      { field: 'price', count: 2 },
      { field: 'categories', count: 1 },
    ]);
    expect(all.conflicts[2]).toMatchObject({
      till: ['Pizza', 'category K2'],
      seen: { till: ['K1', 'K2'], store: [] },
    });
    expect((await call('conflicts:list', { field: 'price', ...PAGE })).total).toBe(2);
  });

  it('an answer to values that have moved since is refused, and the list is to be read anew', async () => {
    const { live, call, refused, heard } = openLiveDesk();
    live.conflicts.push(makeConflict({ id: 1 }));
    const [shown] = (await call('conflicts:list', PAGE)).conflicts;
    live.conflicts[0] = makeConflict({ id: 1, store: 499 });
    const answer = { id: 1, take: 'till', seen: shown?.seen ?? { till: null, store: null } } as const;
    expect(await refused('conflicts:resolve', answer)).toBe('CONFLICT_STALE');
    expect(heard).toContain('conflicts:changed');
    const [fresh] = (await call('conflicts:list', PAGE)).conflicts;
    expect(fresh).toMatchObject({ store: 499, ruling: null });
    await call('conflicts:resolve', { ...answer, seen: fresh?.seen ?? answer.seen });
    expect((await call('conflicts:list', PAGE)).conflicts[0]?.ruling).toEqual({ take: 'till', value: null });
  });

  it('a value that nobody has is passed on as it was typed', async () => {
    const { live, call } = openLiveDesk();
    live.conflicts.push(makeConflict({ id: 1 }));
    await call('conflicts:resolve', { id: 1, take: 'value', value: 465, seen: { till: 450, store: 480 } });
    expect(live.conflicts[0]?.ruling).toMatchObject({ take: 'value', value: 465 });
  });

  it('“always do this” settles all of a field and stands as a rule until it is removed', async () => {
    const { live, call } = openLiveDesk();
    live.conflicts.push(
      makeConflict({ id: 1 }),
      makeConflict({ id: 2 }),
      makeConflict({ id: 3, field: 'name' }),
    );
    const all = { field: 'price', take: 'till', isAlways: true } as const;
    expect(await call('conflicts:resolveAll', all)).toEqual({ resolved: 2 });
    expect((await call('conflicts:list', PAGE)).total).toBe(1);
    expect(await call('rules:list', {})).toEqual([{ field: 'price', take: 'till', sinceMs: 1_000 }]);
    expect(await call('rules:remove', { field: 'price' })).toEqual({ isRemoved: true });
    expect(await call('rules:remove', { field: 'price' })).toEqual({ isRemoved: false });
    expect(await call('rules:list', {})).toEqual([]);
  });

  it('without “always” no rule is made', async () => {
    const { live, call } = openLiveDesk();
    live.conflicts.push(makeConflict({ id: 1 }));
    await call('conflicts:resolveAll', { field: 'price', take: 'store', isAlways: false });
    expect(await call('rules:list', {})).toEqual([]);
  });
});

describe('stock in the window', () => {
  it('has a threshold of its own for a product, and goes back to the one for all', async () => {
    const { live, call, refused } = openLiveDesk();
    live.stock.push(makeStockRow({ linkId: 1 }));
    await call('stock:setThreshold', { cloverId: 'C1', threshold: 20 });
    const own = await call('stock:list', PAGE);
    expect(own.rows[0]).toMatchObject({ threshold: 20, hasOwnThreshold: true });
    await call('stock:setThreshold', { cloverId: 'C1', threshold: null });
    expect((await call('stock:list', PAGE)).rows[0]).toMatchObject({ threshold: 5, hasOwnThreshold: false });
    expect(await refused('stock:setThreshold', { cloverId: 'C9', threshold: 1 })).toBe('USE_UNKNOWN_PRODUCT');
    expect(await refused('stock:setThreshold', { cloverId: 'C1', threshold: -1 })).toBe('IPC_BAD_PAYLOAD');
  });

  it('is sold out until a time, and put back by hand', async () => {
    const { live, call } = openLiveDesk();
    live.stock.push(makeStockRow({ linkId: 1 }));
    await call('stock:setSoldOut', { cloverId: 'C1', soldOut: { untilMs: 9_000 } });
    expect((await call('stock:list', PAGE)).rows[0]?.soldOut).toEqual({ backMs: 9_000 });
    await call('stock:setSoldOut', { cloverId: 'C1', soldOut: null });
    expect((await call('stock:list', PAGE)).rows[0]?.soldOut).toBeNull();
  });

  it('counts every word whatever is filtered, and tells why a count is what it is', async () => {
    const { live, call } = openLiveDesk();
    live.stock.push(makeStockRow({ linkId: 1 }), makeStockRow({ linkId: 2, word: 'oversold', till: -2 }));
    const oversold = await call('stock:list', { word: 'oversold', ...PAGE });
    expect(oversold.rows.map(({ linkId }) => linkId)).toEqual([2]);
    expect(oversold.counts).toMatchObject({ oversold: 1, enough: 1, low: 0 });
    const { moves } = await call('stock:moves', { cloverId: 'C2', limit: 10 });
    expect(moves[0]).toMatchObject({ reason: 'sale', side: 'store', orderId: '1041', pieces: -2 });
  });

  it('comes out as a file that spreadsheets read, and a wrong file is refused by its line', async () => {
    const { live, call, refused } = openLiveDesk();
    live.stock.push(makeStockRow({ linkId: 1 }));
    expect((await call('stock:exportCsv', {})).text.startsWith('\ufeffName')).toBe(true);
    expect(await refused('stock:planCsv', { text: 'Name\r\n' })).toBe('CSV_REFUSED');
  });

  it('a fresh comparison names what differs, and with the fix what it brought in step', async () => {
    const { live, call } = openLiveDesk();
    live.stock.push(makeStockRow({ linkId: 1 }));
    const looked = await call('stock:drift', { isFix: false });
    expect(looked).toMatchObject({ drifts: [{ name: 'Product 1', why: 'waiting' }], fixed: 0 });
    expect(await call('stock:drift', { isFix: true })).toEqual({ drifts: [], fixed: 1 });
  });
});

describe('what was set aside', () => {
  it('says why, and is tried again one by one or all at once', async () => {
    const { live, call } = openLiveDesk();
    live.parked.push(makeParked(1), makeParked(2), makeParked(3));
    const { rows, total } = await call('parked:list', PAGE);
    expect([total, rows[0]?.failure.code]).toEqual([3, 'WOO_SKU_TAKEN']);
    expect(await call('parked:retry', { ids: [1] })).toEqual({ retried: 1 });
    expect(await call('parked:retry', { ids: 'all' })).toEqual({ retried: 2 });
    expect((await call('parked:list', PAGE)).total).toBe(0);
  });

  it('a product is looked at again on demand; one that is gone is left out', async () => {
    const { live, call } = openLiveDesk();
    live.stock.push(makeStockRow({ linkId: 1 }));
    expect(await call('products:resync', { linkIds: [1, 4711] })).toEqual({ hinted: 1 });
    expect(live.asked).toContain('hint till C1');
  });
});
