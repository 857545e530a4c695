import type { WireRequest } from '../../wire.ts';
import type { Fields } from './failure.ts';
import { RestFailure } from './failure.ts';
import { isRow } from './values.ts';

/** Reads a query string or form body as PHP does: `include[]=1&include[]=2` is a list. */
export function parseQuery(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [rawName, value] of new URLSearchParams(text)) {
    const bracket = rawName.indexOf('[');
    const name = bracket > 0 ? rawName.slice(0, bracket) : rawName;
    if (bracket <= 0) {
      fields[name] = value;
      continue;
    }
    const list = fields[name];
    if (Array.isArray(list)) list.push(value);
    else fields[name] = [value];
  }
  return fields;
}

/** The body's fields; a JSON type with text that is no JSON is refused, other types carry a form. */
export function parseBody(request: WireRequest): Fields {
  const contentType = request.headers['content-type'] ?? '';
  if (request.body === '') return {};
  if (/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType)) return parseJson(request.body);
  return contentType.startsWith('application/x-www-form-urlencoded') ? parseQuery(request.body) : {};
}

function parseJson(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body);
    return isRow(value) ? value : {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RestFailure(400, 'rest_invalid_json', 'Invalid JSON body passed.', {
      json_error_code: 4,
      json_error_message: 'Syntax error',
    });
  }
}
