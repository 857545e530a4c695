import type { FailureCode } from '../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../domain/outcome.ts';
import type { WireAnswer, WireRequest } from '../engine/ports.ts';
import type { AnswerBody } from './answer-body.ts';

/** One call; `prepare` is asked anew for each try, because signatures and nonces must not repeat. */
export interface HttpCall {
  readonly method: WireRequest['method'];
  readonly prepare: () => PreparedCall;
  readonly signal?: AbortSignal;
}

export type PreparedCall = Pick<WireRequest, 'url' | 'headers' | 'body'>;

export interface HttpAnswer {
  /** The parsed body; null when there was none. */
  readonly json: unknown;
  readonly headers: WireAnswer['headers'];
}

/** `again`: refused unseen, and the next try will differ. */
export type Verdict = Outcome<HttpAnswer> | 'again';

/** How one service speaks. */
export interface ServiceRules {
  readonly codes: {
    /** 429. */
    readonly limited: FailureCode;
    /** 5xx. */
    readonly failing: FailureCode;
    /** Any other refusal. */
    readonly refused: FailureCode;
    /** A page where JSON belongs. */
    readonly page: FailureCode;
  };
  /** The service has pages of its own, log-in pages among them: such a page is then no sign of a hotspot. */
  readonly hasPages: boolean;
  /** The service's own table for answers outside 2xx; null: the general rules know enough. */
  classify(answer: WireAnswer, body: AnswerBody, call: HttpCall): OutcomeFailure | 'again' | null;
  /** The wait after a 429 that names none. */
  readLimitDelayMs(answer: WireAnswer): number;
  /** Header with the service's own id of the request. */
  readonly requestIdHeader: string;
}

export const isRead = (call: HttpCall): boolean => call.method === 'GET' || call.method === 'HEAD';
