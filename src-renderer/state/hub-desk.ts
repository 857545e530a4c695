import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { InputOf, OutputOf } from '../../src-preload/contract/channels.ts';
import type { HubFactsShape, VerificationShape } from '../../src-preload/contract/hub-channels.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';
import { tellFailure } from './tell-failure.ts';

type Asking = 'facts' | 'invite' | 'revoke' | 'code' | 'set-code' | 'held';

interface HubDeskStore {
  readonly facts: HubFactsShape | null;
  readonly verification: VerificationShape | null;
  /** A code for one more PC. */
  readonly invitation: OutputOf<'hub:invite'> | null;
  readonly asking: ReadonlySet<Asking>;
  /** Why the newest question of each kind was not answered. */
  readonly refusals: ReadonlyMap<Asking, FailureShape>;
  loadFacts(): Promise<void>;
  invite(): Promise<void>;
  revoke(deviceId: string): Promise<void>;
  checkCode(): Promise<void>;
  /** Answers whether the relay knows it now. */
  setCode(code: InputOf<'hub:set-code'>): Promise<boolean>;
  /** All that the relay holds on this shop; null where it did not say. */
  fetchHeld(): Promise<string | null>;
  /** Of another pairing nothing here is true. */
  forget(): void;
}

const EMPTY = { facts: null, verification: null, invitation: null, refusals: new Map() };

/** What the relay is asked while somebody looks at its settings. */
export const useHubDesk = create<HubDeskStore>((set, get) => {
  const ask = async <T>(of: Asking, call: Promise<Answer<T>>): Promise<T | null> => {
    set({ asking: new Set(get().asking).add(of) });
    const answer = await call;
    const asking = new Set(get().asking);
    asking.delete(of);
    const refusals = new Map(get().refusals);
    const failure = answer.ok ? null : tellFailure(answer.failure);
    if (failure) refusals.set(of, failure);
    else refusals.delete(of);
    set({ asking, refusals });
    return answer.ok ? answer.value : null;
  };
  const keepFacts = (facts: HubFactsShape | null): void => {
    if (facts) set({ facts });
  };
  const keepCode = (verification: VerificationShape | null): boolean => {
    if (verification) set({ verification });
    return verification !== null;
  };
  return {
    ...EMPTY,
    asking: new Set(),
    loadFacts: async () => keepFacts(await ask('facts', getBridge().call('hub:facts', {}))),
    invite: async () => {
      const invitation = await ask('invite', getBridge().call('hub:invite', {}));
      if (invitation) set({ invitation });
    },
    revoke: async (deviceId) => keepFacts(await ask('revoke', getBridge().call('hub:revoke', { deviceId }))),
    checkCode: async () => void keepCode(await ask('code', getBridge().call('hub:code', {}))),
    setCode: async (code) => keepCode(await ask('set-code', getBridge().call('hub:set-code', code))),
    fetchHeld: async () => (await ask('held', getBridge().call('hub:held', {})))?.text ?? null,
    forget: () => set(EMPTY),
  };
});
