import { describe, expect, it } from 'vitest';
import { createMachineClock } from '../../../src-practice/clock.ts';
import { startPractice } from '../../../src-practice/practice.ts';
import { type RunningService, serve } from '../../../src-practice/serve.ts';
import type { WireService } from '../../../src-practice/wire.ts';
import { openPractice } from './open-practice.ts';

/** A service on a port whose neighbour below is free. */
async function blockSecondOfTwoPorts(): Promise<{ blocker: RunningService; taken: number }> {
  const clock = createMachineClock();
  const nothing: WireService = { handle: async () => ({ status: 200, headers: {}, body: '' }) };
  for (;;) {
    const blocker = await serve(nothing, { clock });
    const taken = Number(new URL(blocker.url).port);
    const below = await serve(nothing, { clock, port: taken - 1 }).catch(() => undefined);
    await below?.close();
    if (below) return { blocker, taken };
    await blocker.close();
  }
}

describe('starting practice', () => {
  it('opens a pizzeria that the token can read and an empty store that the key can read', async () => {
    const practice = await openPractice({ menu: 'pizza' });
    const items = await practice.readTill('/items?limit=1000');
    expect(items.json.elements).toHaveLength(practice.facts.items);
    const names = items.json.elements.map((item: { name: string }) => item.name);
    expect(names).toEqual(expect.arrayContaining(['The Greek Pizza XX-Large', 'Tiramisù']));
    expect((await practice.readTill('')).json).toMatchObject({ name: 'Corner Oven Pizzeria' });
    expect((await practice.readTill('/properties')).json).toMatchObject({
      defaultCurrency: 'USD',
      timezone: 'America/New_York',
      vat: false,
      trackStock: true,
      updateStock: true,
    });
    expect(await practice.readStore('/products')).toEqual({ status: 200, json: [] });
  });

  it('gives every key, option and name of a generated menu to the till', async () => {
    const { facts, tillService } = await openPractice({ menu: 'generated', items: 600, seed: 5 });
    const rows = [...tillService.state.items.values()];
    const live = rows.filter((row) => row.deletedTime === undefined);
    expect([live.length, rows.length - live.length]).toEqual([600, 6]);
    expect(live.filter((row) => row.itemGroupId !== undefined)).toHaveLength(facts.groupedItems);
    expect(tillService.state.itemStocks.size).toBe(facts.countedItems);
    expect(live.length - new Set(live.map((row) => row.name)).size).toBe(facts.duplicateNames);
    expect(live.filter((row) => !row.available)).toHaveLength(facts.unavailableItems);
  });

  it('opens an empty till for an empty menu and for no items', async () => {
    for (const options of [{ menu: 'empty' }, { menu: 'generated', items: 0 }] as const) {
      const practice = await openPractice(options);
      expect((await practice.readTill('/items')).json.elements).toEqual([]);
      expect((await practice.readTill('')).json).toMatchObject({ name: 'Practice Merchant' });
    }
  });

  it('draws the same ids for the same seed, and new secrets every time', async () => {
    const [first, second] = [await openPractice({ menu: 'pizza' }), await openPractice({ menu: 'pizza' })];
    expect([...second.tillService.state.items.keys()]).toEqual([...first.tillService.state.items.keys()]);
    expect(second.till.merchant).toBe(first.till.merchant);
    expect(second.till.token).not.toBe(first.till.token);
    expect(second.store.secret).not.toBe(first.store.secret);
    expect(first.till.token).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(first.store.key).toMatch(/^ck_[0-9a-f]{40}$/);
    expect(first.store.secret).toMatch(/^cs_[0-9a-f]{40}$/);
  });

  it('puts the store on the port after the till, and leaves nothing open when that is taken', async () => {
    const { blocker, taken } = await blockSecondOfTwoPorts();
    await expect(startPractice({ menu: 'empty', port: taken - 1 })).rejects.toThrow('EADDRINUSE');
    await blocker.close();
    const practice = await openPractice({ menu: 'empty', port: taken - 1 });
    expect([practice.till.url, practice.store.url]).toEqual([
      `http://127.0.0.1:${taken - 1}`,
      `http://127.0.0.1:${taken}`,
    ]);
  });

  it('delays both sides once, and the till holds the slot meanwhile', async () => {
    const practice = await openPractice({ menu: 'empty', latencyMs: 120 });
    const measure = async (read: () => Promise<unknown>): Promise<number> => {
      const startedMs = performance.now();
      await read();
      return performance.now() - startedMs;
    };
    await practice.readTill('');
    for (const read of [() => practice.readTill(''), () => practice.readStore('/products')]) {
      const tookMs = await measure(read);
      expect(tookMs).toBeGreaterThanOrEqual(118);
      expect(tookMs).toBeLessThan(230);
    }
    const crowd = await Promise.all(Array.from({ length: 8 }, () => practice.readTill('')));
    expect(crowd.filter((answer) => answer.status === 429)).toHaveLength(3);
  });

  it('lifts the limits, sets the currency and passes switches and answers on', async () => {
    const practice = await openPractice({
      menu: 'empty',
      limits: false,
      currency: 'CAD',
      latencyMs: 20,
      storeSwitches: { rest: false },
      tillAnswers: { unauthorizedMessage: 'who are you' },
    });
    const crowd = await Promise.all(Array.from({ length: 30 }, () => practice.readTill('/properties')));
    expect(crowd.filter((answer) => answer.status !== 200)).toEqual([]);
    expect(crowd[0]?.json.defaultCurrency).toBe('CAD');
    expect((await practice.readStore('/products')).status).not.toBe(200);
    const stranger = await fetch(`${practice.till.url}/v3/merchants/${practice.till.merchant}`, {
      headers: { authorization: 'Bearer nobody' },
    });
    expect(await stranger.json()).toEqual({ message: 'who are you' });
  });

  it('takes the time a real store does when asked to', async () => {
    const practice = await openPractice({ menu: 'empty', work: 'measured' });
    const startedMs = performance.now();
    await practice.readStore('/products');
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(38);
    expect(practice.storeService.counters.workMs).toBe(40);
  });
});
