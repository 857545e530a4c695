import { beforeAll, describe, expect, it } from 'vitest';
import { CLEAN, type HintedLife, liveHinted, TROUBLED } from './hinted-shop.ts';

const SEEDS = Array.from({ length: 20 }, (_none, at) => at + 1);

describe('a shop that is lived twice, with each hint in its time, and with hints lost, doubled, shuffled and a day late', () => {
  const lives = new Map<number, { readonly clean: HintedLife; readonly troubled: HintedLife }>();

  beforeAll(async () => {
    for (const seed of SEEDS)
      lives.set(seed, { clean: await liveHinted(seed, CLEAN), troubled: await liveHinted(seed, TROUBLED) });
  }, 180_000);

  const sum = (count: (life: HintedLife) => number): number =>
    [...lives.values()].reduce((total, { troubled }) => total + count(troubled), 0);

  it('P1: with 30 % of the hints lost both sides are as with all of them after each quarter of an hour', () => {
    for (const [seed, { clean, troubled }] of lives)
      expect(troubled.rests, `seed ${seed}`).toEqual(clean.rests);
    // Else it proved nothing.
    expect(sum(({ lost }) => lost) / sum(({ hints }) => hints)).toBeGreaterThan(0.25);
  });

  it('P2: what was agreed on, the links and both sides end the same, byte for byte', () => {
    for (const [seed, { clean, troubled }] of lives) {
      expect(troubled.end, `seed ${seed}`).toEqual(clean.end);
      expect([clean.lateWrites, troubled.lateWrites], `seed ${seed}`).toEqual([0, 0]);
      expect([...clean.unannounced, ...troubled.unannounced], `seed ${seed}`).toEqual([]);
    }
    expect(sum(({ copies, hints, lost }) => copies - hints + lost)).toBeGreaterThan(
      sum(({ hints }) => hints),
    );
    // The line was cut while hints were on their way, or their acknowledgement: they were told again.
    expect(sum(({ sent, copies }) => sent - copies)).toBeGreaterThan(SEEDS.length);
  });
});
