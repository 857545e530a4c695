import { describe, expect, it } from 'vitest';
import {
  isOpenAt,
  normalizeDailyHours,
  type OpeningHours,
  readDailyHours,
  readShopMoment,
} from '../../../src-main/domain/opening-hours.ts';

const CLOSED: OpeningHours = [[], [], [], [], [], [], []];
const at = (weekday: number, hour: number, minute = 0) => ({ weekday, minute: hour * 60 + minute });

describe('opening hours', () => {
  it('hold from their first minute up to their last', () => {
    const monday = CLOSED.with(1, [
      { from: 11 * 60, to: 14 * 60 },
      { from: 17 * 60, to: 22 * 60 },
    ]);
    expect(
      [at(1, 10, 59), at(1, 11), at(1, 13, 59), at(1, 14), at(1, 21, 59), at(2, 12)].map((it) =>
        isOpenAt(monday, it),
      ),
    ).toEqual([false, true, true, false, true, false]);
  });

  it('that end after midnight hold into the next day, also from Saturday to Sunday', () => {
    const saturday = CLOSED.with(6, [{ from: 18 * 60, to: 2 * 60 }]);
    expect(
      [at(6, 17), at(6, 23), at(0, 1, 59), at(0, 2), at(6, 1)].map((it) => isOpenAt(saturday, it)),
    ).toEqual([false, true, true, false, false]);
  });

  it('are set as people write them, the same on every day', () => {
    expect(normalizeDailyHours('11 - 23')).toBe('11:00-23:00');
    expect(normalizeDailyHours('5 pm to 2 am')).toBe('17:00-02:00');
    expect(['', '11:00', '25-26', 'noon-night'].map(normalizeDailyHours)).toEqual([null, null, null, null]);
    expect(readDailyHours('17:00-02:00')?.map((spans) => spans.length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(readDailyHours('till')).toBeNull();
  });

  it('are by the shop’s clock, whatever this computer’s says', () => {
    const noonInVienna = Date.UTC(2026, 6, 6, 10, 30);
    expect(readShopMoment(noonInVienna, 'Europe/Vienna')).toEqual(at(1, 12, 30));
    expect(readShopMoment(noonInVienna, 'America/New_York')).toEqual(at(1, 6, 30));
    expect(readShopMoment(Date.UTC(2026, 6, 6, 4), 'America/New_York')).toEqual(at(1, 0));
    expect([readShopMoment(0, ''), readShopMoment(0, 'Mars/Olympus')]).toEqual([null, null]);
  });
});
