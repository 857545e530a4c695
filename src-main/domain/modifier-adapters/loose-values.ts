/** What other plugins keep comes back in whatever form their last save left it; these readers take any. */
export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a list. PHP answers a list with a gap in its numbers as an object. */
export function readRows(value: unknown): readonly Row[] {
  if (Array.isArray(value)) return value.filter(isRow);
  return isRow(value) ? Object.values(value).filter(isRow) : [];
}

/** Text as it was typed: numbers as text, entities decoded, tags and doubled spaces gone. */
export function readPlain(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  return decodeEntities(text.replace(/<\/?[a-z!][^>]*>/gi, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A switch: 1, "1", true, "yes" and "on" are on. */
export const isOn = (value: unknown): boolean =>
  value === true || value === 1 || ['1', 'yes', 'on', 'true'].includes(String(value ?? '').toLowerCase());

/** A whole number of 0 or more; 0 for anything else. */
export function readCount(value: unknown): number {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : 0;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

/** WordPress encodes with these only; some plugins do it once more on each save. */
function decodeEntities(text: string): string {
  let decoded = text;
  for (let pass = 0; pass < 3 && decoded.includes('&'); pass += 1) {
    const before = decoded;
    decoded = before.replace(ENTITY, decodeEntity);
    if (decoded === before) break;
  }
  return decoded;
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
