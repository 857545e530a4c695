import { expect, it } from 'vitest';
import { CHANNEL_NAMES, EVENT_NAMES } from '../../../src-preload/contract/channel-names.ts';
import { CHANNELS, EVENTS } from '../../../src-preload/contract/channels.ts';

it('the preload lets through exactly the channels and events of the contract', () => {
  expect([...CHANNEL_NAMES].sort()).toEqual(Object.keys(CHANNELS).sort());
  expect([...EVENT_NAMES].sort()).toEqual(Object.keys(EVENTS).sort());
});
