import { describe, expect, it } from 'vitest';
import { asCloverId } from '../../../src-main/domain/ids.ts';
import { createCountGuard } from '../../../src-main/engine/count-guard.ts';
import type { TillPort } from '../../../src-main/engine/ports.ts';

describe('a count that is read and written', () => {
  it('is not moved in between by an order of ours, and is old once one may have moved it', async () => {
    const guard = createCountGuard();
    const deeds: string[] = [];
    const note = (what: string) => async () => {
      deeds.push(what);
      return { kind: 'done' as const, value: undefined, requestId: '' };
    };
    const orders = {
      addLines: note('lines'),
      recordPayment: note('payment'),
      deleteOrder: note('end'),
    } as unknown as TillPort['orders'];
    const till = guard.guardTill({ orders } as TillPort, async () => void deeds.push('witness'));
    let finish: () => void = () => undefined;
    const written = guard.till.take(async () => {
      deeds.push('read');
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      deeds.push('written');
    });
    const before = guard.tillVersion();
    const placed = till.orders.addLines(asCloverId('ORDER'), []);
    await new Promise((resolve) => setImmediate(resolve));
    expect(deeds).toEqual(['read']);
    finish();
    await Promise.all([written, placed]);
    expect(deeds).toEqual(['read', 'written', 'witness', 'lines']);
    expect(guard.tillVersion()).not.toBe(before);
  });
});
