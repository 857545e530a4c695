import { expect, it } from 'vitest';
import { describeAccess } from '../../../src-renderer/features/login/access-words.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

it.each([
  [
    { accessEndsMs: 28 * MINUTE_MS, refreshEndsMs: 300 * DAY_MS, isLost: false },
    '28 min left, renews itself',
  ],
  [
    { accessEndsMs: -MINUTE_MS, refreshEndsMs: 300 * DAY_MS, isLost: false },
    'renewed with the next call, renews itself',
  ],
  [
    { accessEndsMs: 28 * MINUTE_MS, refreshEndsMs: 9.5 * DAY_MS, isLost: false },
    '28 min left; ends in 9 days, connect again',
  ],
  [{ accessEndsMs: 28 * MINUTE_MS, refreshEndsMs: null, isLost: false }, '28 min left, then connect again'],
  [{ accessEndsMs: 28 * MINUTE_MS, refreshEndsMs: 300 * DAY_MS, isLost: true }, 'Ended: connect again'],
])('the access to the till is told in words: %j', (login, words) => {
  expect(describeAccess({ appId: 'APP', ...login }, 0)).toBe(words);
});
