import type { WireAnswer, WireRequest } from '../../../src-main/engine/ports.ts';
import type { PracticeRandom } from '../../../src-practice/random.ts';
import { drawBetween } from '../chance.ts';
import { breakConnection, fallSilent, refuseTunnel } from './broken-line.ts';
import type { Fault } from './fault.ts';
import {
  addNews,
  crash,
  demandProxyLogin,
  findNothing,
  mislabel,
  refuseAsTooMany,
  refuseToken,
  sendElsewhere,
  showPortal,
} from './odd-answers.ts';

/** One request that a fault meets. */
export interface Struck {
  readonly request: WireRequest;
  readonly side: 'till' | 'store';
  readonly random: PracticeRandom;
  /** Lets the side do the work; may be called again. */
  readonly deliver: () => Promise<WireAnswer>;
  sleep(delayMs: number): Promise<void>;
}

/** Longer than the app waits inside a call. */
const LONG_RETRY_AFTER = '120';

type Strike = (struck: Struck) => Promise<WireAnswer>;

const unsent =
  (code: string): Strike =>
  () =>
    Promise.reject(breakConnection(code));

const answered =
  (make: (struck: Struck) => WireAnswer): Strike =>
  async (struck) =>
    make(struck);

/** What each fault does. A name and a way of working for each: one that is missing is no type. */
export const STRIKES: Readonly<Record<Fault, Strike>> = {
  'drop-before': unsent('ECONNRESET'),
  'refused-connection': unsent('ECONNREFUSED'),
  'dns-failure': unsent('ENOTFOUND'),
  'tls-failure': ({ random }) =>
    Promise.reject(breakConnection(random.pick(['CERT_HAS_EXPIRED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']))),
  'lost-answer': async ({ deliver }) => {
    await deliver();
    throw breakConnection('ECONNRESET');
  },
  slow: async ({ deliver, sleep, random }) => {
    await sleep(drawDelayMs(random));
    return deliver();
  },
  truncated: async ({ deliver }) => {
    const whole = await deliver();
    return { ...whole, body: whole.body.slice(0, whole.body.length / 2) };
  },
  'half-open': async ({ request, deliver, random }) => {
    if (random.below(2) === 0) await deliver();
    return fallSilent(request);
  },
  duplicate: async ({ request, deliver }) => {
    const first = await deliver();
    // The second answer finds nobody who waits for it.
    if (isRepeatable(request)) await deliver();
    return first;
  },
  'proxy-refusal': async ({ request, random }) => {
    if (random.below(2) === 0) throw refuseTunnel();
    return demandProxyLogin(request);
  },
  'captive-portal': answered(({ request }) => showPortal(request)),
  redirect: answered(({ request }) => sendElsewhere(request)),
  'too-many': answered(({ request }) => refuseAsTooMany(request, '3')),
  'too-many-bare': answered(({ request }) => refuseAsTooMany(request, null)),
  'too-many-long': answered(({ request }) => refuseAsTooMany(request, LONG_RETRY_AFTER)),
  'server-error': answered(({ request, random }) => crash(request, random.pick([500, 502, 503]))),
  'error-after-work': async ({ request, deliver }) => {
    await deliver();
    return crash(request, 500);
  },
  'wrong-type': async ({ deliver, random }) => mislabel(await deliver(), random.below(2) === 0),
  'token-refused': answered(({ request, side }) => refuseToken(request, side)),
  'not-found': answered(({ request, side }) => findNothing(request, side)),
  'new-field': async ({ deliver }) => addNews(await deliver()),
};

/** Milliseconds that a slow answer takes; the longest outlast the patience for a read. */
const drawDelayMs = (random: PracticeRandom): number =>
  random.pick([drawBetween(random, 500, 5_000), drawBetween(random, 5_000, 60_000)]);

/** Writes that set values of things that are there: twice is as good as once. */
const SETTING = /\/(?:item_stocks|items)\/[A-Z0-9]{13}$|\/batch$/;
const ADDING = /"(?:create|inventory_delta)"/;

/** Nothing in a line repeats what is not safe to repeat (RFC 9110, 9.2.2): reads, and writes that set values. */
function isRepeatable({ method, url, body = '' }: WireRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  return (
    method !== 'DELETE' && !ADDING.test(body) && (method === 'PUT' || SETTING.test(new URL(url).pathname))
  );
}
