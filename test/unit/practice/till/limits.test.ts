import { describe, expect, it } from 'vitest';
import { createMachineClock } from '../../../../src-practice/clock.ts';
import { createRandom } from '../../../../src-practice/random.ts';
import { ALL_PERMISSIONS, createPracticeTill } from '../../../../src-practice/till/till.ts';
import { createHandClock, MERCHANT, openTill } from './open-till.ts';

const LIMITED = { limits: { enabled: true } };

describe('requests per second', () => {
  it('the seventeenth within a second is a 429 without retry-after; a second later all is well', async () => {
    const { call, clock, till } = await openTill(LIMITED);
    for (let count = 0; count < 16; count += 1) {
      expect((await call('GET', '/tags')).status).toBe(200);
      clock.advance(50);
    }
    const refused = await call('GET', '/tags');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-tokenlimit')).toBe('16');
    expect(refused.headers.get('x-ratelimit-tokenconcurrentlimit')).toBeNull();
    expect(refused.headers.get('retry-after')).toBeNull();
    expect(till.counters.tooMany).toBe(1);
    // The first of the sixteen is a second old now.
    clock.advance(200);
    expect((await call('GET', '/tags')).status).toBe(200);
    expect((await call('GET', '/tags')).status).toBe(429);
  });

  it('each token has its own second, and limits can be off', async () => {
    const { call, till } = await openTill({ limits: { perSecond: 1 } });
    const other = till.tokens.add(ALL_PERMISSIONS);
    expect((await call('GET', '/tags')).status).toBe(200);
    expect((await call('GET', '/tags')).status).toBe(429);
    expect((await call('GET', '/tags', undefined, other)).status).toBe(200);
    const free = await openTill({ limits: { perSecond: 1, enabled: false } });
    expect((await free.call('GET', '/tags')).status).toBe(200);
    expect((await free.call('GET', '/tags')).status).toBe(200);
  });
});

describe('requests at once', () => {
  it('the sixth is a 429 that says how long to wait, and no slot is lost', async () => {
    const clock = createMachineClock();
    const { call, till } = await openTill({
      ...LIMITED,
      clock,
      holdMs: 150,
      answers: { retryAfterSeconds: 1 },
    });
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('GET', '/tags')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get('x-ratelimit-tokenconcurrentlimit')).toBe('5');
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(till.counters.maxInFlight).toBe(6);
    await clock.sleep(1000);
    const again = await Promise.all(Array.from({ length: 5 }, () => call('GET', '/tags')));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('calling before the wait is over starts it anew', async () => {
    const hand = createHandClock();
    const held: (() => void)[] = [];
    const sleep = () => new Promise<void>((resolve) => void held.push(resolve));
    const till = createPracticeTill({
      clock: { nowMs: hand.nowMs, sleep },
      random: createRandom(7),
      merchant: MERCHANT,
      limits: { inFlight: 1 },
      answers: { retryAfterSeconds: 5 },
      holdMs: 10,
    });
    const authorization = `Bearer ${till.tokens.add(ALL_PERMISSIONS)}`;
    const url = `/v3/merchants/${till.merchant.id}/tags`;
    const ask = async (): Promise<number> => {
      const headers = { authorization, 'user-agent': 'test' };
      const answer = till.handle({ method: 'GET', url, headers, body: '', origin: 'http://till' });
      // Each request that was let in sleeps twice.
      for (let half = 0; half < 2; half += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        held.splice(0).forEach((wake) => {
          wake();
        });
      }
      return (await answer).status;
    };
    const both = await Promise.all([ask(), ask()]);
    expect(both).toEqual([200, 429]);
    hand.advance(4000);
    expect(await ask()).toBe(429);
    hand.advance(4000);
    expect(await ask()).toBe(429);
    hand.advance(5000);
    expect(await ask()).toBe(200);
  });
});
