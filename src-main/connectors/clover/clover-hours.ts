import type { OpeningHours, OpenSpan } from '../../domain/opening-hours.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { mapValue } from '../outcomes.ts';
import { isRow, readRows } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** When the shop is open, by the till; null where nobody has set it there (clover.md 10). */
export async function readOpeningHours(client: CloverClient): Promise<Outcome<OpeningHours | null>> {
  return mapValue(await client.get('/opening_hours'), ({ json }) => {
    const plans = isRow(json) ? readRows(json.elements) : [];
    const hours = WEEKDAYS.map((day) => plans.flatMap((plan) => readSpans(plan[day])));
    return hours.some((spans) => spans.length > 0) ? hours : null;
  });
}

function readSpans(day: unknown): OpenSpan[] {
  if (!isRow(day)) return [];
  return readRows(day.elements).flatMap(({ start, end }) => {
    const [from, to] = [readMinute(start), readMinute(end)];
    return from === null || to === null ? [] : [{ from, to }];
  });
}

/** 930 is half past nine, 2400 the end of the day. */
function readMinute(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 2400) return null;
  return value % 100 > 59 ? null : Math.floor(value / 100) * 60 + (value % 100);
}
