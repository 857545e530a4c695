import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import type { ArchiveShape, SupportShape } from '../../src-preload/contract/support-channels.ts';
import { getBridge } from '../bridge.ts';
import { tellFailure } from './tell-failure.ts';

type Doing = 'retry' | 'diagnostics' | 'export' | 'erase';

/** What would be in the diagnostics. */
export type Inside = readonly { readonly name: string; readonly bytes: number }[];

interface SupportState {
  /** null until read. */
  readonly support: SupportShape | null;
  /** What is under way. */
  readonly doing: Doing | null;
  /** What was refused last, and why. */
  readonly refusal: { readonly of: Doing | 'load'; readonly failure: FailureShape } | null;
  /** null until asked for. */
  readonly inside: Inside | null;
  /** What could not be reached when all was erased; null where nothing was erased. */
  readonly left: readonly FailureShape[] | null;
  load(): Promise<void>;
  /** Starts the engine anew. */
  retry(): Promise<void>;
  readInside(): Promise<void>;
  /** null where it was refused. */
  fetchArchive(of: 'diagnostics' | 'export'): Promise<ArchiveShape | null>;
  /** Erases what this computer holds; answers whether it did. */
  erase(): Promise<boolean>;
}

/** How the engine runs, and what is given to support, carried away or erased. */
export const useSupport = create<SupportState>((set) => {
  const attempt = async <T>(of: Doing, call: Promise<Answer<T>>): Promise<T | null> => {
    set({ doing: of, refusal: null });
    const answer = await call;
    const failure = answer.ok ? null : tellFailure(answer.failure);
    set({ doing: null, refusal: failure && { of, failure } });
    return answer.ok ? answer.value : null;
  };
  const load = async (): Promise<void> => {
    const answer = await getBridge().call('support:get', {});
    if (answer.ok) set({ support: answer.value });
  };
  return {
    support: null,
    doing: null,
    refusal: null,
    inside: null,
    left: null,
    load,
    retry: async () => {
      await attempt('retry', getBridge().call('support:retry', {}));
      await load();
    },
    readInside: async () => {
      set({ inside: null });
      const answer = await getBridge().call('support:inside', {});
      if (answer.ok) set({ inside: answer.value.files });
    },
    fetchArchive: (of) =>
      attempt(
        of,
        of === 'export'
          ? getBridge().call('support:export', {})
          : getBridge().call('support:diagnostics', {}),
      ),
    erase: async () => {
      const erased = await attempt('erase', getBridge().call('support:erase', {}));
      if (erased) set({ left: erased.left });
      await load();
      return erased !== null;
    },
  };
});

/** Everything can be read, and nothing is written to either side. */
export const isSafeMode = ({ support }: Pick<SupportState, 'support'>): boolean =>
  support?.engine.mode === 'safe';
