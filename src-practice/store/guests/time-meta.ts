import type { Fields } from '../rest/failure.ts';
import type { GuestOrder } from './guest-order.ts';

const HOUR_MS = 3_600_000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What the plugin for pickup and delivery leaves on an order: how it is fetched, and when. */
export function writeTimeMeta(order: GuestOrder, siteOffsetHours: number): readonly Fields[] {
  const { wantedMs, method, timeFormat } = order;
  if (timeFormat === 'food') {
    const named = method === 'pickup' ? 'takeaway' : method === 'dine-in' ? 'dinein' : 'delivery';
    return [{ key: 'exwfood_order_method', value: named }, ...writeFoodTime(wantedMs, siteOffsetHours)];
  }
  if (timeFormat === 'coderockz') {
    const kind = method === 'delivery' ? 'delivery' : 'pickup';
    const type = { key: 'delivery_type', value: kind };
    if (wantedMs === null) return [type];
    const { date, slot } = readWall(wantedMs, siteOffsetHours);
    return [type, { key: `${kind}_date`, value: date }, { key: `${kind}_time`, value: slot }];
  }
  if (wantedMs === null) return [];
  const { date, slot, long } = readWall(wantedMs, siteOffsetHours);
  if (timeFormat === 'block-field') {
    return [{ key: `_wc_other/shop/${method}-time`, value: `${date} ${slot.slice(0, 5)}` }];
  }
  return [
    { key: 'jckwds_date', value: long },
    { key: 'jckwds_date_ymd', value: date.replaceAll('-', '') },
    { key: 'jckwds_timeslot', value: slot },
    { key: 'jckwds_timestamp', value: String(Math.floor(wantedMs / 1000)) },
  ];
}

function writeFoodTime(wantedMs: number | null, siteOffsetHours: number): readonly Fields[] {
  if (wantedMs === null) return [];
  const { long, clock } = readWall(wantedMs, siteOffsetHours);
  return [
    { key: 'exwfood_date_deli', value: long },
    { key: 'exwfood_time_deli', value: clock },
    { key: 'exwfood_datetime_deli_unix', value: String(Math.floor(wantedMs / 1000)) },
  ];
}

/** A moment as it stands on the shop's wall. */
function readWall(timeMs: number, siteOffsetHours: number) {
  const wall = new Date(timeMs + siteOffsetHours * HOUR_MS);
  const text = wall.toISOString();
  const later = new Date(wall.getTime() + HOUR_MS / 2).toISOString();
  const hours = wall.getUTCHours();
  return {
    date: text.slice(0, 10),
    slot: `${text.slice(11, 16)} - ${later.slice(11, 16)}`,
    long: `${MONTHS[wall.getUTCMonth()]} ${wall.getUTCDate()}, ${wall.getUTCFullYear()}`,
    clock: `${hours % 12 || 12}:${text.slice(14, 16)} ${hours < 12 ? 'AM' : 'PM'}`,
  };
}
