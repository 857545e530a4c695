import { isDateTime } from './dates.ts';
import { type Fields, RestFailure } from './failure.ts';
import { isRow, toList } from './values.ts';

export type ValueType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/** What one parameter may be, after WordPress's own subset of JSON schema. */
export interface ParamSchema {
  readonly type: ValueType | readonly ValueType[];
  readonly choices?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly isDateTime?: boolean;
  /** An address of e-mail, or ''. */
  readonly isEmail?: boolean;
  readonly items?: ParamSchema;
  readonly properties?: ParamSchemas;
  readonly fallback?: unknown;
  readonly isRequired?: boolean;
}

export type ParamSchemas = Readonly<Record<string, ParamSchema>>;

interface Objection {
  readonly code: string;
  readonly message: string;
  readonly data: Fields | null;
}

/**
 * Checks and converts the parameters of a single call; unknown ones pass untouched. Rows of a batch never
 * come here (woocommerce.md 2.3).
 * @throws RestFailure `rest_missing_callback_param` or `rest_invalid_param`
 */
export function checkParams(params: Fields, schemas: ParamSchemas): Fields {
  const missing: string[] = [];
  const objections: [string, Objection][] = [];
  const checked: Record<string, unknown> = { ...params };
  for (const [name, schema] of Object.entries(schemas)) {
    const value = params[name];
    if (value === undefined) {
      if (schema.isRequired) missing.push(name);
      else if (schema.fallback !== undefined) checked[name] = schema.fallback;
      continue;
    }
    const objection = value === null ? undefined : findObjection(value, schema, name);
    if (objection) objections.push([name, objection]);
    else checked[name] = convert(value, schema);
  }
  if (missing.length > 0) throw missingParams(missing);
  if (objections.length > 0) throw invalidParams(objections);
  return checked;
}

function missingParams(names: readonly string[]): RestFailure {
  const message = `Missing parameter(s): ${names.join(', ')}`;
  return new RestFailure(400, 'rest_missing_callback_param', message, { params: names });
}

function invalidParams(objections: readonly [string, Objection][]): RestFailure {
  const message = `Invalid parameter(s): ${objections.map(([name]) => name).join(', ')}`;
  return new RestFailure(400, 'rest_invalid_param', message, {
    params: Object.fromEntries(objections.map(([name, objection]) => [name, objection.message])),
    details: Object.fromEntries(objections),
  });
}

function findObjection(value: unknown, schema: ParamSchema, name: string): Objection | undefined {
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (!types.some((type) => hasType(value, type))) {
    const message = `${name} is not of type ${types.join(',')}.`;
    return { code: 'rest_invalid_type', message, data: { param: name } };
  }
  if (schema.choices && !schema.choices.includes(String(value))) {
    return { code: 'rest_not_in_enum', message: describeChoices(name, schema.choices), data: null };
  }
  if (schema.isDateTime && !isDateTime(String(value))) {
    return { code: 'rest_invalid_date', message: 'Invalid date.', data: null };
  }
  if (schema.isEmail && value !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(String(value))) {
    return { code: 'rest_invalid_email', message: 'Invalid email address.', data: null };
  }
  return findBoundObjection(value, schema, name) ?? findNestedObjection(value, schema, name);
}

function describeChoices(name: string, choices: readonly string[]): string {
  if (choices.length === 1) return `${name} is not ${choices[0]}.`;
  return `${name} is not one of ${choices.slice(0, -1).join(', ')}, and ${choices.at(-1)}.`;
}

function findBoundObjection(value: unknown, schema: ParamSchema, name: string): Objection | undefined {
  const { minimum, maximum } = schema;
  const number = Number(value);
  if (minimum !== undefined && maximum !== undefined) {
    if (number >= minimum && number <= maximum) return undefined;
    const message = `${name} must be between ${minimum} (inclusive) and ${maximum} (inclusive)`;
    return { code: 'rest_out_of_bounds', message, data: null };
  }
  if (minimum === undefined || number >= minimum) return undefined;
  return {
    code: 'rest_out_of_bounds',
    message: `${name} must be greater than or equal to ${minimum}`,
    data: null,
  };
}

function findNestedObjection(value: unknown, schema: ParamSchema, name: string): Objection | undefined {
  if (schema.items) {
    for (const [index, item] of toList(value).entries()) {
      const objection = findObjection(item, schema.items, `${name}[${index}]`);
      if (objection) return objection;
    }
  }
  if (schema.properties && isRow(value)) {
    for (const [key, below] of Object.entries(schema.properties)) {
      if (value[key] === undefined) continue;
      const objection = findObjection(value[key], below, `${name}[${key}]`);
      if (objection) return objection;
    }
  }
  return undefined;
}

function hasType(value: unknown, type: ValueType): boolean {
  if (type === 'string') return typeof value === 'string';
  if (type === 'integer') return isNumeric(value) && Number.isInteger(Number(value));
  if (type === 'number') return isNumeric(value);
  if (type === 'boolean') return isBoolean(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value) || ['string', 'number'].includes(typeof value);
  return isRow(value) || value === '' || (Array.isArray(value) && value.length === 0);
}

function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value);
}

function isBoolean(value: unknown): boolean {
  if (typeof value === 'boolean' || value === 0 || value === 1) return true;
  return typeof value === 'string' && ['', 'false', 'true', '0', '1'].includes(value.toLowerCase());
}

function convert(value: unknown, schema: ParamSchema): unknown {
  const types: readonly ValueType[] = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (value === null && types.includes('null')) return null;
  if (types.includes('integer') || types.includes('number')) return Number(value);
  if (types.includes('boolean')) return convertBoolean(value, types);
  if (types.includes('array')) return convertList(value, schema);
  return value;
}

function convertBoolean(value: unknown, types: readonly ValueType[]): unknown {
  if (!isBoolean(value) && types.length > 1) return value;
  if (typeof value === 'string') return !['', 'false', '0'].includes(value.toLowerCase());
  return Boolean(value);
}

function convertList(value: unknown, schema: ParamSchema): unknown {
  const { items } = schema;
  return items ? toList(value).map((item) => convert(item, items)) : toList(value);
}
