import { describe, expect, it } from 'vitest';
import { createHintTrust } from '../../../../src-main/engine/hub/hint-trust.ts';

function makeTrust(kept = new Map<string, string>(), hubId: string | null = 'd_1') {
  const time = { ms: 0 };
  const clock = { nowMs: () => time.ms, monotonicMs: () => time.ms };
  const meta = {
    get: (name: string) => kept.get(name) ?? null,
    put: (name: string, value: string) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
  };
  const trust = createHintTrust(meta as Parameters<typeof createHintTrust>[0], clock, () => hubId);
  trust.noteLink(true);
  return { trust, time, kept };
}

const MINUTE = 60_000;

describe('whether looking may slow down', () => {
  it('only once both sides have told of something', () => {
    const { trust } = makeTrust();
    expect(trust.isTrusted()).toBe(false);
    trust.noteHint('till', 'A');
    expect(trust.isTrusted()).toBe(false);
    trust.noteHint('store', null);
    expect(trust.isTrusted()).toBe(true);
  });

  it('not while the relay is away', () => {
    const { trust } = makeTrust();
    trust.noteHint('till', 'A');
    trust.noteHint('store', '1');
    trust.noteLink(false);
    expect(trust.isTrusted()).toBe(false);
    trust.noteLink(true);
    expect(trust.isTrusted()).toBe(true);
  });

  it('no longer when a look found what no hint told of within three minutes; three hints bring it back', () => {
    const { trust, time } = makeTrust();
    trust.noteHint('till', 'A');
    trust.noteHint('store', '1');
    trust.noteFound('store', '2');
    time.ms += 2 * MINUTE;
    expect(trust.isTrusted(), 'it may be on its way').toBe(true);
    time.ms += 2 * MINUTE;
    expect(trust.isTrusted()).toBe(false);
    for (const key of ['3', '4']) trust.noteHint('store', key);
    expect(trust.isTrusted()).toBe(false);
    trust.noteHint('store', '5');
    expect(trust.isTrusted()).toBe(true);
  });

  it('a hint that comes late, or came before the look, is a hint', () => {
    const { trust, time } = makeTrust();
    trust.noteHint('till', 'A');
    trust.noteHint('store', '1');
    trust.noteFound('store', '2');
    time.ms += 2 * MINUTE;
    trust.noteHint('store', '2');
    trust.noteFound('store', '2');
    time.ms += 10 * MINUTE;
    expect(trust.isTrusted()).toBe(true);
  });

  it('outlasts a restart with the same relay, and no other', () => {
    const { trust, kept } = makeTrust();
    trust.noteHint('till', 'A');
    trust.noteHint('store', '1');
    expect(makeTrust(kept).trust.isTrusted()).toBe(true);
    expect(makeTrust(kept, 'd_2').trust.isTrusted()).toBe(false);
  });
});
