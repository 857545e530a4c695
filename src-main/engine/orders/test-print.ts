import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { TillOrderPort } from '../order-ports.ts';
import type { Clock, Timers } from '../ports.ts';

const PROOF_MS = 30_000;
const LOOK_EVERY_MS = 1_000;
const WORDS = 'Test ticket: please throw it away';

interface TestParts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly signal: AbortSignal;
}

export interface TestPrint {
  readonly isPrinted: boolean;
  readonly failure: Failure | null;
}

/** Prints one ticket that says it is a test, from an order that nobody sees, and takes the order away again. */
export async function printTest(till: TillOrderPort, parts: TestParts): Promise<Attempt<TestPrint>> {
  const begun = await till.beginOrder({
    reference: `TBTEST${String(parts.clock.nowMs()).slice(-6)}`,
    title: WORDS,
    note: WORDS,
    orderTypeId: null,
    isTaxRemoved: true,
    customerId: null,
  });
  if (begun.kind !== 'done') return fail(begun.failure);
  const printed = await printOrder(till, begun.value, parts);
  // It was never shown: what cannot be deleted bothers nobody.
  await till.deleteOrder(begun.value);
  return printed;
}

async function printOrder(till: TillOrderPort, id: CloverId, parts: TestParts): Promise<Attempt<TestPrint>> {
  const line = {
    storeLineId: null,
    kind: 'text',
    itemId: null,
    name: WORDS,
    priceAmount: 0,
    modifications: [],
    note: '',
    isRevenue: false,
  } as const;
  const filled = await till.addLines(id, [line]);
  if (filled.kind !== 'done') return fail(filled.failure);
  const asked = await till.print(id);
  if (asked.kind !== 'done') return succeed({ isPrinted: false, failure: asked.failure });
  return succeed(await lookForProof(till, id, asked.value, parts));
}

async function lookForProof(
  till: TillOrderPort,
  id: CloverId,
  printId: CloverId,
  { clock, timers, signal }: TestParts,
): Promise<TestPrint> {
  const startedMs = clock.monotonicMs();
  while (clock.monotonicMs() - startedMs < PROOF_MS && !signal.aborted) {
    const order = await till.readOrder(id);
    const lines = order.kind === 'done' ? (order.value?.lines ?? []) : [];
    if (lines.length > 0 && lines.every(({ isPrinted }) => isPrinted))
      return { isPrinted: true, failure: null };
    const print = await till.readPrint(printId);
    if (print.kind === 'done' && print.value === 'done') return { isPrinted: true, failure: null };
    if (print.kind === 'done' && print.value === 'failed')
      return { isPrinted: false, failure: createFailure('ORDER_TEST_NOT_PRINTED') };
    await timers.sleep(LOOK_EVERY_MS, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
  return { isPrinted: false, failure: createFailure('ORDER_TEST_UNPROVED') };
}
