import { createFailure, type Failure } from '../domain/failure.ts';
import type { Words } from '../domain/words.ts';
import type {
  GrantPort,
  LoginAnswer,
  LoginRelay,
  OpenConnections,
  TillApp,
  TillLogin,
  TillLoginFlow,
  TillLoginRequest,
} from '../engine/connections.ts';
import { type Attempt, fail, succeed, type TillConnection } from '../engine/face.ts';
import type { Clock, Random, Timers } from '../engine/ports.ts';
import { createCallbackDesk } from './callback-desk.ts';
import { createFlowState, type FlowState } from './flow-state.ts';
import {
  CALLBACK_PATH,
  type HearCallback,
  type LoopbackListener,
  openLoopbackListener,
} from './loopback-listener.ts';
import { createPkce } from './pkce.ts';

/** Longer nobody waits for the browser. */
const PATIENCE_MS = 5 * 60_000;
/** What a developer's app must take as redirect where no page on the web is between. */
const DIRECT_REDIRECT = 'http://127.0.0.1';
const APP_ID = /^[\w-]{1,64}$/;
const LONGEST_SECRET = 500;

export interface TillLoginDeps {
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly random: Pick<Random, 'hex'>;
  readonly grants: Pick<GrantPort, 'exchange'>;
  readonly connections: Pick<OpenConnections, 'connectTillByLogin'>;
  /** Of this copy; null: none. */
  readonly appId: string | null;
  readonly readRelay: () => LoginRelay;
  /** The address of Clover's page, or why none may be shown. */
  readonly writeAddress: (
    place: Pick<TillLoginRequest, 'environment' | 'apiUrl' | 'webUrl'>,
    query: { clientId: string; redirectUri: string; state: string; challenge: string | null },
  ) => string | Failure;
  /** For the page that the browser comes back to. */
  readonly words: Words;
}

/** Connects tills through Clover's own page: PKCE, or the secret of the person's own app (clover.md 2.3). */
export function createTillLogin(deps: TillLoginDeps): TillLogin {
  let active: TillLoginFlow | null = null;
  const stop = async (): Promise<void> => {
    active?.cancel();
    const gone = (): void => undefined;
    // How it ended is told by whoever began it.
    await active?.ended.then(gone, gone);
  };
  return {
    readOffer: () => {
      const relay = deps.readRelay();
      return {
        hasApp: (relay.appId ?? deps.appId) !== null,
        redirectUri: relay.bounceUrl ?? DIRECT_REDIRECT,
      };
    },
    begin: async (request, keep) => {
      await stop();
      const begun = await openFlow(deps, request, keep);
      if (begun.ok) active = begun.value;
      return begun;
    },
    close: stop,
  };
}

async function openFlow(
  deps: TillLoginDeps,
  request: TillLoginRequest,
  keep: Parameters<TillLogin['begin']>[1],
): Promise<Attempt<TillLoginFlow>> {
  const relay = deps.readRelay();
  const app = chooseApp(request, relay.appId ?? deps.appId);
  if (!app.ok) return app;
  const bounce = checkBounce(request.bounceUrl ?? relay.bounceUrl);
  if (!bounce.ok) return bounce;
  const decision = createDecision(deps);
  const door = await openDoor((query) => decision.hear(query));
  if (!door.ok) return door;
  const { port } = door.value;
  const redirectUri = bounce.value ?? `${DIRECT_REDIRECT}:${port}${CALLBACK_PATH}`;
  const state = createFlowState(port, deps.random);
  const pkce = app.value.secret === null ? createPkce(deps.random) : null;
  const { id: clientId } = app.value;
  const query = { clientId, redirectUri, state: state.text, challenge: pkce?.challenge ?? null };
  const address = deps.writeAddress(request, query);
  if (typeof address !== 'string') {
    await door.value.close();
    return fail(address);
  }
  const finish = async (answer: LoginAnswer): Promise<Attempt<TillConnection>> =>
    answer.kind === 'denied'
      ? fail(answer.failure)
      : keep(() => connect(deps, request, app.value, answer, pkce?.verifier ?? null));
  const { paste, cancel, ended } = decision.open({ state, clientId, finish, door: door.value });
  return succeed({ address, redirectUri, endsMs: deps.clock.nowMs() + PATIENCE_MS, ended, paste, cancel });
}

function chooseApp({ app }: TillLoginRequest, ownId: string | null): Attempt<TillApp> {
  const id = app?.id.trim() || ownId;
  if (!id) return fail(createFailure('CLOVER_LOGIN_NO_APP'));
  const secret = app?.secret?.trim() || null;
  const isOdd = !APP_ID.test(id) || (secret?.length ?? 0) > LONGEST_SECRET;
  if (isOdd)
    return fail(
      createFailure('USE_BAD_VALUE', {
        name: 'The App ID',
        why: 'it is the 13 letters and digits that Clover gave the app',
      }),
    );
  return succeed({ id, secret });
}

/** The code passes through that page: https, or this computer itself. */
function checkBounce(bounceUrl: string | null): Attempt<string | null> {
  if (bounceUrl === null) return succeed(null);
  const url = URL.canParse(bounceUrl) ? new URL(bounceUrl) : null;
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url && (url.protocol === 'https:' || isLocal)) return succeed(url.href);
  return fail(createFailure('NET_BAD_URL', { url: url?.host ?? bounceUrl.slice(0, 80) }));
}

async function openDoor(hear: HearCallback): Promise<Attempt<LoopbackListener>> {
  try {
    return succeed(await openLoopbackListener(hear));
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? '';
    return fail(createFailure('CLOVER_LOGIN_NO_LISTENER', { detail }));
  }
}

async function connect(
  { grants, connections }: TillLoginDeps,
  { environment, apiUrl }: TillLoginRequest,
  app: TillApp,
  { code, merchantId }: Extract<LoginAnswer, { kind: 'code' }>,
  verifier: string | null,
): Promise<Attempt<TillConnection>> {
  const place = { environment, apiUrl };
  const exchanged = await grants.exchange(place, app, code, verifier);
  if (exchanged.kind !== 'done') return fail(exchanged.failure);
  return connections.connectTillByLogin({ ...place, app, merchantId, tokens: exchanged.value });
}

interface Opening {
  readonly state: FlowState;
  readonly clientId: string;
  readonly finish: (answer: LoginAnswer) => Promise<Attempt<TillConnection>>;
  readonly door: LoopbackListener;
}

/** Waits for one answer, a cancel or the end of patience; the door is shut behind whichever comes first. */
function createDecision({ timers, words }: TillLoginDeps) {
  let hear: HearCallback = async () => null;
  const open = ({ state, clientId, finish, door }: Opening) => {
    let settle: (answer: LoginAnswer) => void = () => undefined;
    const decided = new Promise<LoginAnswer>((resolve) => {
      settle = resolve;
    });
    const giveUp = (code: 'CLOVER_LOGIN_CANCELLED' | 'CLOVER_LOGIN_TIMED_OUT'): void => {
      if (state.use(state.text)) settle({ kind: 'denied', failure: createFailure(code) });
    };
    const timer = timers.after(PATIENCE_MS, () => giveUp('CLOVER_LOGIN_TIMED_OUT'));
    const ended = decided.then((answer) => {
      timer.cancel();
      return finish(answer);
    });
    const waitForEnd = async (): Promise<Failure | null> => {
      const attempt = await ended;
      return attempt.ok ? null : attempt.failure;
    };
    const shut = (): void => void door.close();
    ended.then(shut, shut);
    const desk = createCallbackDesk({ state, clientId, settle, waitForEnd, words });
    hear = desk.hear;
    return { ended, paste: desk.paste, cancel: () => giveUp('CLOVER_LOGIN_CANCELLED') };
  };
  return { open, hear: (query: URLSearchParams) => hear(query) };
}
