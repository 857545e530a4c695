import type { WireAnswer, WireRequest } from '../../../src-main/engine/ports.ts';

/** What a later version of a side may add anywhere. */
const NEWS = { newSince2027: { kind: 'NOT_KNOWN_YET', parts: [1, 'two', null] } };

const PORTAL_PAGE = `<!doctype html><html><head><title>Welcome</title></head><body>
<form action="/connect" method="post"><h1>Free Wi-Fi</h1><button>Accept and connect</button></form></body></html>`;
const CRASH_PAGE = '<h1>critical error</h1>';
const WARNING = '<br />\n<b>Warning</b>: Undefined array key 3 in <b>/wp-content/plugins/seo.php</b><br />\n';

/** One answer of a side, or of something in the line that speaks in its place. */
export const answer = (
  { url }: WireRequest,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): WireAnswer => ({ status, headers: { 'content-type': 'application/json', ...headers }, body, url });

const answerPage = (request: WireRequest, status: number, body: string): WireAnswer =>
  answer(request, status, body, { 'content-type': 'text/html; charset=UTF-8' });

export const crash = (request: WireRequest, status: number): WireAnswer =>
  answerPage(request, status, CRASH_PAGE);

export const showPortal = (request: WireRequest): WireAnswer => answerPage(request, 200, PORTAL_PAGE);

export const demandProxyLogin = (request: WireRequest): WireAnswer =>
  answer(request, 407, '', { 'proxy-authenticate': 'Basic realm="office"' });

export const sendElsewhere = (request: WireRequest): WireAnswer =>
  answer(request, 302, '', { location: 'http://login.hotspot.example/start' });

export const refuseAsTooMany = (request: WireRequest, retryAfter: string | null): WireAnswer =>
  answer(
    request,
    429,
    '{"message":"429 Too Many Requests"}',
    retryAfter === null ? {} : { 'retry-after': retryAfter },
  );

/** As each side refuses a token or key that it knows very well (clover.md 3.2, woocommerce.md 2). */
export const refuseToken = (request: WireRequest, side: 'till' | 'store'): WireAnswer =>
  side === 'till'
    ? answer(request, 401, '{"message":"401 Unauthorized"}')
    : answer(
        request,
        401,
        '{"code":"woocommerce_rest_cannot_view","message":"Sorry, you cannot list resources.","data":{"status":401}}',
      );

/** A till behind a page that is not its own; a store whose plugin is switched off while it is updated. */
export const findNothing = (request: WireRequest, side: 'till' | 'store'): WireAnswer =>
  side === 'till'
    ? answerPage(request, 404, '<h1>404 Not Found</h1>')
    : answer(
        request,
        404,
        '{"code":"rest_no_route","message":"No route was found matching the URL and request method.","data":{"status":404}}',
      );

/** The same JSON under another name, or with a warning of PHP before it. */
export const mislabel = (whole: WireAnswer, hasWarning: boolean): WireAnswer => ({
  ...whole,
  headers: { ...whole.headers, 'content-type': 'text/html; charset=UTF-8' },
  body: hasWarning && whole.body !== '' ? `${WARNING}${whole.body}` : whole.body,
});

/** Fields that nobody knows yet, in the answer and in every row of it. */
export function addNews(whole: WireAnswer): WireAnswer {
  if (whole.status !== 200 || !/^\s*[[{]/.test(whole.body)) return whole;
  return { ...whole, body: JSON.stringify(addTo(JSON.parse(whole.body))) };
}

function addTo(json: unknown): unknown {
  if (Array.isArray(json)) return json.map((row) => (isRow(row) ? { ...row, ...NEWS } : row));
  if (!isRow(json)) return json;
  const { elements } = json;
  return { ...json, ...NEWS, ...(Array.isArray(elements) ? { elements: addTo(elements) } : {}) };
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
