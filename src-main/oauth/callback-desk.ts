import { createFailure, type Failure } from '../domain/failure.ts';
import type { Words } from '../domain/words.ts';
import type { LoginAnswer } from '../engine/connections.ts';
import { type Attempt, fail, succeed } from '../engine/face.ts';
import type { AnswerPage } from './answer-page.ts';
import type { FlowState } from './flow-state.ts';
import { readHandedCode, readPastedCode } from './pasted-code.ts';

/** Takes what comes back from Clover's page, by the browser or by hand: once, and only of this log-in. */
export interface CallbackDesk {
  /** null: none of ours. @returns the page to show once everything is over */
  hear(query: URLSearchParams): Promise<AnswerPage | null>;
  paste(text: string, merchantId: string | null): Attempt<void>;
}

export interface CallbackDeps {
  readonly state: FlowState;
  readonly clientId: string;
  /** Called once. */
  readonly settle: (answer: LoginAnswer) => void;
  /** What became of it, for the page; null: connected. */
  readonly waitForEnd: () => Promise<Failure | null>;
  readonly words: Words;
}

const showDone = ({ say, language }: Words): AnswerPage => ({
  status: 200,
  title: say('Tillbridge is connected'),
  text: say('You can close this tab and go back to Tillbridge.'),
  language,
  isOver: true,
});
/** Clover promises nowhere to echo the state (clover.md 2.2); without it, only a person can say that this is theirs. */
const showUnproved = ({ say, language }: Words): AnswerPage => ({
  status: 400,
  title: say('One more step'),
  text: say('Copy the address of this page, go back to Tillbridge and paste it there under "I have a code".'),
  language,
  isOver: false,
});

export function createCallbackDesk(deps: CallbackDeps): CallbackDesk {
  const { state, clientId, settle, waitForEnd, words } = deps;
  const settlePage = async (answer: LoginAnswer): Promise<AnswerPage> => {
    settle(answer);
    const failure = await waitForEnd();
    if (!failure) return showDone(words);
    const { message, hint } = words.describeFailure(failure);
    const title = words.say('Tillbridge is not connected');
    return { status: 200, title, text: `${message} ${hint}`, language: words.language, isOver: true };
  };
  return {
    hear: async (query) => {
      const given = query.getAll('state').length === 1 ? (query.get('state') ?? '') : null;
      const isDenial = query.get('error') !== null;
      if (given !== null && isDenial && state.use(given)) {
        return settlePage({ kind: 'denied', failure: createFailure('CLOVER_LOGIN_DENIED') });
      }
      const handed = isDenial ? null : readHandedCode(query);
      if (!handed || (handed.clientId !== null && handed.clientId !== clientId)) return null;
      if (handed.state === null) return showUnproved(words);
      if (!state.matches(handed.state)) return null;
      if (handed.merchantId === null) return showUnproved(words);
      state.use(handed.state);
      return settlePage({ kind: 'code', code: handed.code, merchantId: handed.merchantId });
    },
    paste: (text, merchantId) => {
      const handed = readPastedCode(text, merchantId);
      if ('facts' in handed) return fail(handed);
      const isOurs =
        (handed.clientId === null || handed.clientId === clientId) && state.use(handed.state ?? state.text);
      if (!isOurs || handed.merchantId === null) return fail(createFailure('CLOVER_LOGIN_CODE_ODD'));
      settle({ kind: 'code', code: handed.code, merchantId: handed.merchantId });
      return succeed(undefined);
    },
  };
}
