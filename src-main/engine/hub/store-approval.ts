import { createFailure } from '../../domain/failure.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { Connections, StoreConnection } from '../face.ts';
import type { StoreApproval } from '../hub-ports.ts';
import type { Clock, Timers } from '../ports.ts';

const ASK_EVERY_MS = 1_500;
/** The relay keeps an approval for ten minutes; this PC's own clock may differ from the relay's. */
export const APPROVAL_WAIT_MS = 9.5 * 60_000;
const APP_NAME = 'Tillbridge';

/** The store's own page on which its owner approves (woocommerce.md 6). It needs pretty permalinks. */
export function writeApprovalUrl({ siteUrl, userId, callbackUrl }: StoreApproval, returnUrl: string): string {
  const url = new URL(`${siteUrl}/wc-auth/v1/authorize`);
  url.searchParams.set('app_name', APP_NAME);
  url.searchParams.set('scope', 'read_write');
  url.searchParams.set('user_id', userId);
  url.searchParams.set('return_url', returnUrl);
  url.searchParams.set('callback_url', callbackUrl);
  return url.href;
}

/** Waits until the store has handed its keys to the relay, and connects with them; ends at once where its owner refuses. */
export async function awaitStoreKeys(
  approval: StoreApproval,
  connectStore: Connections['connectStore'],
  { clock, timers }: { readonly clock: Clock; readonly timers: Timers },
  signal: AbortSignal,
): Promise<Attempt<StoreConnection>> {
  const startMs = clock.monotonicMs();
  while (!signal.aborted && clock.monotonicMs() - startMs < APPROVAL_WAIT_MS) {
    const taken = await approval.take();
    if (taken.kind === 'done' && taken.value !== null)
      return connectStore({ url: approval.siteUrl, key: taken.value.key, secret: taken.value.secret });
    if (taken.kind === 'rejected' || taken.kind === 'authLost') return fail(taken.failure);
    const slept = await timers.sleep(ASK_EVERY_MS, signal).then(
      () => succeed(undefined),
      () => fail(createFailure('RUN_CANCELLED')),
    );
    if (!slept.ok) return slept;
  }
  return fail(createFailure(signal.aborted ? 'RUN_CANCELLED' : 'HUB_APPROVAL_DENIED'));
}
