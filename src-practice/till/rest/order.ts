import { refuse } from './failure.ts';
import type { FilterFields } from './filter.ts';

export interface Order<Row> {
  readonly field: string;
  readonly isDescending: boolean;
  readonly compare: (left: Row, right: Row) => number;
}

/** Reads `orderBy=field ASC|DESC` (clover.md 5.4); rows without a value come last. */
export function parseOrder<Row>(given: string | null, fields: FilterFields<Row>): Order<Row> | undefined {
  if (given === null) return undefined;
  const [, name = '', direction = 'ASC'] = /^\s*([\w.]+)(?:\s+(ASC|DESC))?\s*$/i.exec(given) ?? [];
  const read = Object.hasOwn(fields, name) ? fields[name]?.read : undefined;
  if (!read) throw refuse(`Invalid field in orderBy: ${given}`);
  const isDescending = direction.toUpperCase() === 'DESC';
  const sign = isDescending ? -1 : 1;
  const compare = (left: Row, right: Row): number => {
    const leftValue = read(left);
    const rightValue = read(right);
    if (leftValue === rightValue) return 0;
    if (leftValue === undefined) return 1;
    if (rightValue === undefined) return -1;
    return leftValue < rightValue ? -sign : sign;
  };
  return { field: name, isDescending, compare };
}
