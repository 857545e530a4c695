import { create } from 'zustand';
import type { Language } from '../../src-preload/contract/languages/dictionary.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

interface LanguageState {
  /** null: the system's own; undefined until it was asked. */
  readonly choice: Language | null | undefined;
  readonly failure: FailureShape | null;
  load(): Promise<void>;
  /** Where another language is spoken then, every window loads itself anew (`hearLanguage`). */
  choose(choice: Language | null): Promise<void>;
}

export const useLanguage = create<LanguageState>((set) => ({
  choice: undefined,
  failure: null,
  load: async () => {
    const answer = await getBridge().call('language:get', {});
    set(answer.ok ? { choice: answer.value.choice, failure: null } : { failure: answer.failure });
  },
  choose: async (choice) => {
    const answer = await getBridge().call('language:set', { choice });
    set(answer.ok ? { choice: answer.value.choice, failure: null } : { failure: answer.failure });
  },
}));

/** Texts are looked up once, so the page is loaded anew, at the place where it is. */
export const hearLanguage = (): void => window.location.reload();
