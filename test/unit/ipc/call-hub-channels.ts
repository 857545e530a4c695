import { expect } from 'vitest';
import type { ChannelName, InputOf, OutputOf } from '../../../src-preload/contract/channels.ts';
import { approveStore } from '../../support/approve-store.ts';
import { startHubWorld } from '../../support/hub-world.ts';
import { waitFor } from '../../support/relay-world.ts';

export interface ChannelCaller {
  call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  refused<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<string>;
}

/** Every channel of the relay, against a relay: from the pairing to the end of it. */
export async function callHubChannels({ call, refused }: ChannelCaller, storeUrl: string): Promise<void> {
  expect(await call('hub:get', {})).toMatchObject({ word: 'not-connected', relay: null });
  expect(await refused('hub:facts', {})).toBe('HUB_NOT_CONNECTED');
  expect(await refused('store:approve', { url: storeUrl })).toBe('HUB_NOT_CONNECTED');
  const { hub } = await startHubWorld();
  const shopId = await hub.rooms.desk.add('Corner Oven');
  const pair = async () => {
    const code = (await hub.rooms.pairing.invite(shopId))?.code ?? '';
    return call('hub:connect', { url: hub.url, code, deviceName: 'Office' });
  };
  expect(await pair()).toMatchObject({ relay: { shopName: 'Corner Oven', hasSharedApp: true } });
  await call('hub:retry', {});
  expect((await call('hub:facts', {})).devices).toMatchObject([{ name: 'Office', isThis: true }]);
  const { code } = await call('hub:invite', {});
  await hub.rooms.pairing.redeem(code, 'Kitchen', '127.0.0.1');
  const kitchen = (await call('hub:facts', {})).devices.find(({ isThis }) => !isThis)?.id ?? '';
  expect((await call('hub:revoke', { deviceId: kitchen })).devices).toHaveLength(1);
  expect(await call('hub:code', {})).toMatchObject({ code: null });
  const own = { appId: 'OWNAPPOWNAPP1', authCode: '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9' };
  expect(await call('hub:set-code', own)).toMatchObject({ hasAuthCode: true });
  expect((await call('hub:held', {})).text).not.toContain(own.authCode);

  expect(await call('store:approve', { url: storeUrl })).toMatchObject({ step: 'waiting', isShown: false });
  await call('store:approve-cancel', {});
  await call('store:approve', { url: storeUrl });
  const { address } = await call('store:approve-show', {});
  await approveStore(address ?? '');
  let step = 'waiting';
  const ask = async (): Promise<void> => {
    step = (await call('store:approval', {})).step;
  };
  const asking = setInterval(() => void ask(), 50);
  try {
    await waitFor('the approved store', () => step === 'done');
  } finally {
    clearInterval(asking);
  }
  expect(await call('hub:disconnect', {})).toMatchObject({ relay: null });
  await pair();
  expect(await call('hub:erase', {})).toMatchObject({ word: 'not-connected' });
}
