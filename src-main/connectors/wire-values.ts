/** Cheap checks of what came over the wire: a catalog of 20,000 rows passes through them field by field. */
export type WireRow = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is WireRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const readText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A finite number, `fallback` for anything else. */
export const readNumber = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : fallback;

/** The objects of a list; anything else is dropped. */
export const readRows = (value: unknown): readonly WireRow[] =>
  Array.isArray(value) ? (value.every(isRow) ? value : value.filter(isRow)) : [];
