import { describe, expect, it } from 'vitest';
import { createWriterLease } from '../../../../src-main/engine/hub/writer-lease.ts';

function makeLease(kept = new Map<string, string>()) {
  const time = { monotonicMs: 1_000, wallMs: 1_000_000, isOnly: false };
  const clock = { nowMs: () => time.wallMs, monotonicMs: () => time.monotonicMs };
  const meta = {
    get: (name: string) => kept.get(name) ?? null,
    put: (name: string, value: string) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
  };
  const lease = createWriterLease(meta as Parameters<typeof createWriterLease>[0], clock, () => time.isOnly);
  const readMoment = () => ({ monotonicMs: time.monotonicMs, wallMs: time.wallMs });
  /** What the relay says in answer to something that was sent at once before. */
  const hold = (): void => {
    lease.renew(readMoment());
    lease.note(HELD);
  };
  const pass = (ms: number): void => {
    time.monotonicMs += ms;
    time.wallMs += ms;
  };
  return { lease, time, pass, kept, hold, readMoment };
}

const HELD = { epoch: 3, isHolder: true, holder: 'Office', isBinding: true, ttlMs: 90_000 };
const readCode = ({ lease }: ReturnType<typeof makeLease>) => lease.findRefusal()?.code ?? 'may write';

describe('who may write', () => {
  it('a PC that is alone, whether the relay is there or not', () => {
    const world = makeLease();
    expect(readCode(world)).toBe('may write');
    world.lease.note({ ...HELD, isBinding: false });
    world.pass(3_600_000);
    expect(readCode(world)).toBe('may write');
  });

  it('with two, the holder, until fifteen seconds before its lease ends', () => {
    const world = makeLease();
    world.hold();
    world.pass(74_000);
    expect(readCode(world)).toBe('may write');
    world.pass(1_000);
    expect(readCode(world)).toBe('LEASE_UNCERTAIN');
    world.lease.renew(world.readMoment());
    expect(readCode(world)).toBe('may write');
  });

  it('is reckoned from when the ping was sent, not from when its answer came', () => {
    const world = makeLease();
    world.hold();
    world.pass(10_000);
    const sent = world.readMoment();
    world.pass(50_000);
    world.lease.renew(sent);
    world.pass(25_000);
    expect(readCode(world)).toBe('LEASE_UNCERTAIN');
  });

  it('not the other one', () => {
    const world = makeLease();
    world.lease.note({ ...HELD, isHolder: false, holder: 'Kitchen' });
    expect(world.lease.findRefusal()).toEqual({ code: 'LEASE_ELSEWHERE', facts: { holder: 'Kitchen' } });
  });

  it('a computer that slept has lost it, whichever of its clocks stood still', () => {
    for (const clock of ['monotonicMs', 'wallMs'] as const) {
      const world = makeLease();
      world.hold();
      world.time[clock] += 600_000;
      expect(readCode(world), clock).toBe('LEASE_UNCERTAIN');
    }
  });

  it('a computer that is told of its sleep has lost it, although one clock stood still and the other was set back', () => {
    for (const isToldOfWaking of [true, false]) {
      const world = makeLease();
      world.hold();
      world.pass(1_000);
      const sent = world.readMoment();
      world.lease.noteSleep('asleep');
      world.time.wallMs += 600_000 - 3_600_000;
      expect(readCode(world), 'awake').toBe('LEASE_UNCERTAIN');
      world.lease.renew(sent);
      world.pass(1_000);
      world.lease.renew(world.readMoment());
      expect(readCode(world), 'before it is told of the waking').toBe('LEASE_UNCERTAIN');
      if (isToldOfWaking) world.lease.noteSleep('awake');
      world.pass(isToldOfWaking ? 1 : 60_000);
      expect(readCode(world), 'until the relay answers').toBe('LEASE_UNCERTAIN');
      world.lease.renew(world.readMoment());
      expect(readCode(world)).toBe('may write');
    }
  });

  it('not one that was told of its lease before it stood still, and reads it only now', () => {
    for (const isClockStopped of [false, true]) {
      const world = makeLease();
      const sent = world.readMoment();
      world.pass(10);
      world.time.wallMs += 600_000;
      if (!isClockStopped) world.time.monotonicMs += 600_000;
      world.lease.note(HELD);
      expect(readCode(world)).toBe('LEASE_UNCERTAIN');
      world.lease.renew(sent);
      expect(readCode(world)).toBe('LEASE_UNCERTAIN');
      world.lease.renew(world.readMoment());
      expect(readCode(world)).toBe('may write');
    }
  });

  it('not one that was paired beside another, before the relay has said who does', () => {
    const world = makeLease();
    world.lease.expectOthers();
    expect(readCode(world)).toBe('LEASE_UNCERTAIN');
    world.lease.note({ ...HELD, isBinding: false });
    expect(readCode(world)).toBe('may write');
  });

  it('nobody after a restart without the relay, where another PC is known to be paired', () => {
    const first = makeLease();
    first.hold();
    const second = makeLease(first.kept);
    expect(readCode(second)).toBe('LEASE_UNCERTAIN');
    second.time.isOnly = true;
    expect(readCode(second), 'a person says that only this PC is in use').toBe('may write');
  });
});
