import { expect, it, onTestFinished } from 'vitest';
import { startPractice } from '../../../src-practice/practice.ts';
import { type Answer, type OpenPractice, openPractice } from './open-practice.ts';
import { openReceiver, readCode, waitUntil } from './open-receiver.ts';

const WEBHOOKS = { batchMs: 5, retries: 0 };

/** A call of the app's page in the dashboard. */
async function callPage({ till }: OpenPractice, command?: unknown, key = till.token): Promise<Answer> {
  const response = await fetch(`${till.url}/practice/app`, {
    headers: { 'x-practice-key': key },
    ...(command !== undefined && { method: 'POST', body: JSON.stringify(command) }),
  });
  return { status: response.status, json: await response.json() };
}

it('a practice tells its app’s id, secret and auth code, and nothing of it happens by itself', async () => {
  const practice = await openPractice({ menu: 'pizza' });
  expect(practice.app.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
  expect(practice.tillService.installation.permissions).toBeUndefined();
  await practice.command('till', { verb: 'sell', item: 'Tiramisù', quantity: 1 });
  expect(practice.tillService.app.sender.counters).toEqual({ posts: 0, delivered: 0, lost: 0, held: 0 });
  expect(practice.storeService.hasWaitingHooks()).toBe(false);
  await practice.command('store', { verb: 'hooks', mode: 'cron', delayMs: 5 });
  expect(practice.storeService.switches).toMatchObject({ hookMode: 'cron', hookDelayMs: 5 });
});

it('a developer sets the address, pastes the code and chooses topics; then a sale is told', async () => {
  const receiver = await openReceiver();
  const practice = await openPractice({ menu: 'pizza', app: { webhooks: WEBHOOKS } });
  const early = await callPage(practice, { verb: 'topics', topics: ['O'] });
  expect([early.status, early.json.error.code]).toEqual([400, 'APP_REFUSED']);
  await callPage(practice, { verb: 'webhook-url', url: `${receiver.url}/clover` });
  expect((await callPage(practice, { verb: 'send-code' })).json.isCodeTaken).toBe(true);
  await callPage(practice, { verb: 'confirm-code', code: readCode(receiver) });
  const chosen = await callPage(practice, { verb: 'topics', topics: ['O', 'A'] });
  expect(chosen.json.webhook).toEqual({
    url: `${receiver.url}/clover`,
    isVerified: true,
    topics: ['O', 'A'],
  });
  const installed = await practice.command('till', { verb: 'install-app' });
  expect(installed.json.what).toBe('Installed Practice App');
  await practice.command('till', { verb: 'sell', item: 'Tiramisù', quantity: 1 });
  await receiver.waitFor(2);
  await waitUntil(() => practice.tillService.app.sender.isIdle);
  const told = JSON.stringify(receiver.received);
  expect(told).toContain(`"x-clover-auth":"${practice.app.authCode}"`);
  expect(told).toContain(`A:${practice.app.id}`);
  expect(told).toMatch(/O:[0-9A-Z]{13}/);
  const removed = await practice.command('till', { verb: 'uninstall-app' });
  expect(removed.json.what).toBe('Uninstalled Practice App');
  expect((await practice.command('till', { verb: 'uninstall-app' })).status).toBe(409);
});

it('a developer registers another address and turns the unknowns; others may not', async () => {
  const practice = await openPractice({ menu: 'empty' });
  const { till } = practice;
  expect((await callPage(practice, undefined, 'wrong')).status).toBe(401);
  await callPage(practice, {
    verb: 'register',
    siteUrl: 'https://relay.example.com/',
    allowsLoopback: false,
  });
  await callPage(practice, { verb: 'oauth', stateEcho: 'dropped', accessLifetimeMs: 1000 });
  const turned = await callPage(practice, { verb: 'webhooks', lossRate: 0.5, inventoryTopics: 'single' });
  expect(turned.json).toMatchObject({
    registration: { siteUrl: 'https://relay.example.com/', allowsLoopback: false },
    answers: {
      oauth: { stateEcho: 'dropped', accessLifetimeMs: 1000 },
      webhooks: { lossRate: 0.5, inventoryTopics: 'single' },
    },
  });
  expect((await callPage(practice, { verb: 'webhooks', lossRate: 2 })).status).toBe(400);
  expect((await callPage(practice, { verb: 'nonsense' })).json.error.code).toBe('APP_INVALID');
  const page = await fetch(
    `${till.url}/oauth/v2/authorize?client_id=${practice.app.id}&redirect_uri=http://127.0.0.1:1/`,
  );
  expect(page.status).toBe(400);
});

it('two practices are two merchants of one app where the second shares it', async () => {
  const receiver = await openReceiver();
  const first = await openPractice({ menu: 'empty', app: { webhooks: WEBHOOKS } });
  const { app } = first.tillService;
  const second = await startPractice({ menu: 'empty', seed: 2, sharedApp: app });
  onTestFinished(() => second.close());
  app.webhookPage.setUrl(receiver.url);
  await app.webhookPage.sendCode();
  app.webhookPage.confirmCode(readCode(receiver));
  app.webhookPage.chooseTopics(['A']);
  first.tillService.installation.install();
  second.tillService.installation.install();
  await receiver.waitFor(2);
  expect(Object.keys(receiver.received[1]?.json.merchants ?? {}).toSorted()).toEqual(
    [first.till.merchant, second.till.merchant].toSorted(),
  );
});

it('a practice that is closed sends nothing any more', async () => {
  const receiver = await openReceiver();
  const practice = await startPractice({ menu: 'empty', storeSwitches: { hookDelayMs: 30 } });
  const { storeService } = practice;
  const body = JSON.stringify({ topic: 'product.created', delivery_url: receiver.url });
  const key = `consumer_key=${practice.store.key}&consumer_secret=${practice.store.secret}`;
  await storeService.handle({
    method: 'POST',
    url: `/wp-json/wc/v3/webhooks?${key}`,
    headers: { 'content-type': 'application/json' },
    body,
    origin: 'https://127.0.0.1',
  });
  expect(receiver.received).toHaveLength(1);
  storeService.staff.addProduct({ name: 'Pie' });
  expect(storeService.hasWaitingHooks()).toBe(true);
  await practice.close();
  await waitUntil(() => !storeService.hasWaitingHooks());
  expect(receiver.received).toHaveLength(1);
});
