import type { TillAnswers } from '../options.ts';
import { type Area, isPermitted, type MerchantToken } from '../tokens.ts';
import type { TillCall } from './call.ts';
import { TillFailure } from './failure.ts';

/** What a kind of row can be expanded by, and the area that needs read rights. */
export interface ExpandFields {
  readonly [name: string]: { readonly area: Area; readonly nested?: ExpandFields };
}

/** The expanded names; each leads to what is expanded below it. */
export interface Expand extends ReadonlyMap<string, Expand> {}

interface GrowingExpand extends Map<string, GrowingExpand> {}

/** Documented, not always enforced (clover.md 5.2). */
const MAX_EXPANDED_FIELDS = 3;

/** Expanded lists stop here and cannot be paged (clover.md 5.2). */
const MAX_EXPANDED_ROWS = 100;

export const NOTHING_EXPANDED: Expand = new Map();

/** Reads `expand=a,b.c`, repeated or not. One name that is not permitted refuses the call (clover.md 3.2). */
export function readExpand(call: TillCall, fields: ExpandFields, answers: TillAnswers): Expand {
  const given = call.query.getAll('expand');
  if (given.length === 0) return NOTHING_EXPANDED;
  const paths = given.flatMap((list) => list.split(',')).map((name) => name.trim());
  const named = paths.filter((path) => path !== '');
  if (named.length > MAX_EXPANDED_FIELDS && answers.expandOverThree === 'refuse') throw forbid();
  const root: GrowingExpand = new Map();
  for (const path of named) addPath(root, path, fields, call.token, answers);
  return root;
}

/** The first hundred of the related rows, as an expanded relation. */
export function showRelated<Row>(rows: Iterable<Row>, show: (row: Row) => unknown): { elements: unknown[] } {
  const elements: unknown[] = [];
  for (const row of rows) {
    if (elements.length === MAX_EXPANDED_ROWS) break;
    elements.push(show(row));
  }
  return { elements };
}

function addPath(
  root: GrowingExpand,
  path: string,
  fields: ExpandFields,
  token: MerchantToken,
  answers: TillAnswers,
): void {
  if (answers.forbiddenExpands.includes(path)) throw forbid();
  let expand = root;
  let known: ExpandFields | undefined = fields;
  for (const name of path.split('.')) {
    const field: ExpandFields[string] | undefined =
      known && Object.hasOwn(known, name) ? known[name] : undefined;
    if (!field) {
      if (answers.unknownExpand === 'refuse') throw forbid();
      return;
    }
    if (!isPermitted(token, field.area, 'r')) throw forbid();
    const next: GrowingExpand = expand.get(name) ?? new Map();
    expand.set(name, next);
    expand = next;
    known = field.nested;
  }
}

function forbid(): TillFailure {
  return new TillFailure(403, 'Invalid permissions for expandable fields.');
}
