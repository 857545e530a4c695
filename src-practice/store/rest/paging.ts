import type { RestAnswer, RestCall } from './call.ts';
import type { ParamSchemas } from './schema.ts';
import { toList, toText, toWholeNumber } from './values.ts';

const IDS = { type: 'array', items: { type: 'integer' } } as const;

/** The parameters every list takes (woocommerce.md 2.1). */
export const PAGING_SCHEMA: ParamSchemas = {
  page: { type: 'integer', minimum: 1, fallback: 1 },
  per_page: { type: 'integer', minimum: 1, maximum: 100, fallback: 10 },
  offset: { type: 'integer' },
  order: { type: 'string', choices: ['asc', 'desc'] },
  search: { type: 'string' },
  include: IDS,
  exclude: IDS,
};

export interface PageWindow {
  readonly start: number;
  readonly end: number;
}

/** Which rows of the whole list this call shows; an offset overrides the page. */
export function readWindow(call: RestCall): PageWindow {
  const perPage = toWholeNumber(call.params.per_page);
  const page = toWholeNumber(call.params.page);
  const start = call.params.offset === undefined ? (page - 1) * perPage : toWholeNumber(call.params.offset);
  return { start, end: start + perPage };
}

/** A page of rows with the totals and the links to its neighbours. */
export function answerPage(call: RestCall, rows: readonly unknown[], total: number): RestAnswer {
  const perPage = toWholeNumber(call.params.per_page);
  const page = toWholeNumber(call.params.page);
  const pages = Math.ceil(total / perPage);
  const links: string[] = [];
  if (page > 1) links.push(`<${linkPage(call, Math.min(page - 1, pages))}>; rel="prev"`);
  if (page < pages) links.push(`<${linkPage(call, page + 1)}>; rel="next"`);
  const totals = { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(pages) };
  return {
    status: 200,
    data: rows,
    headers: links.length > 0 ? { ...totals, Link: links.join(', ') } : totals,
  };
}

function linkPage(call: RestCall, page: number): string {
  const query = { ...call.query, page: String(page) };
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    Array.isArray(value)
      ? toList(value).map((item, index) => `${name}[${index}]=${toText(item)}`)
      : [`${name}=${toText(value)}`],
  );
  return encodeURI(`${call.origin}/wp-json${call.path}?${pairs.join('&')}`);
}
