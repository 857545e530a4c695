import { refuse } from './failure.ts';

type Scalar = string | number | boolean;
type Test = (value: Scalar) => boolean;

/** A field a list can be filtered by, and sorted by when a row has one value of it. */
export interface FilterField<Row> {
  readonly kind: 'text' | 'number' | 'flag';
  readonly isMet: (row: Row, test: Test) => boolean;
  readonly read: ((row: Row) => Scalar | undefined) | undefined;
}

export type FilterFields<Row> = Readonly<Record<string, FilterField<Row>>>;

export interface Filter<Row> {
  readonly field: string;
  readonly operator: Operator;
  readonly value: Scalar;
  readonly isMet: (row: Row) => boolean;
}

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

const EXPRESSION = /^\s*([\w.]+)\s*(!=|<=|>=|=|<|>)(.*)$/s;

/** A text field. */
export function text<Row>(read: (row: Row) => string | undefined): FilterField<Row> {
  return single('text', read);
}

/** A numeric field, times included. */
export function number<Row>(read: (row: Row) => number | undefined): FilterField<Row> {
  return single('number', read);
}

/** A yes-or-no field. */
export function flag<Row>(read: (row: Row) => boolean | undefined): FilterField<Row> {
  return single('flag', read);
}

/** A text field of related rows: one that matches is enough. */
export function texts<Row>(readAll: (row: Row) => Iterable<string>): FilterField<Row> {
  const isMet = (row: Row, test: Test): boolean => {
    for (const value of readAll(row)) if (test(value)) return true;
    return false;
  };
  return { kind: 'text', isMet, read: undefined };
}

/** A field Clover lists and this till has no data for: legal, and never met. */
export function vacant<Row>(): FilterField<Row> {
  return text(() => undefined);
}

/** Reads `filter=` values, which are ANDed; an unknown field is a 400 (clover.md 5.3). */
export function parseFilters<Row>(given: readonly string[], fields: FilterFields<Row>): Filter<Row>[] {
  return given.map((expression) => {
    const [, name = '', operator = '', rawValue = ''] = EXPRESSION.exec(expression) ?? [];
    if (name === '') throw refuse(`Invalid filter: ${expression}`);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) throw refuse(`Invalid field in filter: ${name}`);
    const value = parseValue(field.kind, name, rawValue);
    const test = createTest(operator as Operator, value);
    return {
      field: name,
      operator: operator as Operator,
      value,
      isMet: (row: Row) => field.isMet(row, test),
    };
  });
}

/** As in SQL, a row without a value meets no comparison, `!=` included. */
function single<Row>(
  kind: FilterField<Row>['kind'],
  read: (row: Row) => Scalar | undefined,
): FilterField<Row> {
  const isMet = (row: Row, test: Test): boolean => {
    const value = read(row);
    return value !== undefined && test(value);
  };
  return { kind, isMet, read };
}

function parseValue(kind: FilterField<unknown>['kind'], name: string, raw: string): Scalar {
  if (kind === 'text') return raw;
  if (kind === 'flag') {
    if (raw === 'true' || raw === 'false') return raw === 'true';
    throw refuse(`Invalid value in filter: ${name} must be true or false`);
  }
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) {
    throw refuse(`Invalid value in filter: ${name} must be a number`);
  }
  return value;
}

function createTest(operator: Operator, wanted: Scalar): Test {
  switch (operator) {
    case '=': {
      if (typeof wanted !== 'string' || !wanted.endsWith('*')) return (value) => value === wanted;
      const prefix = wanted.slice(0, -1);
      return (value) => typeof value === 'string' && value.startsWith(prefix);
    }
    case '!=':
      return (value) => value !== wanted;
    case '<':
      return (value) => value < wanted;
    case '<=':
      return (value) => value <= wanted;
    case '>':
      return (value) => value > wanted;
    case '>=':
      return (value) => value >= wanted;
  }
}
