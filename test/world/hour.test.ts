import { describe, expect, it } from 'vitest';
import { type HourOptions, liveAnHour } from './hour.ts';

/** As dense as the hours of `npm run prove`, and shorter. */
const SOME_MINUTES: HourOptions = { minutes: 6, edits: 1_000, stretches: 3 };

describe('two people who edit at both ends while the network fails and the app dies', () => {
  it('end with both sides equal or with a conflict, and no value is lost', { timeout: 120_000 }, async () => {
    const seen = new Set<string>();
    for (const seed of [101, 102]) {
      const { broken, story, notes } = await liveAnHour(seed, SOME_MINUTES);
      expect(broken.length === 0, [...story.slice(-400), ...broken].join('\n')).toBe(true);
      for (const note of notes.keys()) seen.add(note);
    }
    // Else it proved nothing.
    for (const note of ['crash', 'pass made way', 'deed during a pass', 'resolve', 'fault lost-answer'])
      expect(seen).toContain(note);
  });
});
