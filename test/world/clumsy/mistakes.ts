import type { Failure, FailureCode } from '../../../src-main/domain/failure.ts';
import { asRunId } from '../../../src-main/domain/ids.ts';
import type { Attempt, Engine } from '../../../src-main/engine/face.ts';
import { type SimWorld, STORE, TILL } from '../sim-world.ts';

/** One thing that a person gets wrong: what it is answered with, or null where it is taken after all. */
export interface Mistake {
  readonly what: string;
  readonly code: FailureCode;
  make(world: SimWorld): Promise<Failure | null> | Failure | null;
}

const NOWHERE = asRunId(99_999);
const silent = { onProgress: () => undefined };
const { signal } = new AbortController();

const readFailure = (attempt: Attempt<unknown>): Failure | null => (attempt.ok ? null : attempt.failure);

/** A call of the engine with a wrong word in it. */
const call = (
  what: string,
  code: FailureCode,
  ask: (engine: Engine, world: SimWorld) => Attempt<unknown> | Promise<Attempt<unknown>>,
): Mistake => ({
  what,
  code,
  make: async (world) => readFailure(await world.time.run(Promise.resolve(ask(world.core().engine, world)))),
});

const till = { environment: 'sandbox', apiUrl: TILL } as const;

/** The store is in some state while somebody connects it; put right afterwards. */
const connectStoreWhile = (
  what: string,
  code: FailureCode,
  turn: (world: SimWorld) => () => void,
): Mistake => ({
  what,
  code,
  make: async (world) => {
    const putRight = turn(world);
    const { connections } = world.core().engine;
    const done = await world.time.run(connections.connectStore({ url: STORE, ...world.keys.store }));
    putRight();
    return readFailure(done);
  },
});

const turnSwitch =
  <Name extends keyof SimWorld['store']['switches']>(
    name: Name,
    value: SimWorld['store']['switches'][Name],
  ) =>
  ({ store: { switches } }: SimWorld) => {
    const before = switches[name];
    switches[name] = value;
    return () => {
      switches[name] = before;
    };
  };

const turnKey =
  (change: object) =>
  ({ store, keys }: SimWorld) => {
    const key = store.keys.find(keys.store.key);
    const before = { ...key };
    if (key) Object.assign(key, change);
    return () => void (key && Object.assign(key, before));
  };

/** What somebody in front of the app gets wrong while both sides are connected and in step. */
export const MISTAKES: readonly Mistake[] = [
  call('a plan that never was', 'USE_UNKNOWN_PLAN', (engine) => engine.apply(NOWHERE, { signal, ...silent })),
  call('a run that never was', 'USE_UNKNOWN_RUN', (engine) => engine.approve(NOWHERE)),
  call('undoing what never was', 'USE_UNKNOWN_RUN', (engine) => engine.undo(NOWHERE, { signal, ...silent })),
  call('a product that never was', 'USE_UNKNOWN_PRODUCT', (engine) => engine.why('no such thing')),
  call('a name that two have', 'USE_AMBIGUOUS_PRODUCT', (engine) => engine.stock.moves('Twin', 5)),
  call('an order that never was', 'USE_UNKNOWN_ORDER', (engine) => engine.orders.get('4711')),
  call('a conflict that never was', 'USE_UNKNOWN_CONFLICT', (engine) =>
    engine.conflicts.resolve({ id: 99_999, take: 'till' }),
  ),
  call('a field that is none', 'USE_BAD_VALUE', (engine) => {
    const link = engine.links({ limit: 50, offset: 0 }).find(({ kind }) => kind === 'product');
    return engine.records.pin(link?.id ?? 0, 'colour', true);
  }),
  call('a setting that is none', 'SETTING_UNKNOWN', (engine) => engine.settings.set({ 'no.such': 'on' })),
  call('a value that a setting has not', 'SETTING_REFUSED', (engine) =>
    engine.settings.set({ 'price.mode': 'cheap' }),
  ),
  call('mail to nobody', 'SETTING_MAIL_WITHOUT_ADDRESS', (engine) =>
    engine.settings.set({ 'alerts.mail': 'on' }),
  ),
  call('a test mail without a server', 'MAIL_NOT_SET_UP', (engine) => engine.alerts.testMail()),
  call('a list that is none', 'CSV_REFUSED', (engine) => engine.stock.planCsv('this is no list')),
  call('a run that is over', 'RUN_NOT_APPLIABLE', (engine) => {
    const done = engine.runs(50).find(({ state }) => state === 'done');
    return engine.apply(done?.id ?? NOWHERE, { signal, ...silent });
  }),
  call('a plan beside a newer one', 'RUN_STALE_PLAN', async (engine) => {
    const first = await engine.plan({ choices: new Map(), ...silent });
    await engine.plan({ choices: new Map(), ...silent });
    return first.ok ? engine.apply(first.value.runId, { signal, ...silent }) : first;
  }),
  call('undoing a run in which nothing was done', 'RUN_NOTHING_TO_UNDO', async (engine) => {
    const empty = await engine.plan({ choices: new Map(), ...silent });
    if (!empty.ok) return empty;
    await engine.apply(empty.value.runId, { signal, ...silent });
    return engine.undo(empty.value.runId, { signal, ...silent });
  }),
  call('a plan against the direction', 'RUN_DIRECTION_OFF', async (engine) => {
    engine.settings.set({ 'sync.direction': 'till-to-store' });
    const done = await engine.plan({ choices: new Map(), from: 'store', ...silent });
    engine.settings.set({ 'sync.direction': 'both' });
    return done;
  }),
  call('a rehearsal that nobody began', 'REHEARSAL_OFF', (engine) =>
    engine.rehearsal.once({ full: false, signal }),
  ),
  call('a relay that nobody paired', 'HUB_NOT_CONNECTED', (engine) => engine.hub.test()),
  call('a token that is none', 'CLOVER_TOKEN_REFUSED', (engine, world) =>
    engine.connections.connectTill({ ...till, merchantId: world.till.merchant.id, token: 'typo' }),
  ),
  call('a merchant id that is none', 'CLOVER_MERCHANT_ODD', (engine, world) =>
    engine.connections.connectTill({ ...till, merchantId: 'My Pizzeria', token: world.keys.till }),
  ),
  call('the store’s address as the till’s', 'CLOVER_NOT_CLOVER', (engine, world) =>
    engine.connections.connectTill({
      ...{ ...till, apiUrl: STORE },
      ...{ merchantId: world.till.merchant.id, token: world.keys.till },
    }),
  ),
  call('a key that is none', 'WOO_KEYS_REFUSED', (engine, { keys }) =>
    engine.connections.connectStore({ url: STORE, ...keys.store, key: `ck_${'0'.repeat(40)}` }),
  ),
  call('a secret with a slip', 'WOO_SECRET_WRONG', (engine, { keys }) =>
    engine.connections.connectStore({ url: STORE, ...keys.store, secret: `cs_${'0'.repeat(40)}` }),
  ),
  call('an address that is none', 'NET_BAD_URL', (engine, { keys }) =>
    engine.connections.connectStore({ url: 'my shop, the red one', ...keys.store }),
  ),
  call('an address without the s', 'NET_PLAIN_HTTP', (engine, { keys }) =>
    engine.connections.connectStore({ url: 'http://shop.example', ...keys.store }),
  ),
  call('an address with a slip', 'NET_UNKNOWN_HOST', (engine, { keys }) =>
    engine.connections.connectStore({ url: 'https://shpo.example', ...keys.store }),
  ),
  connectStoreWhile('plain permalinks', 'WOO_PLAIN_PERMALINKS', turnSwitch('permalinks', 'plain')),
  connectStoreWhile('REST switched off', 'WOO_NO_REST', turnSwitch('rest', false)),
  connectStoreWhile('WooCommerce switched off', 'WOO_NOT_INSTALLED', turnSwitch('woo', false)),
  connectStoreWhile('a key that may only read', 'WOO_READ_ONLY', turnKey({ permission: 'read' })),
  connectStoreWhile('a customer’s key', 'WOO_ROLE_TOO_LOW', turnKey({ role: 'customer' })),
];
