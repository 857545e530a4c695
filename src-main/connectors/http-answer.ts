import { createFailure, type Failure } from '../domain/failure.ts';
import type { OutcomeFailure } from '../domain/outcome.ts';
import type { WireAnswer } from '../engine/ports.ts';
import { type AnswerBody, readAnswerBody } from './answer-body.ts';
import { type HttpCall, isRead, type ServiceRules, type Verdict } from './http-rules.ts';
import { readNetworkTrouble } from './network-failure.ts';
import { reject, succeed } from './outcomes.ts';

/** When to look again after something a person has to mend: a proxy, a log-in page, a certificate. */
const MENDING_DELAY_MS = 60_000;
const TROUBLE_DELAY_MS = 5_000;
const REQUEST_ID = /^[\w.:-]{1,80}$/;

/** What an error thrown by the network means for this call. */
export function judgeError(error: unknown, url: string, call: HttpCall): OutcomeFailure {
  const { code, wasSent } = readNetworkTrouble(error);
  const failure = createFailure(code, { host: readHost(url) });
  if (wasSent) return loseAnswer(call, failure);
  const delayMs = needsPerson(failure) ? MENDING_DELAY_MS : TROUBLE_DELAY_MS;
  return { kind: 'retryAfter', delayMs, failure };
}

/** Whether trying again within the minute is idle. */
export const needsPerson = ({ code }: Failure): boolean =>
  code === 'NET_TLS_FAILED' || code === 'NET_PROXY_REFUSED' || code === 'NET_CAPTIVE_PORTAL';

/** The request left, its answer did not come: a read may simply be asked again, a write may have been done. */
export function loseAnswer(call: HttpCall, failure: Failure): OutcomeFailure {
  return isRead(call)
    ? { kind: 'retryAfter', delayMs: TROUBLE_DELAY_MS, failure }
    : { kind: 'unknown', failure };
}

/** What a complete answer, other than 429, means for this call. */
export function judgeAnswer(answer: WireAnswer, url: string, call: HttpCall, rules: ServiceRules): Verdict {
  const verdict = judge(answer, url, call, rules);
  const requestId = readRequestId(answer, rules);
  const isNamed = typeof verdict === 'object' && verdict.kind === 'rejected' && requestId !== '';
  return isNamed ? { ...verdict, requestId } : verdict;
}

function readRequestId({ headers }: WireAnswer, { requestIdHeader }: ServiceRules): string {
  const id = headers[requestIdHeader] ?? '';
  return REQUEST_ID.test(id) ? id : '';
}

function judge(answer: WireAnswer, url: string, call: HttpCall, rules: ServiceRules): Verdict {
  const host = readHost(url);
  const { status } = answer;
  if (status === 407) return waitForPerson(createFailure('NET_PROXY_REFUSED', { host }));
  if (status === 511) return waitForPerson(createFailure('NET_CAPTIVE_PORTAL', { host }));
  const target = readTarget(answer, url);
  if (target !== null && target.origin !== new URL(url).origin) {
    const failure = createFailure('NET_CAPTIVE_PORTAL', { host, location: target.host });
    // A carrier that followed the redirect by itself may have repeated the write there.
    return status >= 300 ? waitForPerson(failure) : loseAnswer(call, failure);
  }
  const body = readAnswerBody(answer);
  if (status >= 200 && status < 300) return judgeSuccess(answer, body, host, call, rules);
  const own = rules.classify(answer, body, call);
  if (own !== null) return own;
  if (status >= 500) return loseAnswer(call, createFailure(rules.codes.failing, { host, status }));
  return reject(status < 400 ? rules.codes.page : rules.codes.refused, status, { host, status });
}

function judgeSuccess(
  answer: WireAnswer,
  body: AnswerBody,
  host: string,
  call: HttpCall,
  rules: ServiceRules,
): Verdict {
  const isBare = call.method === 'HEAD' || answer.status === 204;
  if (body.kind === 'json' || (body.kind === 'none' && isBare)) {
    const json = body.kind === 'json' ? body.json : null;
    return succeed({ json, headers: answer.headers }, readRequestId(answer, rules));
  }
  if (body.kind !== 'page') return loseAnswer(call, createFailure('NET_BROKEN_ANSWER', { host }));
  const isPortal = body.page === 'portal' || (body.page === 'login' && !rules.hasPages);
  const failure = createFailure(isPortal ? 'NET_CAPTIVE_PORTAL' : rules.codes.page, { host });
  if (!isRead(call)) return { kind: 'unknown', failure };
  if (isPortal) return waitForPerson(failure);
  // A service without pages has said nothing: somebody else stands in its place, perhaps for a moment.
  return rules.hasPages ? { kind: 'rejected', failure, status: answer.status } : loseAnswer(call, failure);
}

/** Where a redirect leads, or has led. */
function readTarget(answer: WireAnswer, url: string): URL | null {
  const isRedirect = answer.status >= 300 && answer.status < 400;
  const target = isRedirect ? (answer.headers.location ?? '') : answer.url;
  return URL.canParse(target, url) ? new URL(target, url) : null;
}

const waitForPerson = (failure: Failure): OutcomeFailure => ({
  kind: 'retryAfter',
  delayMs: MENDING_DELAY_MS,
  failure,
});

/** Host and port; the rest of an address may hold keys. */
export const readHost = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
