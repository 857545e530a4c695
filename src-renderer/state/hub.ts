import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { InputOf } from '../../src-preload/contract/channels.ts';
import type { HubStateShape } from '../../src-preload/contract/hub-channels.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import { tellFailure } from './tell-failure.ts';

type Doing = 'connect' | 'disconnect' | 'erase';

interface HubStore {
  /** null until the engine has told it for the first time. */
  readonly hub: HubStateShape | null;
  /** What is under way. */
  readonly doing: Doing | null;
  /** What was refused last, and why. */
  readonly refusal: { readonly of: Doing; readonly failure: FailureShape } | null;
  hear(hub: HubStateShape): void;
  load(): Promise<void>;
  /** Pairs this PC; answers whether it did. */
  connect(pairing: InputOf<'hub:connect'>): Promise<boolean>;
  /** Connects anew now. */
  retry(): Promise<void>;
  disconnect(): Promise<boolean>;
  /** Erases all that the relay holds on this shop, and ends the pairing. */
  erase(): Promise<boolean>;
}

/** How it stands with the relay, and pairing with it. */
export const useHub = create<HubStore>((set) => {
  const change = async (of: Doing, call: Promise<Answer<HubStateShape>>): Promise<boolean> => {
    set({ doing: of, refusal: null });
    const answer = await call;
    const failure = answer.ok ? null : tellFailure(answer.failure);
    set({ doing: null, ...(answer.ok ? { hub: answer.value } : { refusal: failure && { of, failure } }) });
    return answer.ok;
  };
  return {
    hub: null,
    doing: null,
    refusal: null,
    hear: (hub) => set({ hub }),
    load: async () => {
      const answer = await getBridge().call('hub:get', {});
      if (answer.ok) set({ hub: answer.value });
    },
    connect: (pairing) => change('connect', getBridge().call('hub:connect', pairing)),
    retry: async () => {
      const answer = await getBridge().call('hub:retry', {});
      if (answer.ok) set({ hub: answer.value });
    },
    disconnect: () => change('disconnect', getBridge().call('hub:disconnect', {})),
    erase: () => change('erase', getBridge().call('hub:erase', {})),
  };
});
