import { createFailure, type Failure } from '../../domain/failure.ts';
import { foldText } from '../../domain/name-fold.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { TillDesk, TillOrderPort } from '../order-ports.ts';
import type { Clock } from '../ports.ts';
import type { DeskKeeper } from './order-context.ts';

/** Order types and tenders hardly ever change; one that a person has just made is seen after this. */
const FRESH_MS = 60_000;
const EXTERNAL_PAYMENT = 'com.clover.tender.external_payment';

export interface DeskKeeperParts {
  readonly till: TillOrderPort;
  readonly clock: Clock;
  readonly settings: () => Settings;
  /** Where customers may not be kept without their leave (clover.md 8). */
  readonly leavesCustomersOut: () => boolean;
}

/** Finds, or makes where it may, what an order needs on the till; what is missing is told by name. */
export function createDeskKeeper({ till, clock, settings, leavesCustomersOut }: DeskKeeperParts): DeskKeeper {
  let known: { readonly desk: TillDesk; readonly atMs: number } | null = null;
  const readDesk = async (): Promise<Attempt<TillDesk>> => {
    if (known && clock.monotonicMs() - known.atMs < FRESH_MS) return succeed(known.desk);
    const read = await till.readDesk();
    if (read.kind !== 'done') return fail(read.failure);
    known = { desk: read.value, atMs: clock.monotonicMs() };
    return succeed(read.value);
  };
  /** What a person may have made meanwhile is looked for before it is called missing. */
  const forget = (): void => {
    known = null;
  };
  const made = <T>(outcome: Outcome<T>, missing: Failure): Attempt<T> => {
    forget();
    if (outcome.kind === 'done') return succeed(outcome.value);
    return fail(outcome.kind === 'rejected' ? missing : outcome.failure);
  };
  return {
    findOrderType: async () => {
      const desk = await readDesk();
      if (!desk.ok) return desk;
      const name = settings()['orders.typeName'];
      const found = desk.value.orderTypes.find(({ label }) => foldText(label) === foldText(name));
      if (found) return succeed(found.id);
      return made(await till.createOrderType(name), createFailure('ORDER_NO_TYPE', { name }));
    },
    findTender: async () => {
      const desk = await readDesk();
      if (!desk.ok) return desk;
      const name = settings()['orders.tender'];
      const usable = desk.value.tenders.filter(({ isUsable }) => isUsable);
      const found =
        usable.find(({ label }) => foldText(label) === foldText(name)) ??
        usable.find(({ labelKey }) => labelKey === EXTERNAL_PAYMENT);
      if (found) return succeed(found.id);
      return made(await till.createTender(name), createFailure('ORDER_NO_TENDER', { name }));
    },
    findCustomer: async ({ customer }) => {
      if (settings()['orders.customer'] !== 'full' || leavesCustomersOut()) return succeed(null);
      const { firstName, lastName, email, phone } = customer;
      if (email === '' && phone === '') return succeed(null);
      const found = await till.findCustomer({ email, phone });
      if (found.kind !== 'done') return fail(found.failure);
      if (found.value !== null) return succeed(found.value);
      const created = await till.createCustomer({ firstName, lastName, email, phone });
      return created.kind === 'done' ? succeed(created.value) : fail(created.failure);
    },
  };
}
