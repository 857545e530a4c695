import { tellFact } from './fact-words.ts';
import { ENGLISH_WORDING, type Facts, fillSentence, type Sentence, type Wording } from './sentence.ts';
import { HUB_SENTENCES } from './sentences/hub.ts';
import { MACHINE_SENTENCES } from './sentences/machine.ts';
import { MAIL_SENTENCES } from './sentences/mail.ts';
import { NETWORK_SENTENCES } from './sentences/network.ts';
import { ORDER_TICKET_SENTENCES } from './sentences/order-tickets.ts';
import { ORDER_SENTENCES } from './sentences/orders.ts';
import { REHEARSAL_SENTENCES } from './sentences/rehearsal.ts';
import { RUN_SENTENCES } from './sentences/runs.ts';
import { STORE_SENTENCES } from './sentences/store.ts';
import { SUPPORT_SENTENCES } from './sentences/support.ts';
import { TILL_SENTENCES } from './sentences/till.ts';
import { TILL_LOGIN_SENTENCES } from './sentences/till-login.ts';
import { UPDATE_SENTENCES } from './sentences/updates.ts';
import { USE_SENTENCES } from './sentences/use.ts';
import { WINDOW_SENTENCES } from './sentences/window.ts';

/**
 * The sentence of everything that can go wrong, in a shop manager's words. The codes are those of
 * `src-main/domain/failure.ts`; `test/architecture/failure-sentences.test.ts` holds the two together.
 */
export const FAILURE_SENTENCES = {
  ...USE_SENTENCES,
  ...MACHINE_SENTENCES,
  ...NETWORK_SENTENCES,
  ...TILL_SENTENCES,
  ...TILL_LOGIN_SENTENCES,
  ...STORE_SENTENCES,
  ...MAIL_SENTENCES,
  ...HUB_SENTENCES,
  ...REHEARSAL_SENTENCES,
  ...RUN_SENTENCES,
  ...ORDER_SENTENCES,
  ...ORDER_TICKET_SENTENCES,
  ...UPDATE_SENTENCES,
  ...SUPPORT_SENTENCES,
  ...WINDOW_SENTENCES,
} as const satisfies Record<string, Sentence>;

export type FailureCode = keyof typeof FAILURE_SENTENCES;

export interface Failure {
  readonly code: FailureCode;
  readonly facts: Facts;
}

/** A failure as people and scripts get it. */
export interface FailureView {
  readonly code: FailureCode;
  /** What happened and what it means. */
  readonly message: string;
  /** The one thing to do. */
  readonly hint: string;
}

/** The sentence of a failure of which only the code is known; null where the text is none. */
export const sayCodeIn = (text: string, wording: Wording): string | null =>
  Object.hasOwn(FAILURE_SENTENCES, text)
    ? describeFailureIn({ code: text as FailureCode, facts: {} }, wording).message
    : null;

/** Puts a failure into words, in English as scripts and logs have it. */
export const describeFailure = (failure: Failure): FailureView => describeFailureIn(failure, ENGLISH_WORDING);

/** Puts a failure into a person's own words. */
export function describeFailureIn({ code, facts }: Failure, wording: Wording): FailureView {
  const { says, next }: Sentence = FAILURE_SENTENCES[code];
  const told = tellFacts(facts, wording);
  const fill = (template: string): string => fillSentence(wording.tell(template), told, wording.language);
  return { code, message: fill(says), hint: fill(next) };
}

const tellFacts = (facts: Facts, wording: Wording): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' ? tellFact(name, fact, wording) : fact,
    ]),
  );
