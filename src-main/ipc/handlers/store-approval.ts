import type { ApprovalShape } from '../../../src-preload/contract/hub-channels.ts';
import { createFailure, type Failure } from '../../domain/failure.ts';
import { type Attempt, fail, succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { describeFailure } from '../speech.ts';
import { connectSide } from './connections.ts';

type Channels = 'store:approval' | 'store:approve' | 'store:approve-show' | 'store:approve-cancel';

/** What became of the newest approval; all windows share it. */
interface Progress {
  readonly step: ApprovalShape['step'];
  readonly waiting: {
    readonly stop: AbortController;
    readonly pageUrl: string;
    readonly endsMs: number;
  } | null;
  readonly isShown: boolean;
  readonly failure: Failure | null;
}

const IDLE: Progress = { step: 'idle', waiting: null, isShown: false, failure: null };

export interface StoreApprovals {
  readonly handlers: Pick<Handlers, Channels>;
  /** Nothing is waited for any more. */
  close(): void;
}

/** The store is connected by its owner's approval on the store's own page (woocommerce.md 6). */
export function createStoreApprovals(deps: HandlerDeps): StoreApprovals {
  let progress = IDLE;
  const tell = (next: Progress): ApprovalShape => {
    progress = next;
    const state = describeProgress(progress);
    deps.publish('approval:changed', state);
    return state;
  };
  const show = (address: string): boolean => deps.showPage?.(address) ?? false;
  const stop = (): void => progress.waiting?.stop.abort();

  const begin = async (url: string): Promise<Attempt<ApprovalShape>> => {
    // The store hands its keys over once: they are not to come while something else has the connections.
    const idle = deps.session.checkIdle();
    if (!idle.ok) return idle;
    const begun = await deps.engine.hub.beginStoreApproval(url);
    if (!begun.ok) return begun;
    const { pageUrl, untilMs, finish } = begun.value;
    stop();
    const waiting = { stop: new AbortController(), pageUrl, endsMs: untilMs };
    const state = tell({ step: 'waiting', waiting, isShown: show(pageUrl), failure: null });
    const end = (failure: Failure | null): void => {
      // A newer approval has taken its place, or nobody waits for it.
      if (progress.waiting === waiting) tell({ ...IDLE, step: failure ? 'failed' : 'done', failure });
    };
    finish(waiting.stop.signal, (work) => connectAlone(deps, work)).then(
      (ended) => end(ended.ok ? null : ended.failure),
      () => end(createFailure('BUG', { where: 'approval' })),
    );
    return succeed(state);
  };
  return {
    handlers: {
      'store:approval': () => succeed(describeProgress(progress)),
      'store:approve': ({ url }) => begin(url),
      'store:approve-show': () => {
        const { waiting } = progress;
        return succeed(
          waiting ? tell({ ...progress, isShown: show(waiting.pageUrl) }) : describeProgress(progress),
        );
      },
      'store:approve-cancel': () => {
        stop();
        return succeed(tell(IDLE));
      },
    },
    close: stop,
  };
}

/** Connects the store alone; tells every window, and answers what came of it. */
async function connectAlone<T>(deps: HandlerDeps, work: () => Promise<Attempt<T>>): Promise<Attempt<T>> {
  let connected: Attempt<T> = fail(createFailure('RUN_CANCELLED'));
  const done = await connectSide(deps, 'store', async () => {
    connected = await work();
    return connected;
  });
  return done.ok ? connected : done;
}

const describeProgress = ({ step, waiting, isShown, failure }: Progress): ApprovalShape => ({
  step,
  address: waiting?.pageUrl ?? null,
  isShown,
  endsMs: waiting?.endsMs ?? null,
  failure: failure && describeFailure(failure),
});
