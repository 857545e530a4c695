import type { ConsumerKey } from '../access/keys.ts';
import type { RequestWork } from '../work.ts';
import type { Fields } from './failure.ts';
import type { FieldSelection } from './field-selection.ts';
import type { ParamSchemas } from './schema.ts';

export type Action = 'list' | 'view' | 'create' | 'edit' | 'delete' | 'batch';

/** One authenticated call of one route. */
export interface RestCall {
  readonly method: string;
  readonly origin: string;
  /** The path as matched, without `/wp-json`: `/wc/v3/products/10`. */
  readonly path: string;
  /** Path, query and body together; the body wins, as in WordPress. Checked by the route's schema. */
  readonly params: Fields;
  /** The query alone, as sent: list links repeat it. */
  readonly query: Fields;
  readonly selection: FieldSelection | undefined;
  readonly work: RequestWork;
}

export interface RestAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type RestHandler = (call: RestCall) => RestAnswer | Promise<RestAnswer>;

export interface Route {
  readonly methods: readonly string[];
  /** `{id}` stands for digits, `{name:slug}` for a word. */
  readonly pattern: string;
  readonly schema?: ParamSchemas;
  /** Runs after the schema and before the handler, with the caller's key if there is one. */
  readonly permit: (key: ConsumerKey | undefined, params: Fields) => void;
  readonly handle: RestHandler;
}

/** Answers 200 with the given data. */
export function answerOk(data: unknown): RestAnswer {
  return { status: 200, data };
}

/** Answers 201 with the created object and its address. */
export function answerCreated(data: unknown, location: string): RestAnswer {
  return { status: 201, data, headers: { Location: location } };
}

/** The verbs that change an existing object. */
export const EDIT_METHODS = ['PUT', 'POST', 'PATCH'] as const;
