import { describe, expect, it, onTestFinished } from 'vitest';
import { createMachineClock } from '../../../../src-practice/clock.ts';
import { createDeveloperApp, type DeveloperAppOptions } from '../../../../src-practice/till/till.ts';
import { openReceiver, type Receiver, readCode, waitUntil } from '../open-receiver.ts';
import { create, type OpenTill, openTill } from './open-till.ts';

const ALL = ['I', 'IS', 'IA', 'IC', 'IG', 'IM', 'O', 'P', 'C', 'M', 'A'];

interface OpenHooked extends OpenTill {
  readonly receiver: Receiver;
  settle(): Promise<void>;
  /** `I UPDATE` of everything told since the last look; waits until nothing more comes. */
  hear(): Promise<string[]>;
}

async function openHooked(
  webhooks: DeveloperAppOptions['webhooks'] = {},
  topics: readonly string[] = ALL,
): Promise<OpenHooked> {
  const clock = createMachineClock();
  const receiver = await openReceiver();
  const app = createDeveloperApp({ clock, webhooks: { batchMs: 15, retryDelayMs: 1, ...webhooks } });
  onTestFinished(() => app.close());
  const open = await openTill({ clock, app });
  app.webhookPage.setUrl(`${receiver.url}/hooks`);
  await app.webhookPage.sendCode();
  app.webhookPage.confirmCode(readCode(receiver));
  app.webhookPage.chooseTopics(topics);
  open.till.installation.install();
  const settle = (): Promise<void> => waitUntil(() => app.sender.isIdle);
  const hear = async (): Promise<string[]> => {
    await settle();
    return receiver.received
      .splice(0)
      .flatMap(({ json }) => json.merchants?.[open.till.merchant.id] ?? [])
      .map(({ objectId, type }) => `${objectId.split(':')[0]} ${type}`);
  };
  await hear();
  return { ...open, receiver, settle, hear };
}

describe('the webhook page (clover.md 9.1)', () => {
  it('sends nothing until a person has pasted the code back and ticked topics', async () => {
    const receiver = await openReceiver();
    const { till, call } = await openTill();
    const page = till.app.webhookPage;
    till.installation.install();
    expect(() => page.chooseTopics(['I'])).toThrow(/Verify/);
    page.setUrl(receiver.url);
    receiver.answer = { status: 500 };
    expect(await page.sendCode()).toBe(false);
    receiver.answer = { status: 200 };
    expect(await page.sendCode()).toBe(true);
    expect(() => page.confirmCode('another')).toThrow(/not the verification code/);
    page.confirmCode(readCode(receiver));
    await call('POST', '/items', { name: 'Pie', price: 900 });
    expect(till.app.sender.isIdle).toBe(true);
    expect(receiver.received).toHaveLength(2);
    expect(Object.keys(receiver.received[0]?.json ?? {})).toEqual(['verificationCode']);
    expect(() => page.setUrl('http://example.com/hooks')).toThrow(/https/);
    expect(() => page.chooseTopics(['TAX'])).toThrow(/no event type/);
  });
});

describe('what is delivered (clover.md 9.2)', () => {
  it('batches the events of a moment into one post with the app, the merchant and the auth code', async () => {
    const { till, call, receiver, settle } = await openHooked();
    const answers = await Promise.all([
      call('POST', '/items', { name: 'Pie', price: 900 }),
      call('POST', '/categories', { name: 'Pies' }),
    ]);
    await settle();
    expect(receiver.received).toHaveLength(1);
    const [post] = receiver.received;
    expect(post?.headers['x-clover-auth']).toBe(till.app.authCode);
    const ts = expect.any(Number);
    expect(post?.json).toEqual({
      appId: till.app.id,
      merchants: {
        [till.merchant.id]: expect.arrayContaining([
          { objectId: `I:${answers[0].json.id}`, type: 'CREATE', ts },
          { objectId: `IC:${answers[1].json.id}`, type: 'CREATE', ts },
        ]),
      },
    });
    expect(Number(post?.json.merchants?.[till.merchant.id]?.[0]?.ts) % 1000).toBe(0);
  });

  it('tells of catalog, orders, payments and customers, of everybody’s writes alike', async () => {
    const open = await openHooked();
    const { call, till, hear } = open;
    const item = await create(open, '/items', { name: 'Pie', price: 900 });
    expect(await hear()).toEqual(['I CREATE']);
    till.staff.editItem(item, { name: 'Tart' });
    expect(await hear()).toEqual(['I UPDATE']);
    const group = await create(open, '/modifier_groups', { name: 'Extras' });
    const path = `/modifier_groups/${group}/modifiers`;
    const modifier = await create(open, path, { name: 'Cream', price: 50 });
    await call('DELETE', `${path}/${modifier}`);
    expect(await hear()).toEqual(['IG CREATE', 'IM CREATE', 'IM DELETE']);
    till.staff.sell(item, 1);
    expect(await hear()).toEqual(expect.arrayContaining(['O CREATE', 'O UPDATE', 'P CREATE']));
    till.staff.refund(item, 1);
    expect(await hear()).toEqual(expect.arrayContaining(['P UPDATE', 'O UPDATE']));
    await create(open, '/customers', { firstName: 'Ada' });
    expect(await hear()).toEqual(['C CREATE']);
    till.staff.setAutoPrint(true);
    expect(await hear()).toEqual(['M UPDATE']);
    const category = await create(open, '/categories', { name: 'Pies' });
    till.staff.placeItem(item, [category]);
    expect(await hear()).toEqual(['IC CREATE', 'I UPDATE']);
    await call('DELETE', `/items/${item}`);
    expect(await hear()).toEqual(['I DELETE']);
  });

  it('says the same of an object once in a post, however often it was saved in that second', async () => {
    const open = await openHooked({ batchMs: 40 });
    const item = await create(open, '/items', { name: 'Pie', price: 900 });
    await open.hear();
    // Not across the turn of a second, which makes another event of it.
    await waitUntil(() => Date.now() % 1000 < 700);
    for (let price = 1; price <= 5; price += 1) open.till.staff.editItem(item, { price });
    expect(await open.hear()).toEqual(['I UPDATE']);
  });

  it('tells nothing of topics that are not ticked, may not be read, or are none', async () => {
    const open = await openHooked({}, ['I', 'O', 'A']);
    open.till.installation.uninstall();
    expect(await open.hear()).toEqual(['A DELETE']);
    await create(open, '/items', { name: 'Pie', price: 900 });
    expect(await open.hear()).toEqual([]);
    open.till.app.registration.permissions = { inventory: 'r' };
    open.till.installation.install();
    const item = await create(open, '/items', { name: 'Pie', price: 900 });
    await create(open, '/categories', { name: 'Pies' });
    await create(open, '/tags', { name: 'Hot' });
    open.till.staff.sell(item, 1);
    expect(await open.hear()).toEqual(['A CREATE', 'I CREATE']);
  });
});

describe('the split of topic I (clover.md 9.3)', () => {
  it('tells of a stock set by anybody with its data, and of a sale only below the threshold', async () => {
    const open = await openHooked();
    const { call, till, receiver, settle, hear } = open;
    const item = await create(open, '/items', { name: 'Pie', price: 900 });
    await hear();
    await call('POST', `/item_stocks/${item}`, { quantity: 3, stockAlertThreshold: 2 });
    await settle();
    const [event] = receiver.received.at(-1)?.json.merchants?.[till.merchant.id] ?? [];
    expect(event).toMatchObject({ objectId: `IS:${item}`, quantity: 3, stockAlertThreshold: 2 });
    await hear();
    till.staff.recount(item, 4);
    expect(await hear()).toEqual(['IS UPDATE']);
    const isStock = (told: string): boolean => told.startsWith('IS');
    till.staff.sell(item, 1);
    expect((await hear()).filter(isStock)).toEqual([]);
    till.staff.sell(item, 2);
    expect((await hear()).filter(isStock)).toEqual(['IS UPDATE']);
    till.staff.sell(item, 1);
    expect((await hear()).filter(isStock)).toEqual([]);
    till.app.webhooks.saleStock = 'always';
    till.staff.sell(item, 1);
    expect((await hear()).filter(isStock)).toEqual(['IS UPDATE']);
  });

  it('tells of availability with IA alone, and of both where both changed', async () => {
    const open = await openHooked();
    const item = await create(open, '/items', { name: 'Pie', price: 900 });
    await open.hear();
    open.till.staff.editItem(item, { available: false });
    expect(await open.hear()).toEqual(['IA UPDATE']);
    open.till.staff.editItem(item, { available: true, price: 950 });
    expect(await open.hear()).toEqual(['IA UPDATE', 'I UPDATE']);
    open.till.app.webhooks.stockPayload = 'bare';
    open.till.staff.editItem(item, { available: false });
    await open.settle();
    const [event] = open.receiver.received[0]?.json.merchants?.[open.till.merchant.id] ?? [];
    expect(Object.keys(event ?? {})).toEqual(['objectId', 'type', 'ts']);
  });

  it('before the split tells of all of it with I', async () => {
    const open = await openHooked({ inventoryTopics: 'single', saleStock: 'always' });
    const item = await create(open, '/items', { name: 'Pie', price: 900 });
    await open.hear();
    open.till.staff.editItem(item, { available: false });
    expect(await open.hear()).toEqual(['I UPDATE']);
    await open.call('POST', `/item_stocks/${item}`, { quantity: 3 });
    expect(await open.hear()).toEqual(['I UPDATE']);
  });
});

describe('the way of deliveries (clover.md 9.4)', () => {
  it('answers the API at once however slow the receiver is', async () => {
    const open = await openHooked();
    open.receiver.answer = { status: 200, delayMs: 400 };
    const startMs = performance.now();
    for (let index = 0; index < 3; index += 1) await create(open, '/items', { name: 'Pie', price: 900 });
    expect(performance.now() - startMs).toBeLessThan(300);
  });

  it('tries a failing receiver again, gives up in time, and the till goes on', async () => {
    const open = await openHooked({ retries: 2 });
    open.receiver.answer = { status: 500 };
    await create(open, '/items', { name: 'Pie', price: 900 });
    await open.settle();
    expect(open.receiver.received).toHaveLength(3);
    expect(open.till.app.sender.counters.lost).toBe(1);
    open.receiver.answer = { status: 200 };
    open.receiver.received.length = 0;
    await create(open, '/items', { name: 'Tart', price: 900 });
    expect(await open.hear()).toEqual(['I CREATE']);
  });

  it('loses, doubles and turns around as its switches say', async () => {
    const open = await openHooked({ lossRate: 1 });
    const { webhooks } = open.till.app;
    await create(open, '/items', { name: 'Pie', price: 900 });
    expect(await open.hear()).toEqual([]);
    Object.assign(webhooks, { lossRate: 0, duplicateRate: 1 });
    await create(open, '/items', { name: 'Pie', price: 900 });
    expect(await open.hear()).toEqual(['I CREATE', 'I CREATE']);
    Object.assign(webhooks, { duplicateRate: 0, reorderRate: 1, batchMs: 80 });
    await create(open, '/items', { name: 'Pie', price: 900 });
    await waitUntil(() => open.till.app.sender.counters.held === 1);
    Object.assign(webhooks, { reorderRate: 0, batchMs: 1 });
    await create(open, '/categories', { name: 'Pies' });
    expect(await open.hear()).toEqual(['IC CREATE', 'I CREATE']);
    Object.assign(webhooks, { delayMs: { least: 150, most: 150 } });
    const startMs = performance.now();
    await create(open, '/categories', { name: 'Tarts' });
    expect(await open.hear()).toEqual(['IC CREATE']);
    expect(performance.now() - startMs).toBeGreaterThan(145);
  });

  it('puts the events of two merchants of one app into one post', async () => {
    const open = await openHooked();
    const other = await openTill({
      app: open.till.app,
      clock: createMachineClock(),
      merchant: { id: 'SECOND' },
    });
    other.till.installation.install();
    await open.settle();
    open.receiver.received.length = 0;
    await Promise.all([
      create(open, '/items', { name: 'Pie', price: 900 }),
      create(other, '/items', { name: 'Pie', price: 900 }),
    ]);
    await open.settle();
    expect(Object.keys(open.receiver.received[0]?.json.merchants ?? {}).toSorted()).toEqual(
      [open.till.merchant.id, 'SECOND'].toSorted(),
    );
  });
});
