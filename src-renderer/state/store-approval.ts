import { create } from 'zustand';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { ApprovalShape } from '../../src-preload/contract/hub-channels.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { getBridge } from '../bridge.ts';

interface StoreApprovalState {
  /** null until the engine has told it for the first time. */
  readonly approval: ApprovalShape | null;
  readonly isBusy: boolean;
  /** Why the newest thing that was asked was refused. */
  readonly refusal: FailureShape | null;
  hear(approval: ApprovalShape): void;
  load(): Promise<void>;
  begin(url: string): Promise<void>;
  /** Shows the store's page once more. */
  show(): Promise<void>;
  cancel(): Promise<void>;
}

/** Connecting the store through its own approval page, as all windows see it. */
export const useStoreApproval = create<StoreApprovalState>((set) => {
  const ask = async (call: Promise<Answer<ApprovalShape>>): Promise<ApprovalShape | null> => {
    set({ isBusy: true, refusal: null });
    const answer = await call;
    set(answer.ok ? { isBusy: false, approval: answer.value } : { isBusy: false, refusal: answer.failure });
    return answer.ok ? answer.value : null;
  };
  return {
    approval: null,
    isBusy: false,
    refusal: null,
    hear: (approval) => set({ approval }),
    load: async () => {
      const answer = await getBridge().call('store:approval', {});
      if (answer.ok) set({ approval: answer.value });
    },
    begin: async (url) => showHere(await ask(getBridge().call('store:approve', { url }))),
    show: async () => showHere(await ask(getBridge().call('store:approve-show', {}))),
    cancel: async () => void (await ask(getBridge().call('store:approve-cancel', {}))),
  };
});

/** A window in a browser is in the person's own browser already, so the page opens beside it. */
function showHere(approval: ApprovalShape | null): void {
  if (approval?.address && !approval.isShown) window.open(approval.address, '_blank', 'noopener,noreferrer');
}
