import { describe, expect, it } from 'vitest';
import { createHubMetrics } from '../../../../src-hub/ops/hub-metrics.ts';
import type { HubFrame } from '../../../../src-hub/protocol/frames.ts';
import { Relay } from '../../../../src-hub/relay/relay.ts';
import type { Wire } from '../../../../src-hub/relay/wire.ts';
import { createManualHubTime } from '../../../support/hub-time.ts';

const DEVICE = { id: 'd_1', shopId: 's_1', name: 'Office' };
const LEASE = { epoch: 1, isHolder: true, holder: 'Office', isBinding: false, ttlMs: 90_000 };

/** A relay whose lease comes late, and a shop that may be another node's by then. */
function openRelay() {
  let elsewhere: string | null = null;
  let giveLease = (): void => undefined;
  const nothing = async (): Promise<never[]> => [];
  const parts = {
    time: createManualHubTime(),
    book: {
      seekDevice: async () => DEVICE,
      findDevice: () => DEVICE,
      onRevoked: () => () => undefined,
      noteSeen: () => undefined,
    },
    log: {
      ...{ openCursor: nothing, read: nothing, acknowledge: nothing },
      ...{ readCursor: async () => 0, onNews: () => () => undefined },
    },
    leases: {
      ...{ forget: () => undefined, read: async () => LEASE },
      claim: () =>
        new Promise<typeof LEASE>((resolve) => {
          giveLease = () => resolve(LEASE);
        }),
    },
    permits: { isNeeded: () => false, forget: () => undefined },
    placement: { findElsewhere: () => elsewhere, onMoved: () => () => undefined },
  };
  const say = { error: () => undefined };
  const relay = new Relay(
    parts as unknown as ConstructorParameters<typeof Relay>[0],
    createHubMetrics(),
    say as unknown as ConstructorParameters<typeof Relay>[2],
  );
  const frames: HubFrame[] = [];
  let isOpen = true;
  const wire: Wire = {
    send: (frame) => void frames.push(frame),
    isOpen: () => isOpen,
    bufferedBytes: 0,
    close: (frame) => {
      isOpen = false;
      frames.push(frame);
    },
  };
  return {
    ...{ relay, wire, frames },
    move: (url: string) => {
      elsewhere = url;
    },
    giveLease: () => giveLease(),
  };
}

describe('a PC that says hello', () => {
  it('while its shop is given to another node goes there, and does not stay where nobody is woken for it', async () => {
    const { relay, wire, frames, move, giveLease } = openRelay();
    const hello = { type: 'hello', version: 1, token: 't', cursor: null, wantsLease: true } as const;
    const greeted = relay.greet(wire, hello);
    await new Promise((resolve) => void setImmediate(resolve));
    move('https://hub.example.com/node-2');
    giveLease();
    expect(await greeted).toBeNull();
    expect(frames).toEqual([
      { type: 'bye', code: 'moved', url: 'https://hub.example.com/node-2', retryAfterMs: 0 },
    ]);
    expect(relay.countSessions()).toBe(0);
  });
});
