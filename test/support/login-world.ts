import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import type { TillLoginFlow, TillLoginRequest } from '../../src-main/engine/connections.ts';
import type { Attempt, TillConnection } from '../../src-main/engine/face.ts';
import type { Transport } from '../../src-main/engine/ports.ts';
import { createFetchTransport } from '../../src-main/runtime/machine.ts';
import { type Practice, type PracticeOptions, startPractice } from '../../src-practice/practice.ts';
import { unwrap } from './practice-world.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export interface LoginWorld {
  readonly practice: Practice;
  readonly dataDir: string;
  readonly secretKey: string;
  /** Every request of the engine, in order. */
  readonly wire: { readonly url: string; readonly body: string; readonly answer: string }[];
  /** The engine as it is now; another after `restart`. */
  core(): Core;
  /** Ends the engine and opens it again on the same data folder. */
  restart(): Promise<Core>;
  /** Another program on the same data folder, which does not write it. */
  openReader(): Promise<Core>;
  /** Begins a log-in at the practice till. */
  begin(request?: Partial<TillLoginRequest>): Promise<TillLoginFlow>;
  /** The whole of it: begin, "Allow" in the browser, the kept connection. */
  connect(request?: Partial<TillLoginRequest>): Promise<Attempt<TillConnection>>;
  /** From now on the till refuses every access token that it has given so far. */
  killAccess(): void;
  /** How often the till was asked this, such as `POST /oauth/v2/refresh`. */
  count(path: string): number;
}

export interface LoginWorldOptions extends Partial<PracticeOptions> {
  readonly wrap?: (transport: Transport) => Transport;
  readonly cloverAppId?: string | null;
}

/** A practice till on real HTTP and an engine that is not connected; all gone when the test is over. */
export async function startLoginWorld(options: LoginWorldOptions = {}): Promise<LoginWorld> {
  const { wrap = (transport: Transport) => transport, cloverAppId, ...practiceOptions } = options;
  const practice = await startPractice({ menu: 'pizza', limits: false, ...practiceOptions });
  onTestFinished(() => practice.close());
  const [dataDir, secretKey] = [makeTemporaryFolder(), randomBytes(32).toString('base64')];
  const wire: { url: string; body: string; answer: string }[] = [];
  const transport = wrap(createFetchTransport());
  const [given, dead] = [new Set<string>(), new Set<string>()];
  const recorded: Transport = {
    send: async (request) => {
      const entry = { url: request.url, body: request.body ?? '', answer: '' };
      wire.push(entry);
      if (dead.has(request.headers.authorization ?? ''))
        return { status: 401, headers: {}, body: '', url: request.url };
      const answer = await transport.send(request);
      entry.answer = answer.body;
      if (request.url.includes('/oauth/v2/')) given.add(`Bearer ${JSON.parse(answer.body).access_token}`);
      return answer;
    },
  };
  const open = async (isWriter = true): Promise<Core> =>
    unwrap(
      await openCore({
        dataDir,
        secretKey,
        nativeBinding: null,
        isWriter,
        ports: { transport: recorded },
        cloverAppId: cloverAppId === undefined ? practice.app.id : cloverAppId,
      }),
    );
  let core = await open();
  onTestFinished(() => core.close());
  const begin: LoginWorld['begin'] = async (request = {}) =>
    unwrap(
      await core.tillLogin.begin(
        {
          environment: 'sandbox',
          apiUrl: practice.till.url,
          webUrl: null,
          bounceUrl: null,
          app: null,
          ...request,
        },
        (work) => work(),
      ),
    );
  return {
    practice,
    dataDir,
    secretKey,
    wire,
    core: () => core,
    restart: async () => {
      await core.close();
      core = await open();
      return core;
    },
    openReader: async () => {
      const reader = await open(false);
      onTestFinished(() => reader.close());
      return reader;
    },
    begin,
    killAccess: () => {
      for (const bearer of given) dead.add(bearer);
    },
    connect: async (request) => {
      const flow = await begin(request);
      await fetch(await pressButton(flow.address, 'allow'));
      return flow.ended;
    },
    count: (path) => practice.tillService.counters.requests.get(path) ?? 0,
  };
}

/** Presses a button of Clover's page. @returns where the browser is sent */
export async function pressButton(address: string, decision: 'allow' | 'deny'): Promise<string> {
  const { origin, pathname, searchParams } = new URL(address);
  const body = new URLSearchParams([...searchParams, ['decision', decision]]);
  const response = await fetch(`${origin}${pathname}`, { method: 'POST', body, redirect: 'manual' });
  return response.headers.get('location') ?? '';
}
