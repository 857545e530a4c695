import { expect, it } from 'vitest';
import {
  countQuietMinutes,
  isQuiet,
  normalizeTimeOfDay,
  readQuietHours,
} from '../../../src-main/domain/quiet-hours.ts';

const at = (hours: number, minutes = 0): number => hours * 60 + minutes;

it('quiet hours across midnight are quiet on both sides of it, and end on their last minute', () => {
  const night = readQuietHours('22:00', '07:30');
  expect(
    [at(21, 59), at(22), at(23, 59), at(0), at(7, 29), at(7, 30), at(12)].map((time) => isQuiet(night, time)),
  ).toEqual([false, true, true, true, true, false, false]);
  expect(night && countQuietMinutes(night, at(23))).toBe(at(8, 30));
  expect(night && countQuietMinutes(night, at(7, 29))).toBe(1);
});

it('quiet hours within a day are quiet between their times only', () => {
  const noon = readQuietHours('12:00', '14:00');
  expect([at(11, 59), at(12), at(13, 59), at(14), at(23)].map((time) => isQuiet(noon, time))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});

it.each([
  ['', ''],
  ['22:00', ''],
  ['', '07:00'],
  ['07:00', '07:00'],
  ['24:00', '07:00'],
  ['7:00', '22:00'],
])('from "%s" to "%s" there are none', (from, to) => {
  expect(readQuietHours(from, to)).toBeNull();
});

it('a time is taken as people write it', () => {
  const given = ['7:00', '07:00', '10pm', '10:30 PM', '12 am', '12pm', '22.15', '7'];
  expect(given.map(normalizeTimeOfDay)).toEqual([
    '07:00',
    '07:00',
    '22:00',
    '22:30',
    '00:00',
    '12:00',
    '22:15',
    '07:00',
  ]);
  for (const wrong of ['24:00', '13pm', '0 am', '7:60', 'night', '', '7:5'])
    expect(normalizeTimeOfDay(wrong), wrong).toBeNull();
});
