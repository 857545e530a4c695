import { create } from 'zustand';
import type { FailureShape, SettingShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

interface SettingsState {
  /** By key; null until read. */
  readonly settings: ReadonlyMap<string, SettingShape> | null;
  readonly failure: FailureShape | null;
  /** By key: the value that was refused, and why. */
  readonly refusals: ReadonlyMap<string, { readonly value: string; readonly failure: FailureShape }>;
  /** The keys whose new value is being kept right now. */
  readonly saving: ReadonlySet<string>;
  /** The key that was kept last. */
  readonly saved: string | null;
  readonly isCleaning: boolean;
  /** How many links the last clean forgot. */
  readonly forgotten: number | null;
  load(): Promise<void>;
  save(key: string, value: string): Promise<void>;
  /** Forgets all links; answers whether it did. */
  clean(): Promise<boolean>;
}

/** Refused because of another setting. */
const CLASH = 'SETTING_MAIL_WITHOUT_ADDRESS';

const mapByKey = (settings: readonly SettingShape[]): ReadonlyMap<string, SettingShape> =>
  new Map(settings.map((setting) => [setting.key, setting]));

export const useSettings = create<SettingsState>((set, get) => ({
  settings: null,
  failure: null,
  refusals: new Map(),
  saving: new Set(),
  saved: null,
  isCleaning: false,
  forgotten: null,
  load: async () => {
    const answer = await getBridge().call('settings:list', {});
    set(answer.ok ? { settings: mapByKey(answer.value), failure: null } : { failure: answer.failure });
  },
  save: async (key, value) => {
    set({ saving: new Set(get().saving).add(key), saved: null });
    const answer = await getBridge().call('settings:set', { values: { [key]: value } });
    const saving = new Set(get().saving);
    saving.delete(key);
    const refusals = new Map(get().refusals);
    if (answer.ok) {
      refusals.delete(key);
      // What did not fit to another value may fit now.
      for (const [other, { failure }] of refusals) if (failure.code === CLASH) refusals.delete(other);
      set({ settings: mapByKey(answer.value), refusals, saving, saved: key });
    } else {
      refusals.set(key, { value, failure: answer.failure });
      set({ refusals, saving });
    }
  },
  clean: async () => {
    set({ isCleaning: true, failure: null, forgotten: null });
    const answer = await getBridge().call('links:clean', {});
    set(
      answer.ok
        ? { isCleaning: false, forgotten: answer.value.forgotten }
        : { isCleaning: false, failure: answer.failure },
    );
    return answer.ok;
  },
}));
