import { createFailure } from '../../domain/failure.ts';
import { parseDecimal, readMinorDigits } from '../../domain/money.ts';
import { isPracticeUrl } from '../../domain/practice-url.ts';
import { type Attempt, type Engine, fail, succeed } from '../../engine/face.ts';
import { announceProducts } from '../announce.ts';
import type { CheckedInput, Handlers } from '../handler.ts';
import type { HandlerDeps, StaffOrder } from '../handler-deps.ts';
import type { RunningPractice } from '../session.ts';
import { isPracticeStore, isPracticeTill } from '../views/status-view.ts';
import { makeClash } from './practice-clash.ts';

const START = { name: 'the start of the practice servers', runId: null };
/** The staff's desks take these without saying what is meant. */
const WITHOUT_TARGET: ReadonlySet<string> = new Set(['order-random', 'jam', 'clear']);
/** One piece, where nothing else is said. */
const COUNTED: ReadonlySet<string> = new Set(['sell', 'buy', 'refund']);
/** What no staff of one side can do alone. */
const CLASH_VERB = 'clash';
const OF_ORDERS: ReadonlySet<string> = new Set(['cancel', 'fulfil']);
/** As other PCs would see this one, where the computer has no name; practice has no others. */
const DEVICE_NAME = 'Practice PC';
const PRICE = /^\d{1,9}(\.\d{1,4})?$/;

export function createPracticeHandlers(deps: HandlerDeps): Pick<Handlers, 'practice:start' | 'practice:act'> {
  const { engine, session } = deps;
  return {
    'practice:start': async ({ menu }) => {
      const started = await session.work(START, async () => {
        const refusal = refuseRealData(engine);
        if (!refusal.ok) return refusal;
        const practice = await session.startPractice(menu);
        // What was linked to earlier practice servers ended with them.
        engine.clean();
        for (const key of ['import.stopped', 'import.failed', 'side.till', 'side.store'])
          engine.alerts.settle(key);
        const { till, store, hub } = practice;
        engine.practice.begin([till.url, store.url, ...(hub ? [hub.url] : [])]);
        return connectAll(engine, practice, deps.hostName || DEVICE_NAME);
      });
      if (!started.ok) return started;
      session.noteReach('till', null);
      session.noteReach('store', null);
      return succeed(announceProducts(deps));
    },
    'practice:act': async (input) => {
      if (input.verb === CLASH_VERB) return makeClash(deps, input.target.trim());
      const order = readOrder(input, engine.connections.readTill()?.merchant.currency ?? 'USD');
      if (!order.ok) return order;
      const deed = await deps.actAsStaff(input.side, order.value);
      return deed.ok ? succeed({ what: deed.value.what }) : deed;
    },
  };
}

/** Practice forgets links and replaces connections, so it needs a folder where nothing real is kept. */
function refuseRealData(engine: Engine): Attempt<void> {
  const { till, store, products } = engine.status();
  const relay = engine.hub.state().connection;
  const isReal =
    (till && !isPracticeTill(till)) ||
    (store && !isPracticeStore(store)) ||
    (relay && !isPracticeUrl(relay.url));
  const hasLinks = Object.values(products).some((count) => count > 0);
  const isUnclear = hasLinks && !till && !store;
  return isReal || isUnclear ? fail(createFailure('PRACTICE_REAL_DATA')) : succeed(undefined);
}

async function connectAll(
  engine: Engine,
  { till, store, hub }: RunningPractice,
  deviceName: string,
): Promise<Attempt<unknown>> {
  const { connections } = engine;
  // Sides of an earlier practice in another currency would refuse the first of the two.
  await connections.disconnect('till');
  await connections.disconnect('store');
  const { url: apiUrl, merchant: merchantId, token } = till;
  const connected = await connections.connectTill({ environment: 'sandbox', apiUrl, merchantId, token });
  if (!connected.ok) return connected;
  const stored = await connections.connectStore(store);
  if (!stored.ok || !hub) return stored;
  return engine.hub.connect({ url: hub.url, code: await hub.invite(), deviceName });
}

/** The till takes whole minor units, the store decimals as text. */
function readOrder(input: CheckedInput<'practice:act'>, currency: string): Attempt<StaffOrder> {
  const { side, verb, target, price, name } = input;
  const order: Record<string, string | number> = WITHOUT_TARGET.has(verb)
    ? { verb }
    : { verb, [nameTarget(side, verb)]: target };
  const quantity = input.quantity ?? (COUNTED.has(verb) ? 1 : undefined);
  if (quantity !== undefined) order.quantity = quantity;
  if (name !== undefined) order.name = name;
  if (price === undefined) return succeed(order);
  const cents = PRICE.test(price) ? parseDecimal(price, readMinorDigits(currency)) : null;
  if (cents === null) {
    const why = 'it takes a price such as 4.50';
    return fail(createFailure('USE_BAD_VALUE', { name: 'The price', why }));
  }
  return succeed({ ...order, price: side === 'till' ? cents : price });
}

function nameTarget(side: 'till' | 'store', verb: string): string {
  if (OF_ORDERS.has(verb)) return 'order';
  if (side === 'store') return 'product';
  return verb === 'add' ? 'name' : 'item';
}
