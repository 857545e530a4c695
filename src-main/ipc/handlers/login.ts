import type { LoginStateShape } from '../../../src-preload/contract/login-channels.ts';
import { createFailure, type Failure } from '../../domain/failure.ts';
import type { TillLogin, TillLoginFlow } from '../../engine/connections.ts';
import { type Attempt, fail, succeed } from '../../engine/face.ts';
import type { CheckedInput, Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { describeFailure } from '../speech.ts';
import { connectSide } from './connections.ts';

type Channels = 'login:state' | 'login:begin' | 'login:show' | 'login:paste' | 'login:cancel';

/** What became of the newest log-in; all windows share it. */
interface Progress {
  readonly step: LoginStateShape['step'];
  readonly flow: TillLoginFlow | null;
  readonly isShown: boolean;
  readonly failure: Failure | null;
}

const IDLE: Progress = { step: 'idle', flow: null, isShown: false, failure: null };

export function createLoginHandlers(deps: HandlerDeps): Pick<Handlers, Channels> {
  const { tillLogin } = deps;
  let progress = IDLE;
  const read = (): LoginStateShape => describeProgress(progress, deps);
  const tell = (next: Progress): LoginStateShape => {
    progress = next;
    const state = read();
    deps.publish('login:changed', state);
    return state;
  };
  const show = (address: string): boolean => deps.showPage?.(address) ?? false;

  const begin = async (input: CheckedInput<'login:begin'>): Promise<Attempt<LoginStateShape>> => {
    const request = readRequest(input, deps);
    if (!tillLogin || !request) return fail(createFailure('CLOVER_LOGIN_NO_APP'));
    const begun = await tillLogin.begin(request, async (work) => {
      let connected: Awaited<ReturnType<typeof work>> = fail(createFailure('CLOVER_LOGIN_CANCELLED'));
      const done = await connectSide(deps, 'till', async () => {
        connected = await work();
        return connected;
      });
      return done.ok ? connected : done;
    });
    if (!begun.ok) return begun;
    const flow = begun.value;
    const end = (failure: Failure | null): void => {
      // A newer log-in has taken its place.
      if (progress.flow === flow) tell({ ...IDLE, step: failure ? 'failed' : 'done', failure });
    };
    flow.ended.then(
      (ended) => end(ended.ok ? null : ended.failure),
      () => end(createFailure('BUG', { where: 'login' })),
    );
    return succeed(tell({ step: 'waiting', flow, isShown: show(flow.address), failure: null }));
  };
  return {
    'login:state': () => succeed(read()),
    'login:begin': begin,
    'login:show': () => {
      const { flow } = progress;
      return succeed(flow ? tell({ ...progress, isShown: show(flow.address) }) : read());
    },
    'login:paste': ({ text, merchantId }) => {
      const taken = progress.flow?.paste(text, merchantId) ?? fail(createFailure('CLOVER_LOGIN_CODE_ODD'));
      return taken.ok ? succeed(read()) : taken;
    },
    'login:cancel': () => {
      progress.flow?.cancel();
      return succeed(tell(IDLE));
    },
  };
}

/** null: a practice till was asked for and none runs. */
function readRequest(
  { environment, isPractice, apiUrl, appId, appSecret }: CheckedInput<'login:begin'>,
  { session }: HandlerDeps,
): Parameters<TillLogin['begin']>[0] | null {
  const id = appId?.trim() || null;
  const app = id === null ? null : { id, secret: appSecret?.trim() || null };
  const place = { webUrl: null, bounceUrl: null };
  if (!isPractice) return { ...place, environment, apiUrl: apiUrl?.trim() || null, app };
  const practice = session.readPractice();
  if (!practice?.app) return null;
  return {
    ...place,
    environment: 'sandbox',
    apiUrl: practice.till.url,
    app: app ?? { id: practice.app.id, secret: null },
  };
}

function describeProgress(
  { step, flow, isShown, failure }: Progress,
  { tillLogin, session }: HandlerDeps,
): LoginStateShape {
  const offer = tillLogin?.readOffer() ?? { hasApp: false, redirectUri: '' };
  return {
    step,
    address: flow?.address ?? null,
    isShown,
    endsMs: flow?.endsMs ?? null,
    failure: failure && describeFailure(failure),
    ...offer,
    canPractise: session.readPractice()?.app !== undefined,
  };
}
