import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type { LoginStateShape } from '../../src-preload/contract/login-channels.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

interface TillLoginState {
  /** null until the engine has told it for the first time. */
  readonly login: LoginStateShape | null;
  readonly isBusy: boolean;
  /** Why the newest thing that was asked was refused. */
  readonly refusal: FailureShape | null;
  hear(login: LoginStateShape): void;
  load(): Promise<void>;
  begin(request: InputOf<'login:begin'>): Promise<void>;
  /** Shows Clover's page once more. */
  show(): Promise<void>;
  paste(text: string, merchantId: string | null): Promise<void>;
  cancel(): Promise<void>;
}

/** Connecting the till through Clover's own page, as all windows see it. */
export const useTillLogin = create<TillLoginState>((set) => {
  const ask = async (call: Promise<Answer<LoginStateShape>>): Promise<LoginStateShape | null> => {
    set({ isBusy: true, refusal: null });
    const answer = await call;
    set(answer.ok ? { isBusy: false, login: answer.value } : { isBusy: false, refusal: answer.failure });
    return answer.ok ? answer.value : null;
  };
  return {
    login: null,
    isBusy: false,
    refusal: null,
    hear: (login) => set({ login, refusal: null }),
    load: async () => {
      const answer = await getBridge().call('login:state', {});
      if (answer.ok) set({ login: answer.value });
    },
    begin: async (request) => showHere(await ask(getBridge().call('login:begin', request))),
    show: async () => showHere(await ask(getBridge().call('login:show', {}))),
    paste: async (text, merchantId) =>
      void (await ask(getBridge().call('login:paste', { text, merchantId }))),
    cancel: async () => void (await ask(getBridge().call('login:cancel', {}))),
  };
});

/** A window in a browser is in the person's own browser already, so the page opens beside it. */
function showHere(login: LoginStateShape | null): void {
  if (login?.address && !login.isShown) window.open(login.address, '_blank', 'noopener,noreferrer');
}
