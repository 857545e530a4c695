import { createFailure, type Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import { foldText } from '../../domain/name-fold.ts';
import { cleanLine } from '../../domain/orders/ticket-text.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Settings } from '../../domain/settings.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { TillDesk, TillOrderPort } from '../order-ports.ts';
import type { Clock } from '../ports.ts';
import type { DeskKeeper } from './order-context.ts';

/** Order types and tenders hardly ever change; one that a person has just made is seen after this. */
const FRESH_MS = 60_000;
/** Customers that are remembered. */
const MOST_CUSTOMERS = 200;
const EXTERNAL_PAYMENT = 'com.clover.tender.external_payment';

export interface DeskKeeperParts {
  /** As it is open now: the keeper outlasts every run of the engine, and a till that was opened for one ends with it. */
  readonly till: () => TillOrderPort;
  readonly clock: Clock;
  readonly settings: () => Settings;
  /** Where customers may not be kept without their leave (clover.md 8). */
  readonly leavesCustomersOut: (country: string) => boolean;
}

/** Finds, or makes where it may, what an order needs on the till; what is missing is told by name. */
export function createDeskKeeper({ till, clock, settings, leavesCustomersOut }: DeskKeeperParts): DeskKeeper {
  let known: { readonly desk: TillDesk; readonly atMs: number } | null = null;
  const readDesk = async (): Promise<Outcome<TillDesk>> => {
    if (known && clock.monotonicMs() - known.atMs < FRESH_MS)
      return { kind: 'done', value: known.desk, requestId: '' };
    const read = await till().readDesk();
    if (read.kind === 'done') known = { desk: read.value, atMs: clock.monotonicMs() };
    return read;
  };
  const findOrMake = async (wanted: Wanted): Promise<Outcome<CloverId>> => {
    const desk = await readDesk();
    if (desk.kind !== 'done') return desk;
    const found = wanted.find(desk.value);
    if (found !== undefined) return { kind: 'done', value: found, requestId: '' };
    const made = await wanted.make();
    // What a person may have made meanwhile is looked for before it is called missing.
    known = null;
    return made.kind === 'rejected' ? { ...made, failure: wanted.describeMissing() } : made;
  };
  // Orders go side by side: the first one asks for all of them, so that nothing is made twice.
  const findOrderType = shareAnswer(() => {
    const name = settings()['orders.typeName'];
    return findOrMake({
      find: (desk) => pickType(desk, name)?.id,
      make: () => till().createOrderType(name),
      describeMissing: () => createFailure('ORDER_NO_TYPE', { name }),
    });
  });
  const findTender = shareAnswer(() => {
    const name = settings()['orders.tender'];
    return findOrMake({
      find: ({ tenders }) => pickTender(tenders, name),
      make: () => till().createTender(name),
      describeMissing: () => createFailure('ORDER_NO_TENDER', { name }),
    });
  });
  const customers = createRecent<CloverId | null>(MOST_CUSTOMERS);
  const read = shareAnswer(readDesk);
  return {
    findOrderType,
    isTypeTaxable: async () => {
      const desk = await read();
      if (desk.kind !== 'done') return fail(desk.failure);
      return succeed(pickType(desk.value, settings()['orders.typeName'])?.isTaxable ?? true);
    },
    findTender,
    forget: () => {
      known = null;
    },
    findCustomer: async ({ customer: { firstName, lastName, email, phone, country } }) => {
      if (settings()['orders.customer'] !== 'full' || leavesCustomersOut(country)) return succeed(null);
      if (email === '' && phone === '') return succeed(null);
      // Two orders of one guest at once make one customer, and the till's index may lag.
      return customers.remember(`${email}\n${phone}`, async () => {
        const found = await till().findCustomer({ email, phone });
        if (found.kind !== 'done') return fail(found.failure);
        if (found.value !== null) return succeed(found.value);
        const names = { firstName: cleanLine(firstName), lastName: cleanLine(lastName) };
        const created = await till().createCustomer({ ...names, email, phone });
        return created.kind === 'done' ? succeed(created.value) : fail(created.failure);
      });
    },
  };
}

/** Newest answers by key, those under way included; failures, and questions that made way, are not remembered. */
function createRecent<T>(most: number) {
  const known = new Map<string, Promise<Attempt<T>>>();
  return {
    remember: async (key: string, ask: () => Promise<Attempt<T>>): Promise<Attempt<T>> => {
      const asked = known.get(key) ?? ask();
      known.set(key, asked);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      let isKnown = false;
      try {
        const answer = await asked;
        isKnown = answer.ok;
        return answer;
      } finally {
        if (!isKnown) known.delete(key);
      }
    },
  };
}

interface Wanted {
  readonly find: (desk: TillDesk) => CloverId | undefined;
  readonly make: () => Promise<Outcome<CloverId>>;
  describeMissing(): Failure;
}

const pickType = ({ orderTypes }: TillDesk, name: string): TillDesk['orderTypes'][number] | undefined =>
  orderTypes.find(({ label }) => foldText(label) === foldText(name));

function pickTender(tenders: TillDesk['tenders'], name: string): CloverId | undefined {
  const usable = tenders.filter(({ isUsable }) => isUsable);
  const named = usable.find(({ label }) => foldText(label) === foldText(name));
  return (named ?? usable.find(({ labelKey }) => labelKey === EXTERNAL_PAYMENT))?.id;
}

/** Who asks while somebody else's answer is on its way gets that one. */
function shareAnswer<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return async () => {
    asked ??= ask();
    const mine = asked;
    try {
      return await mine;
    } finally {
      if (asked === mine) asked = null;
    }
  };
}
