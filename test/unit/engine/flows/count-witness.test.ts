import { expect, it } from 'vitest';
import { createFailure } from '../../../../src-main/domain/failure.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import { witnessCounts } from '../../../../src-main/engine/flows/count-witness.ts';

type Deps = Parameters<typeof witnessCounts>[0];

/** One count whose write was tried from nine pieces, and a till that answers so. */
function openWitness(answer: Outcome<number | null>) {
  let payload = JSON.stringify({ stockDelta: -2, from: 9 });
  let asked = 0;
  const outbox = {
    listTriedCounts: () => [{ seq: 1, cloverId: 'ITEM', payload }],
    setPayload: (_seq: number, text: string) => {
      payload = text;
    },
  };
  const readStock = async () => {
    asked += 1;
    return answer;
  };
  const deps = { ledger: { outbox }, till: { readStock } } as unknown as Deps;
  return { witness: () => witnessCounts(deps), read: () => JSON.parse(payload), asked: () => asked };
}

it('a count is seen once, before the first call that moves it', async () => {
  const { witness, read, asked } = openWitness({ kind: 'done', value: 9, requestId: '' });
  await witness();
  await witness();
  expect(asked()).toBe(1);
  expect(read()).toEqual({ stockDelta: -2, from: 9, seen: 9 });
});

it('a till that is busy is not waited for: nobody saw the count then', async () => {
  const failure = createFailure('NET_UNREACHABLE', { host: 'the till' });
  const { witness, read, asked } = openWitness({ kind: 'retryAfter', delayMs: 600_000, failure });
  await witness();
  expect(asked()).toBe(1);
  expect(read()).toEqual({ stockDelta: -2, from: 9, seen: null });
});

it('what is gone from the till is left to whoever settles it', async () => {
  const failure = createFailure('CLOVER_REFUSED', { detail: 'Not Found' });
  const { witness, read } = openWitness({ kind: 'rejected', status: 404, failure });
  await witness();
  expect(read()).toEqual({ stockDelta: -2, from: 9 });
});
