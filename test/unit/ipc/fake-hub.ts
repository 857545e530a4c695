import { createFailure } from '../../../src-main/domain/failure.ts';
import { type Attempt, fail, type HubDesk, type HubState, succeed } from '../../../src-main/engine/face.ts';
import type { HubConnection, HubFacts } from '../../../src-main/engine/hub-ports.ts';

export const PAIRED: HubConnection = {
  url: 'https://relay.example.com',
  deviceId: 'd1',
  deviceName: 'Office',
  shopName: 'Corner Oven',
  wooHookUrl: 'https://relay.example.com/v1/hooks/woo/s1',
  cloverHookUrl: 'https://relay.example.com/v1/hooks/clover',
  bounceUrl: 'https://relay.example.com/oauth',
  cloverAppId: null,
};

export const NO_HUB: HubState = {
  word: 'not-connected',
  connection: null,
  failure: null,
  lease: null,
  refusal: null,
  isHinted: false,
  lastHintMs: { till: null, store: null },
};

const FACTS: HubFacts = {
  devices: [
    { id: 'd1', name: 'Office', lastSeenMs: 5_000, isThis: true },
    { id: 'd2', name: 'Kitchen', lastSeenMs: null, isThis: false },
  ],
  merchantId: 'MERCHANT1',
  hasStoreSecret: true,
  hasCloverCode: false,
  lastHookMs: { till: 4_000, store: null },
};

type Begun = Awaited<ReturnType<HubDesk['beginStoreApproval']>>;
type Begin = Extract<Begun, { readonly ok: true }>['value'];
type Finished = Awaited<ReturnType<Begin['finish']>>;

export interface FakeHub {
  readonly face: HubDesk;
  state: HubState;
  /** What was asked, in order. */
  readonly asked: string[];
  /** Ends the newest approval, as the store would. */
  approve(ended?: Finished): void;
}

const APPROVED: Finished = succeed({
  store: { name: 'Shop', url: 'https://shop.example', currency: 'USD', version: '9.9' } as never,
  warnings: [],
});

/** A relay in memory, as far as the window can tell. */
export function createFakeHub(): FakeHub {
  let finish: (ended: Finished) => void = () => undefined;
  const hub = { state: NO_HUB, asked: [] as string[] };
  const ask = <T>(what: string, value: T): Promise<Attempt<T>> => {
    hub.asked.push(what);
    return Promise.resolve(hub.state.connection ? succeed(value) : fail(createFailure('HUB_NOT_CONNECTED')));
  };
  const face: HubDesk = {
    state: () => hub.state,
    retry: () => void hub.asked.push('retry'),
    noteSleep: (word) => void hub.asked.push(word),
    connect: async ({ url, code, deviceName }) => {
      hub.asked.push(`connect ${url} ${code} ${deviceName}`);
      if (code !== 'AAAA-BBBB')
        return fail(createFailure('HUB_REFUSED', { message: 'the code is not valid' }));
      hub.state = { ...NO_HUB, word: 'resting', connection: { ...PAIRED, deviceName } };
      return succeed({ ...PAIRED, deviceName });
    },
    disconnect: async () => {
      const was = hub.state.connection !== null;
      hub.state = NO_HUB;
      return was;
    },
    test: () => ask('facts', FACTS),
    invite: () => ask('invite', { code: 'CCCC-DDDD', untilMs: 600_000 }),
    revoke: (deviceId) => ask(`revoke ${deviceId}`, undefined),
    readCloverCode: () =>
      ask('code', {
        verificationCode: '12345-67890',
        receivedMs: 3_000,
        hasAuthCode: false,
        lastHookMs: null,
      }),
    tellCloverCode: (appId) => ask(`set-code ${appId}`, undefined),
    readHeld: () => ask('held', '{"rows": []}'),
    erase: async () => {
      hub.state = NO_HUB;
      return succeed(undefined);
    },
    beginStoreApproval: async (url) => {
      hub.asked.push(`approve ${url}`);
      if (!hub.state.connection) return fail(createFailure('HUB_NOT_CONNECTED'));
      return succeed({
        pageUrl: `${url}/wc-auth/v1/authorize?user_id=tb-${hub.asked.length}`,
        untilMs: 600_000,
        finish: async (signal, alone = (work) => work()) => {
          const ended = await new Promise<Finished>((resolve) => {
            finish = resolve;
            signal.addEventListener('abort', () => {
              hub.asked.push('approval stopped');
              resolve(fail(createFailure('RUN_CANCELLED')));
            });
          });
          return ended.ok ? alone(async () => ended) : ended;
        },
      });
    },
  };
  return Object.assign(hub, { face, approve: (ended: Finished = APPROVED) => finish(ended) });
}
