import { describe, expect, it } from 'vitest';
import {
  CHANNELS,
  type ChannelName,
  EVENTS,
  type InputOf,
  type OutputOf,
} from '../../../src-preload/contract/channels.ts';
import { failure as failureShape } from '../../../src-preload/contract/shapes.ts';
import type { BridgeClient } from '../../support/bridge-client.ts';
import { pressButton } from '../../support/login-world.ts';
import { startSmtpServer } from '../../support/start-smtp-server.ts';
import { startWindowWorld } from '../../support/window-world.ts';
import { callHubChannels } from './call-hub-channels.ts';
import { callSupportChannels } from './call-support-channels.ts';

/** Calls channels, holds every value against the channel's schema, and keeps which were called. */
function createCaller(client: BridgeClient) {
  const called = new Set<ChannelName>();
  const call = async <C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>> => {
    called.add(channel);
    const answer = await client.call(channel, input);
    if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code} ${answer.failure.message}`);
    return CHANNELS[channel].output.parse(answer.value) as OutputOf<C>;
  };
  const refused = async <C extends ChannelName>(channel: C, input: InputOf<C>): Promise<string> => {
    const answer = await client.call(channel, input);
    if (answer.ok) throw new Error(`${channel} was not refused`);
    return failureShape.parse(answer.failure).code;
  };
  return { called, call, refused };
}

const PAGE = { limit: 100, offset: 0 };

describe('the window’s channels over a real websocket', () => {
  it('every channel answers by its schema, from the first look to the undo', async () => {
    const world = await startWindowWorld();
    const client = await world.openPage();
    const { called, call, refused } = createCaller(client);

    expect(await call('app:info', {})).toMatchObject({ version: '0.0.0', isDesktop: false });
    expect(await call('status:get', {})).toMatchObject({ mode: 'setup', till: null, store: null });
    expect(await refused('plan:make', { choices: [] })).toBe('CLOVER_NOT_CONNECTED');
    expect(await refused('practice:act', { side: 'till', verb: 'sell', target: 'x' })).toBe(
      'CLOVER_NOT_CONNECTED',
    );
    expect(await call('practice:start', { menu: 'pizza' })).toMatchObject({
      mode: 'practice',
      till: { isPractice: true },
      store: { isPractice: true },
    });

    const settings = await call('settings:list', {});
    expect(settings.find(({ key }) => key === 'stock.lowThreshold')?.value).toBe('5');
    const set = await call('settings:set', { values: { 'stock.lowThreshold': '7' } });
    expect(set.find(({ key }) => key === 'stock.lowThreshold')?.value).toBe('7');
    expect(await refused('settings:set', { values: { nonsense: '1' } })).toBe('SETTING_UNKNOWN');

    const plan = await call('plan:make', { choices: [] });
    expect(plan.counts.create_woo).toBe(plan.itemsOnTill);
    expect(await call('plan:get', { runId: plan.runId })).toEqual(plan);
    const rows = await call('plan:rows', {
      runId: plan.runId,
      action: 'create_woo',
      search: 'calabrese',
      ...PAGE,
    });
    expect(rows.total).toBeGreaterThan(0);
    expect(rows.rows[0]?.reason).toBe('It is on the till and not in the store.');
    expect(await call('run:cancel', {})).toEqual({ isCancelling: false });
    expect(await refused('plan:get', { runId: 4711 })).toBe('USE_UNKNOWN_PLAN');
    await call('run:approve', { runId: plan.runId });

    const result = await call('run:apply', { runId: plan.runId });
    expect(result).toMatchObject({
      state: 'done',
      counts: { created: plan.itemsOnTill, failed: 0 },
      undone: null,
    });
    const runs = await call('run:list', PAGE);
    expect(runs.map(({ runId, state }) => [runId, state])).toEqual([[plan.runId, 'done']]);
    expect(runs[0]).toMatchObject({ changes: plan.itemsOnTill, tillChanges: 0, firstName: null });
    expect(await call('run:result', { runId: plan.runId })).toMatchObject({ counts: result.counts });

    const page = await call('products:page', { sort: 'tillPrice', isDescending: true, ...PAGE });
    const [dearest] = page.products;
    expect(page.total).toBeGreaterThan(90);
    expect(dearest?.tillPrice).toBe(dearest?.storePrice);
    expect(dearest?.matchReason).toBe('An import made it from the till’s item.');
    const linkId = dearest?.linkId ?? 0;
    expect(await call('products:pin', { linkId, field: 'price', isPinned: true })).toMatchObject({
      pinned: ['price'],
    });
    expect(await refused('products:pin', { linkId, field: 'colour', isPinned: true })).toBe('USE_BAD_VALUE');
    const story = await call('products:story', { linkId });
    expect(story.fields.find(({ field }) => field === 'price')?.history[0]?.rule).toBe(
      'the store had nothing here',
    );

    const acted = await call('practice:act', {
      side: 'till',
      verb: 'edit',
      target: dearest?.cloverId ?? '',
      price: '12.34',
    });
    expect(acted.what).toContain('12.34');
    expect(await refused('practice:act', { side: 'till', verb: 'edit', target: 'x', price: 'much' })).toBe(
      'USE_BAD_VALUE',
    );
    expect(await call('connection:test', {})).toMatchObject({ reach: { till: null, store: null } });
    const log = await call('log:page', { sort: 'atMs', isDescending: true, action: 'pin', ...PAGE });
    expect(log.total).toBe(1);
    expect(log.actions).toEqual(expect.arrayContaining(['import', 'pin', 'setting', 'connection']));

    const before = await call('alerts:list', PAGE);
    // The sync in the background may have found something low by now.
    expect(before.alerts.filter(({ kind }) => kind !== 'low-stock')).toEqual([]);
    expect(before.hasMailPassword).toBe(false);
    world.core.engine.alerts.seen(before.alerts.map(({ id }) => id));
    world.core.engine.alerts.raise({
      kind: 'failed-print',
      key: 'ticket.1',
      title: 'The ticket of order 1 was not printed.',
      body: 'Print it again.',
      opens: '#/home',
    });
    const { alerts, unseen } = await call('alerts:list', PAGE);
    expect(alerts[0]).toMatchObject({ key: 'ticket.1', isUrgent: true, count: 1, seenMs: null });
    expect([unseen, await call('alerts:seen', { ids: alerts.slice(0, 1).map(({ id }) => id) })]).toEqual([
      1,
      { seen: 1 },
    ]);
    expect(await call('alerts:set-mail-password', { password: 'p' })).toEqual({ hasMailPassword: true });
    expect(await refused('alerts:test-mail', {})).toBe('MAIL_NOT_SET_UP');
    const mailServer = await startSmtpServer();
    await call('settings:set', {
      values: {
        'alerts.mailTo': 'boss@example.com',
        'alerts.smtpHost': '127.0.0.1',
        'alerts.smtpPort': String(mailServer.port),
        'alerts.smtpSecurity': 'none',
      },
    });
    expect(await call('alerts:test-mail', {})).toEqual({ to: 'boss@example.com' });
    expect(await call('language:get', {})).toEqual({ choice: null });
    expect(await call('language:set', { choice: 'es' })).toEqual({ choice: 'es' });
    expect(await call('language:set', { choice: 'en' })).toEqual({ choice: 'en' });
    // A browser cannot start with the computer.
    expect(await call('autostart:get', {})).toEqual({ isAvailable: false, isOn: false });
    expect(await call('autostart:set', { isOn: true })).toEqual({ isAvailable: false, isOn: false });

    expect(await call('updates:get', {})).toMatchObject({
      isAvailable: false,
      version: '0.0.0',
      offer: null,
    });
    expect(await call('updates:check', {})).toMatchObject({ isAvailable: false, phase: 'none' });
    expect(await call('updates:choose', { channel: 'beta' })).toMatchObject({
      isAvailable: false,
      channel: 'stable',
    });
    called.add('updates:install');
    expect(await refused('updates:install', { isWanted: true })).toBe('UPDATE_NOT_READY');

    expect(await call('sync:now', { isFull: false })).toMatchObject({ failed: 0, brakedRunId: null });
    expect(await call('sync:state', {})).toMatchObject({ conflicts: 0, parked: 0 });
    expect((await call('sync:pause', { minutes: 15 })).pausedUntilMs).toBeGreaterThan(0);
    expect(await call('sync:pause', { minutes: 0 })).toMatchObject({ pausedUntilMs: null });
    expect(await call('products:resync', { linkIds: [linkId] })).toEqual({ hinted: 1 });
    expect(await call('conflicts:list', PAGE)).toEqual({ conflicts: [], total: 0, fields: [] });
    const prices = { field: 'price', take: 'till', isAlways: true } as const;
    expect(await call('conflicts:resolveAll', prices)).toEqual({ resolved: 0 });
    expect(await call('rules:list', {})).toMatchObject([{ field: 'price', take: 'till' }]);
    expect(await call('rules:remove', { field: 'price' })).toEqual({ isRemoved: true });
    const seen = { till: 1, store: 2 };
    called.add('conflicts:resolve');
    expect(await refused('conflicts:resolve', { id: 4711, take: 'till', seen })).toBe('USE_UNKNOWN_CONFLICT');
    const stock = await call('stock:list', PAGE);
    const counted = stock.rows.find(({ word }) => word !== 'untracked')?.cloverId ?? '';
    expect(stock.total).toBeGreaterThan(90);
    await call('stock:setThreshold', { cloverId: counted, threshold: 9 });
    await call('stock:setSoldOut', { cloverId: counted, soldOut: { untilMs: null } });
    await call('stock:setSoldOut', { cloverId: counted, soldOut: null });
    expect(await call('stock:moves', { cloverId: counted, limit: 10 })).toMatchObject({ moves: [] });
    const { text: file } = await call('stock:exportCsv', {});
    expect(file.split('\r\n').length).toBeGreaterThan(90);
    const whole = file.split('\r\n').filter((line) => !/,\d+\.\d/.test(line));
    expect(await call('stock:planCsv', { text: whole.join('\r\n') })).toMatchObject({ brake: null });
    expect(await refused('stock:planCsv', { text: 'nonsense' })).toBe('CSV_REFUSED');
    expect((await call('stock:drift', { isFix: false })).fixed).toBe(0);
    expect(await call('parked:list', PAGE)).toEqual({ rows: [], total: 0 });
    expect(await call('parked:retry', { ids: 'all' })).toEqual({ retried: 0 });
    expect(await call('orders:list', PAGE)).toMatchObject({ rows: [], total: 0 });
    expect(await call('orders:needs', {})).toMatchObject({ needs: [], newest: null });
    expect(await call('orders:testPrint', {})).toEqual({ isPrinted: true, failure: null });
    for (const channel of [
      'orders:get',
      'orders:retry',
      'orders:reprint',
      'orders:see',
      'orders:leaveByHand',
    ] as const) {
      called.add(channel);
      expect(await refused(channel, { order: '4711' })).toBe('USE_UNKNOWN_ORDER');
    }

    expect((await call('products:drafts', {})).count).toBeGreaterThan(60);
    const publish = await call('products:planPublish', {});
    expect(publish.counts.update_woo).toBeGreaterThan(60);
    const preview = await call('run:previewUndo', { runId: plan.runId });
    expect(preview.trashed).toBeGreaterThan(0);
    const undone = await call('run:undo', { runId: plan.runId });
    expect(undone.undone).toBeGreaterThanOrEqual(plan.itemsOnTill);
    expect(await call('run:result', { runId: undone.runId })).toMatchObject({
      undone: undone.undone,
      kept: [],
    });
    expect(await call('products:unlink', { linkIds: [linkId] })).toEqual({ unlinked: 0 });

    const [practice] = world.practices;
    if (!practice) throw new Error('no practice was started');
    const { till, store } = practice;
    const credentials = { environment: 'sandbox', apiUrl: till.url, merchantId: till.merchant } as const;
    expect(await call('connection:disconnect', { side: 'till' })).toMatchObject({
      mode: 'setup',
      till: null,
    });
    expect(await call('till:connect', { ...credentials, token: till.token })).toMatchObject({
      mode: 'practice',
    });
    expect(await refused('till:connect', { ...credentials, token: 'wrong' })).toBe('CLOVER_TOKEN_REFUSED');
    expect(await call('login:state', {})).toMatchObject({ step: 'idle', canPractise: true });
    const choice = {
      environment: 'na',
      isPractice: true,
      apiUrl: null,
      appId: null,
      appSecret: null,
    } as const;
    const login = await call('login:begin', choice);
    expect(await call('login:show', {})).toMatchObject({ step: 'waiting', isShown: false });
    called.add('login:paste');
    expect(await refused('login:paste', { text: '?', merchantId: null })).toBe('CLOVER_LOGIN_CODE_ODD');
    await fetch(await pressButton(login.address ?? '', 'allow'));
    expect(await call('login:state', {})).toMatchObject({ step: 'done', failure: null });
    expect(await call('login:cancel', {})).toMatchObject({ step: 'idle' });
    expect((await call('status:get', {})).till).toMatchObject({ login: { isLost: false } });
    // The staff of a practice till know its own key still.
    const edit = { side: 'till', verb: 'edit', target: dearest?.cloverId ?? '', price: '12.50' } as const;
    expect((await call('practice:act', edit)).what).toContain('12.50');
    expect(await call('store:connect', store)).toMatchObject({ mode: 'practice' });
    await callHubChannels({ call, refused }, store.url);
    const { startedMs } = await call('rehearsal:start', {});
    expect(startedMs).toEqual(expect.any(Number));
    expect(await call('rehearsal:list', PAGE)).toMatchObject({ writes: expect.any(Array) });
    expect((await call('rehearsal:exportCsv', {})).text).toContain('Worth a look');
    expect(await refused('sync:now', { isFull: false })).toBe('REHEARSAL_ON');
    expect(await call('rehearsal:get', {})).toMatchObject({ startedMs });
    expect(await call('rehearsal:stop', {})).toMatchObject({ startedMs: null });
    expect(await call('links:clean', {})).toMatchObject({ forgotten: expect.any(Number) });
    called.add('support:erase');
    await callSupportChannels({ call, refused });

    expect([...called].sort()).toEqual(Object.keys(CHANNELS).sort());
    for (const { event, value } of client.events) EVENTS[event].parse(value);
    // Only an app that was installed has updates to tell of.
    const told = Object.keys(EVENTS).filter((name) => name !== 'updates:changed');
    expect(new Set(client.events.map(({ event }) => event))).toEqual(new Set(told));
  });

  it('two windows at once get the same events, each counted without a gap, and one plan at a time is made', async () => {
    const world = await startWindowWorld();
    const [left, right] = [await world.openPage(), await world.openPage()];
    await left.call('practice:start', { menu: 'pizza' });
    const [made, refused] = await Promise.all([
      left.call('plan:make', { choices: [] }),
      right.call('plan:make', { choices: [] }),
    ]);
    expect(made.ok).toBe(true);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'RUN_BUSY' } });
    await right.call('run:apply', { runId: 1 });
    await Promise.all([left.call('app:info', {}), right.call('app:info', {})]);
    expect(left.events.length).toBeGreaterThan(5);
    expect(right.events).toEqual(left.events);
    expect(left.events.map(({ seq }) => seq)).toEqual(left.events.map((_, at) => at + 1));
    expect(left.events.filter(({ event }) => event === 'run:ended')).toHaveLength(1);
    // The last step is told before the end, and nothing of the run after it.
    const ended = left.events.findIndex(({ event }) => event === 'run:ended');
    const steps = left.events.flatMap(({ event }, at) => (event === 'run:progress' ? [at] : []));
    expect(left.events[steps.at(-1) ?? 0]).toMatchObject({ value: { runId: 1, phase: 'finished' } });
    expect(steps.at(-1)).toBeLessThan(ended);
    const last = left.events.filter(({ event }) => event === 'status:changed').at(-1);
    expect(last?.value).toMatchObject({ activeRunId: null, products: { synced: expect.any(Number) } });
  });

  it('a run is cancelled from another window, told as unfinished, and taken up again', async () => {
    const world = await startWindowWorld();
    const [left, right] = [await world.openPage(), await world.openPage()];
    await left.call('practice:start', { menu: 'pizza' });
    await left.call('plan:make', { choices: [] });
    const applying = left.call('run:apply', { runId: 1 });
    expect(await right.call('run:cancel', {})).toEqual({ ok: true, value: { isCancelling: true } });
    expect(await applying).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(await right.call('status:get', {})).toMatchObject({
      value: { unfinishedRunId: 1, activeRunId: null },
    });
    expect(await right.call('run:apply', { runId: 1 })).toMatchObject({
      value: { state: 'done', counts: { failed: 0 } },
    });
  });

  it('practice never mixes with a real till or store', async () => {
    const world = await startWindowWorld();
    const page = await world.openPage();
    await page.call('practice:start', { menu: 'pizza' });
    await page.call('plan:make', { choices: [] });
    await page.call('run:apply', { runId: 1 });
    await page.call('connection:disconnect', { side: 'till' });
    await page.call('connection:disconnect', { side: 'store' });
    // Links without a connection may be those of a real shop.
    expect(await page.call('practice:start', { menu: 'pizza' })).toMatchObject({
      ok: false,
      failure: { code: 'PRACTICE_REAL_DATA' },
    });
    expect(world.practices).toHaveLength(1);
  });
});
