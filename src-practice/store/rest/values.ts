/** PHP's intval: the leading whole number, 0 if there is none ("2.7" and 2.7 give 2, "abc" 0). */
export function toWholeNumber(value: unknown): number {
  const number = typeof value === 'string' ? Number.parseFloat(value) : Number(value);
  return Number.isFinite(number) ? Math.trunc(number) : 0;
}

/** An id: a whole number without sign; 0 if it is none. */
export function toId(value: unknown): number {
  return Math.abs(toWholeNumber(value));
}

/** WooCommerce's reading of switches: true, 1, "1", "yes" and "true" in any case. */
export function toSwitch(value: unknown): boolean {
  if (typeof value === 'string') return ['yes', '1', 'true'].includes(value.toLowerCase());
  return value === true || value === 1;
}

/** A scalar as PHP casts it to text; anything structured gives ''. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return value === true ? '1' : '';
}

/** A list: an array as it is, text split at commas and blanks, anything else empty. */
export function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((part) => part !== '');
  return [];
}

/** The ids of a list, zeros left out. */
export function toIds(value: unknown): number[] {
  return toList(value)
    .map(toId)
    .filter((id) => id > 0);
}

/** An array's objects; rows of other shapes are left out. */
export function toRows(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** A JSON object. */
export function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
