import fc from 'fast-check';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import { CHANNELS, type ChannelName, type InputOf } from '../../src-preload/contract/channels.ts';
import { failure as failureShape } from '../../src-preload/contract/shapes.ts';

/** Ids of runs and links that are likely there. */
const SMALL_ID = { min: 1, max: 30 };
const PAGE = { limit: 20, offset: 0 };
/** What a window would send; random changes start from here. */
export const EXAMPLES: { readonly [C in ChannelName]: readonly InputOf<C>[] } = {
  'app:info': [{}],
  'status:get': [{}],
  'practice:start': [{ menu: 'pizza' }, { menu: 'large' }],
  'practice:act': [
    { side: 'till', verb: 'sell', target: 'Item', quantity: 1 },
    { side: 'store', verb: 'edit', target: '12', price: '4.50', name: 'New' },
  ],
  'till:connect': [
    { environment: 'sandbox', apiUrl: 'http://127.0.0.1:9', merchantId: 'M', token: 't' },
    { environment: 'eu', apiUrl: null, merchantId: 'M', token: 't' },
  ],
  'store:connect': [{ url: 'http://127.0.0.1:9', key: 'ck', secret: 'cs' }],
  'connection:test': [{}],
  'connection:disconnect': [{ side: 'till' }, { side: 'store' }],
  'login:state': [{}],
  'login:begin': [
    { environment: 'na', isPractice: false, apiUrl: null, appId: 'APP', appSecret: null },
    { environment: 'sandbox', isPractice: true, apiUrl: null, appId: null, appSecret: null },
  ],
  'login:show': [{}],
  'login:paste': [{ text: 'code', merchantId: null }],
  'login:cancel': [{}],
  'language:get': [{}],
  'language:set': [{ choice: null }, { choice: 'en' }],
  'hub:get': [{}],
  'hub:retry': [{}],
  'hub:facts': [{}],
  'hub:connect': [{ url: 'http://127.0.0.1:9', code: 'AAAA-BBBB', deviceName: 'Office' }],
  'hub:disconnect': [{}],
  'hub:invite': [{}],
  'hub:revoke': [{ deviceId: 'd1' }],
  'hub:code': [{}],
  'hub:set-code': [{ appId: 'APPAPPAPP', authCode: 'codecodecode' }],
  'hub:held': [{}],
  'hub:erase': [{}],
  'store:approval': [{}],
  'store:approve': [{ url: 'http://127.0.0.1:9' }],
  'store:approve-show': [{}],
  'store:approve-cancel': [{}],
  'rehearsal:get': [{}],
  'rehearsal:start': [{}],
  'rehearsal:stop': [{}],
  'rehearsal:list': [PAGE, { side: 'till', kind: 'change', flag: 'braked', search: 'a', ...PAGE }],
  'rehearsal:exportCsv': [{}],
  'plan:make': [{ choices: [] }, { choices: [{ cloverId: 'ABC', choice: 'create' }] }],
  'plan:get': [{ runId: 1 }],
  'plan:rows': [
    { runId: 1, ...PAGE },
    { runId: 2, action: 'create_woo', search: 'a', ...PAGE },
  ],
  'run:list': [PAGE],
  'run:apply': [{ runId: 1 }, { runId: 2 }],
  'run:cancel': [{}],
  'run:approve': [{ runId: 2 }],
  'run:previewUndo': [{ runId: 1 }, { runId: 3 }],
  'run:undo': [{ runId: 1 }, { runId: 3 }],
  'run:result': [{ runId: 1 }],
  'products:page': [
    { sort: 'name', isDescending: false, ...PAGE },
    { sort: 'tillPrice', isDescending: true, status: 'synced', search: '%', ...PAGE },
  ],
  'products:drafts': [{}],
  'products:planPublish': [{}],
  'products:story': [{ linkId: 1 }],
  'products:unlink': [{ linkIds: [1, 2] }],
  'products:pin': [{ linkId: 3, field: 'price', isPinned: true }],
  'products:resync': [{ linkIds: [1, 2] }],
  'sync:state': [{}],
  'sync:now': [{ isFull: false }],
  'sync:pause': [{ minutes: 15 }, { minutes: 0 }],
  'conflicts:list': [PAGE, { field: 'price', ...PAGE }],
  'conflicts:resolve': [{ id: 1, take: 'till', seen: { till: 1, store: 2 } }],
  'conflicts:resolveAll': [{ field: 'price', take: 'store', isAlways: true }],
  'rules:list': [{}],
  'rules:remove': [{ field: 'price' }],
  'stock:list': [PAGE, { word: 'low', ...PAGE }],
  'stock:moves': [{ cloverId: 'ABC', limit: 10 }],
  'stock:setThreshold': [{ cloverId: 'ABC', threshold: 3 }],
  'stock:setSoldOut': [{ cloverId: 'ABC', soldOut: { untilMs: null } }],
  'stock:exportCsv': [{}],
  'stock:planCsv': [{ text: 'SKU,Stock\nA,1\n' }],
  'stock:drift': [{ isFix: false }],
  'parked:list': [PAGE],
  'parked:retry': [{ ids: 'all' }, { ids: [1] }],
  'orders:list': [
    { limit: 10, offset: 0 },
    { lane: 'person', search: '17', limit: 10, offset: 0 },
  ],
  'orders:get': [{ order: '17' }],
  'orders:retry': [{ order: '17' }],
  'orders:reprint': [{ order: '17' }],
  'orders:see': [{ order: '17' }],
  'orders:leaveByHand': [{ order: '17' }],
  'orders:testPrint': [{}],
  'orders:needs': [{}],
  'updates:get': [{}],
  'updates:check': [{}],
  'updates:install': [{ isWanted: true }, { isWanted: false }],
  'updates:choose': [{ channel: 'beta' }, { channel: 'stable' }],
  'log:page': [
    { sort: 'atMs', isDescending: true, ...PAGE },
    {
      sort: 'level',
      isDescending: false,
      level: 'info',
      side: 'app',
      action: 'import',
      search: '_',
      ...PAGE,
    },
  ],
  'settings:list': [{}],
  'settings:set': [{ values: { 'stock.lowThreshold': '5' } }, { values: { 'price.mode': 'markup' } }],
  'alerts:list': [PAGE],
  'alerts:seen': [{ ids: [1, 2] }],
  'alerts:set-mail-password': [{ password: 'p' }, { password: '' }],
  'alerts:test-mail': [{}],
  'autostart:get': [{}],
  'autostart:set': [{ isOn: true }],
  'links:clean': [{}],
  'support:get': [{}],
  'support:retry': [{}],
  'support:inside': [{}],
  'support:diagnostics': [{}],
  'support:export': [{}],
  'support:erase': [{}],
};
const CHANNEL_NAMES = Object.keys(EXAMPLES) as ChannelName[];

/** Anything at all. */
export const odd = fc.oneof(
  fc.integer(SMALL_ID),
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    -1,
    0,
    1,
    1.5,
    2 ** 31,
    Number.MAX_SAFE_INTEGER,
    Number.NaN,
  ),
  fc.constantFrom<unknown>(
    Number.POSITIVE_INFINITY,
    '',
    '%',
    "'; DROP TABLE link; --",
    '\u0000',
    '\ud800',
    '__proto__',
  ),
  fc.string({ maxLength: 400, unit: 'grapheme' }),
  fc.anything({ maxDepth: 2, withNullPrototype: true, withBigInt: true, withDate: true }),
);

/** These leave little behind to ask for. */
const CLEARING: readonly ChannelName[] = [
  'links:clean',
  'products:unlink',
  'practice:start',
  'connection:disconnect',
];
const someChannel = fc.oneof(
  ...CHANNEL_NAMES.map((channel) => ({
    weight: CLEARING.includes(channel) ? 1 : 8,
    arbitrary: fc.constant(channel),
  })),
);

/** One call: any channel, with anything, or with an example of which one part was changed. */
export const call = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(fc.oneof(fc.constantFrom<unknown>(...CHANNEL_NAMES), odd), odd) },
  {
    weight: 3,
    arbitrary: someChannel.chain((channel) =>
      fc.tuple(
        fc.constant(channel),
        fc.constantFrom<object>(...EXAMPLES[channel]).chain((example) =>
          fc.oneof(
            fc.constant(example),
            fc
              .tuple(fc.constantFrom(...Object.keys(example), 'more'), odd)
              .map(([key, value]) => ({ ...example, [key]: value })),
          ),
        ),
      ),
    ),
  },
);

/** What must not be: no answer, a value against its schema, a mistake of ours; null where all is well. */
export function findWrong(channel: unknown, answer: Answer<unknown> | undefined): string | null {
  if (answer === undefined) return 'no answer';
  if (!answer.ok) {
    const parsed = failureShape.safeParse(answer.failure);
    if (!parsed.success) return `the failure is ${parsed.error.message}`;
    return parsed.data.code === 'BUG' ? parsed.data.message : null;
  }
  const parsed = CHANNELS[channel as ChannelName].output.safeParse(JSON.parse(JSON.stringify(answer.value)));
  return parsed.success ? null : parsed.error.message.slice(0, 300);
}
