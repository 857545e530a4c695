const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:([Zz])|([+-])(\d{2})(?::(\d{2}))?)?$/;
const HOUR_MS = 3_600_000;

/** Unix milliseconds cut to the whole second: WordPress keeps no finer time. */
export function cutToSecond(timeMs: number): number {
  return Math.floor(timeMs / 1000) * 1000;
}

/** `2026-11-21T02:55:21`, in UTC moved by the given hours. */
export function formatDate(timeMs: number, offsetHours: number): string {
  return new Date(timeMs + offsetHours * HOUR_MS).toISOString().slice(0, 19);
}

/** Whether WordPress takes the text for a date: date and time, both are needed. */
export function isDateTime(text: string): boolean {
  return DATE_TIME.test(text) && !Number.isNaN(parseWall(text));
}

/** The instant a client means by a date to be stored: site time unless it carries a zone. */
export function readInstant(text: string, siteOffsetHours: number): number | null {
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const zoneMs = readZone(match);
  const wallMs = parseWall(text);
  if (Number.isNaN(wallMs)) return null;
  return wallMs - (zoneMs ?? siteOffsetHours * HOUR_MS);
}

/**
 * The bound of a date filter. With a zone AND `dates_are_gmt` WordPress turns the instant into site time
 * and then reads that as UTC: wrong by the site's offset, and so it is here (woocommerce.md 2.2).
 */
export function readFilterBound(text: string, areGmt: boolean, siteOffsetHours: number): number {
  const match = DATE_TIME.exec(text);
  const wallMs = parseWall(text);
  const zoneMs = match ? readZone(match) : undefined;
  if (zoneMs === undefined) return areGmt ? wallMs : wallMs - siteOffsetHours * HOUR_MS;
  const instantMs = wallMs - zoneMs;
  return areGmt ? instantMs + siteOffsetHours * HOUR_MS : instantMs;
}

function parseWall(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
}

function readZone(match: RegExpExecArray): number | undefined {
  if (match[3]) return 0;
  if (!match[4]) return undefined;
  const sizeMs = (Number(match[5]) + Number(match[6] ?? 0) / 60) * HOUR_MS;
  return match[4] === '-' ? -sizeMs : sizeMs;
}
