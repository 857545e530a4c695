import type { Attempt, StoreConnection } from '../engine/face.ts';
import type { FlagRule } from './command-rules.ts';
import type { CommandContext } from './context.ts';

/** The flag of `connect woo` that needs no keys. */
export const APPROVE_FLAG: Readonly<Record<string, FlagRule>> = {
  approve: {
    takes: null,
    meaning: 'on the store’s own approval page in the browser; needs a connected relay',
  },
};

export const APPROVE_NOTE =
  'With --approve the address of the store’s page is printed on standard error and opened in the browser. It waits nearly ten minutes.';

/** One approval on the store's own page, from the address to the kept connection (woocommerce.md 6). */
export async function runApproval(context: CommandContext): Promise<Attempt<StoreConnection>> {
  const { input, surroundings } = context;
  const core = await context.openCore();
  if (!core.ok) return core;
  const begun = await core.value.engine.hub.beginStoreApproval(input.text('url') ?? '');
  if (!begun.ok) return begun;
  const { pageUrl, finish } = begun.value;
  const isShown = await surroundings.openBrowser(pageUrl);
  // Needed to go on, so it is said with --quiet too.
  surroundings.stderr.write(`${pageUrl}\n`);
  context.note(
    isShown
      ? 'The browser opens this address: log in to the store and press Approve.'
      : 'Open this address in a browser, log in to the store and press Approve.',
  );
  const stopping = new AbortController();
  const stop = surroundings.onStop(() => stopping.abort());
  try {
    return await finish(stopping.signal);
  } finally {
    stop.release();
  }
}
