import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { fail } from '../../../src-main/engine/face.ts';
import type { HubStateShape } from '../../../src-preload/contract/hub-channels.ts';
import { NO_HUB, PAIRED } from './fake-hub.ts';
import { openLiveDesk } from './open-live-desk.ts';

const PAIRING = { url: 'https://relay.example.com', code: 'AAAA-BBBB', deviceName: 'Office' };

function openPaired() {
  const desk = openLiveDesk();
  desk.hub.state = { ...NO_HUB, word: 'connected', connection: PAIRED };
  return desk;
}

const lastHub = (desk: ReturnType<typeof openLiveDesk>): HubStateShape | undefined =>
  desk.values.findLast(({ event }) => event === 'hub:changed')?.value as HubStateShape | undefined;

describe('the relay in the window', () => {
  it('is paired while the sync rests, and every window is told', async () => {
    const desk = openLiveDesk();
    expect(await desk.call('hub:get', {})).toMatchObject({
      word: 'not-connected',
      relay: null,
      hostName: 'office-pc',
    });
    const state = await desk.call('hub:connect', PAIRING);
    expect(state).toMatchObject({ word: 'resting', relay: { shopName: 'Corner Oven', hasSharedApp: false } });
    await desk.settle();
    expect(lastHub(desk)).toEqual(state);
    expect(desk.live.asked).toEqual(['run', 'stop', 'run']);
  });

  it('a PC that nobody names is called by its host name', async () => {
    const { hub, call } = openLiveDesk();
    expect((await call('hub:connect', { ...PAIRING, deviceName: ' ' })).relay?.deviceName).toBe('office-pc');
    expect(hub.asked).toEqual(['connect https://relay.example.com AAAA-BBBB office-pc']);
  });

  it('a refused code is told in the relay’s words, and nothing is paired', async () => {
    const { call, refused } = openLiveDesk();
    expect(await refused('hub:connect', { ...PAIRING, code: 'WRONG' })).toBe('HUB_REFUSED');
    expect(await call('hub:get', {})).toMatchObject({ relay: null });
  });

  it('a change of the link is told once, and what changes nothing is not', async () => {
    const desk = openPaired();
    const { live, hub, heard, settle } = desk;
    live.tell({ kind: 'relay', failure: null });
    await settle();
    heard.length = 0;
    live.tell({ kind: 'synced', result: live.result });
    live.tell({ kind: 'started' });
    await settle();
    expect(heard).not.toContain('hub:changed');
    const failure = createFailure('LEASE_ELSEWHERE', { holder: 'Kitchen' });
    const lease = { epoch: 2, isHolder: false, holder: 'Kitchen', isBinding: true, ttlMs: 90_000 };
    hub.state = { ...hub.state, word: 'watching', refusal: failure, failure, lease };
    live.tell({ kind: 'relay', failure });
    await settle();
    expect(lastHub(desk)).toMatchObject({
      word: 'watching',
      writer: 'Kitchen',
      refusal: { code: 'LEASE_ELSEWHERE' },
    });
  });

  it('what only the relay knows is asked of it, and refused where none is paired', async () => {
    const { hub, call } = openPaired();
    const facts = await call('hub:facts', {});
    expect(facts.devices.map(({ name, isThis }) => [name, isThis])).toEqual([
      ['Office', true],
      ['Kitchen', false],
    ]);
    expect(await call('hub:invite', {})).toEqual({ code: 'CCCC-DDDD', untilMs: 600_000 });
    expect(await call('hub:code', {})).toEqual({
      code: '12345-67890',
      receivedMs: 3_000,
      hasAuthCode: false,
    });
    expect(await call('hub:held', {})).toEqual({ text: '{"rows": []}' });
    await call('hub:retry', {});
    expect(hub.asked.at(-1)).toBe('retry');
    const alone = openLiveDesk();
    for (const channel of ['hub:facts', 'hub:invite', 'hub:code', 'hub:held'] as const)
      expect(await alone.refused(channel, {})).toBe('HUB_NOT_CONNECTED');
  });

  it('a revoked PC and a new auth code answer how it stands then', async () => {
    const { hub, call } = openPaired();
    expect((await call('hub:revoke', { deviceId: 'd2' })).devices).toHaveLength(2);
    await call('hub:set-code', { appId: ' APPAPPAPPAPP1 ', authCode: 'b1c2d3e4-secret' });
    expect(hub.asked).toEqual(['revoke d2', 'facts', 'set-code APPAPPAPPAPP1', 'code']);
  });

  it('disconnecting and erasing end the pairing', async () => {
    const first = openPaired();
    expect(await first.call('hub:disconnect', {})).toMatchObject({ word: 'not-connected' });
    const second = openPaired();
    expect(await second.call('hub:erase', {})).toMatchObject({ word: 'not-connected' });
  });
});

describe('the store’s own approval page', () => {
  it('is shown, waited for without stopping the sync, and connects the store alone', async () => {
    const { hub, live, shown, values, call, settle } = openPaired();
    const begun = await call('store:approve', { url: 'https://shop.example' });
    expect(begun).toMatchObject({ step: 'waiting', isShown: true, failure: null });
    expect(shown).toEqual([begun.address]);
    expect(live.asked).toEqual(['run']);
    hub.approve();
    await settle();
    expect(await call('store:approval', {})).toMatchObject({ step: 'done', address: null });
    expect(live.asked).toEqual(['run', 'stop', 'run']);
    const steps = values.filter(({ event }) => event === 'approval:changed').map(({ value }) => value);
    expect(steps).toMatchObject([{ step: 'waiting' }, { step: 'done' }]);
  });

  it('can be shown again and cancelled; what comes afterwards changes nothing', async () => {
    const { hub, shown, call, settle } = openPaired();
    await call('store:approve', { url: 'https://shop.example' });
    await call('store:approve-show', {});
    expect(shown).toHaveLength(2);
    expect(await call('store:approve-cancel', {})).toMatchObject({ step: 'idle' });
    hub.approve();
    await settle();
    expect(await call('store:approval', {})).toMatchObject({ step: 'idle' });
  });

  it('that is denied says so in words', async () => {
    const { hub, call, settle } = openPaired();
    await call('store:approve', { url: 'https://shop.example' });
    hub.approve(fail(createFailure('HUB_APPROVAL_DENIED')));
    await settle();
    expect(await call('store:approval', {})).toMatchObject({
      step: 'failed',
      failure: {
        code: 'HUB_APPROVAL_DENIED',
        message: expect.stringContaining('did not hand over its keys'),
      },
    });
  });

  it('of a second begin takes the place of the first', async () => {
    const { call, settle } = openPaired();
    await call('store:approve', { url: 'https://old.example' });
    const second = await call('store:approve', { url: 'https://new.example' });
    await settle();
    expect(await call('store:approval', {})).toEqual(second);
  });

  it('needs a relay, and both sides at rest', async () => {
    const { refused } = openLiveDesk();
    expect(await refused('store:approve', { url: 'https://shop.example' })).toBe('HUB_NOT_CONNECTED');
  });

  it('is not waited for once the window is closed', async () => {
    const { hub, call, close } = openPaired();
    await call('store:approve', { url: 'https://shop.example' });
    await close();
    expect(hub.asked).toContain('approval stopped');
  });
});
