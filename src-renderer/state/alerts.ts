import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { AlertShape, AutostartShape, FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

/** More than anybody reads; the engine keeps 500. */
const MOST_LISTED = 100;

interface AlertsState {
  /** What nobody has seen, newest first; null until read. */
  readonly unseen: readonly AlertShape[] | null;
  readonly hasMailPassword: boolean;
  /** Why the list could not be read, a password not kept, or an alert not marked. */
  readonly failure: FailureShape | null;
  readonly isKeepingPassword: boolean;
  readonly isTestingMail: boolean;
  /** What came of the newest test mail; null before one. */
  readonly mailTest: Answer<{ readonly to: string }> | null;
  /** null until read. */
  readonly autostart: AutostartShape | null;
  readonly autostartFailure: FailureShape | null;
  load(): Promise<void>;
  markSeen(ids: readonly number[]): Promise<void>;
  /** An empty one is forgotten; answers whether it was done. */
  setMailPassword(password: string): Promise<boolean>;
  testMail(): Promise<void>;
  loadAutostart(): Promise<void>;
  setAutostart(isOn: boolean): Promise<void>;
}

export const useAlerts = create<AlertsState>((set, get) => ({
  unseen: null,
  hasMailPassword: false,
  failure: null,
  isKeepingPassword: false,
  isTestingMail: false,
  mailTest: null,
  autostart: null,
  autostartFailure: null,
  load: async () => {
    const answer = await getBridge().call('alerts:list', { limit: MOST_LISTED, offset: 0 });
    if (!answer.ok) return set({ failure: answer.failure });
    const { alerts, hasMailPassword } = answer.value;
    set({ unseen: alerts.filter(({ seenMs }) => seenMs === null), hasMailPassword, failure: null });
  },
  markSeen: async (ids) => {
    if (ids.length === 0) return;
    const answer = await getBridge().call('alerts:seen', { ids: [...ids] });
    if (answer.ok) await get().load();
    else set({ failure: answer.failure });
  },
  setMailPassword: async (password) => {
    set({ isKeepingPassword: true, failure: null, mailTest: null });
    const answer = await getBridge().call('alerts:set-mail-password', { password });
    set({
      isKeepingPassword: false,
      ...(answer.ok ? { hasMailPassword: answer.value.hasMailPassword } : { failure: answer.failure }),
    });
    return answer.ok;
  },
  testMail: async () => {
    set({ isTestingMail: true, mailTest: null });
    set({ mailTest: await getBridge().call('alerts:test-mail', {}), isTestingMail: false });
  },
  loadAutostart: async () => {
    const answer = await getBridge().call('autostart:get', {});
    set(answer.ok ? { autostart: answer.value } : { autostartFailure: answer.failure });
  },
  setAutostart: async (isOn) => {
    const answer = await getBridge().call('autostart:set', { isOn });
    if (answer.ok) return set({ autostart: answer.value, autostartFailure: null });
    set({ autostartFailure: answer.failure });
    await get().loadAutostart();
  },
}));
