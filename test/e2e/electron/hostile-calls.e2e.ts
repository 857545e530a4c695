import fc from 'fast-check';
import type { Answer } from '../../../src-preload/contract/bridge.ts';
import { CHANNEL_NAMES } from '../../../src-preload/contract/channel-names.ts';
import type { ChannelName } from '../../../src-preload/contract/channels.ts';
import { call, findWrong } from '../../support/payloads.ts';
import { expect, test } from './support/electron-test.ts';

const CALLS = 2000;
/** Asked in the page at once. */
const AT_ONCE = 50;
const SEED = 20_261_122;

/** Well-formed calls of these would reach other computers, end the data, or take minutes: they are sent malformed. */
const REACHING: ReadonlySet<unknown> = new Set<ChannelName>([
  ...([
    'till:connect',
    'store:connect',
    'login:begin',
    'login:paste',
    'store:approve',
    'hub:connect',
  ] as const),
  ...(['alerts:test-mail', 'practice:start', 'support:erase', 'updates:check'] as const),
]);

type Sent = readonly [channel: unknown, input: unknown];

const tame = ([channel, input]: Sent): Sent =>
  REACHING.has(channel) && typeof input === 'object' && input !== null
    ? [channel, { ...input, more: 1 }]
    : [channel, input];

/** What came of each call: its answer, or `refused` where the preload knows no such channel or cannot carry it. */
const askAll = (
  calls: readonly Sent[],
): string => `Promise.all(${fc.stringify(calls)}.map(([channel, input]) => {
  const late = new Promise((resolve) => setTimeout(() => resolve(null), 20000));
  try {
    return Promise.race([window.tillbridge.call(channel, input).catch((error) => ({ refused: error.message })), late]);
  } catch (error) {
    return { refused: error.message };
  }
}))`;

type Came = Answer<unknown> | { readonly refused: string } | null;

test('2,000 random calls by the page: each is answered, by its schema or with a failure, and the app lives on', async ({
  start,
}) => {
  test.setTimeout(240_000);
  const desktop = await start();
  const page = await desktop.page();
  await desktop.call('practice:start', { menu: 'pizza' });
  const plan = await desktop.call('plan:make', { choices: [] });
  await desktop.call('run:apply', { runId: plan.runId });
  const calls = fc.sample(call, { seed: SEED, numRuns: CALLS }).map(tame);
  const wrong: string[] = [];
  let [answered, accepted] = [0, 0];
  for (let from = 0; from < calls.length; from += AT_ONCE) {
    const asked = calls.slice(from, from + AT_ONCE);
    const came = (await page.evaluate(askAll(asked))) as Came[];
    for (const [at, answer] of came.entries()) {
      const [channel, input] = asked[at] ?? [];
      const isKnown = (CHANNEL_NAMES as readonly unknown[]).includes(channel);
      if (answer !== null && 'refused' in answer) {
        if (isKnown && !/could not be cloned/.test(answer.refused))
          wrong.push(`${String(channel)}: ${answer.refused}`);
        continue;
      }
      answered += 1;
      if (answer?.ok) accepted += 1;
      const why = findWrong(channel, answer ?? undefined);
      if (why !== null) wrong.push(`${fc.stringify([channel, input]).slice(0, 200)}: ${why}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(answered).toBeGreaterThan(CALLS / 2);
  expect(accepted).toBeGreaterThan(CALLS / 10);
  expect(await desktop.call('app:info', {})).toMatchObject({ isDesktop: true });
  const { entries } = await desktop.call('log:page', {
    ...{ action: 'bug', sort: 'atMs', isDescending: true, limit: 10, offset: 0 },
  });
  expect(entries).toEqual([]);
});
