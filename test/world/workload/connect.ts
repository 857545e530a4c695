import type { Attempt } from '../../../src-main/engine/face.ts';
import { STORE, TILL } from '../sim-world.ts';
import type { Side } from '../ware.ts';
import type { Office } from './deed.ts';

/** Connects the shop's own till or store, as at the beginning. */
export const connectOwn = async ({ world }: Office, side: Side): Promise<Attempt<unknown>> => {
  const { connections } = world.core().engine;
  const { id: merchantId } = world.till.merchant;
  const { keys } = world;
  return world.time.run<Attempt<unknown>>(
    side === 'till'
      ? connections.connectTill({ environment: 'sandbox', apiUrl: TILL, merchantId, token: keys.till })
      : connections.connectStore({ url: STORE, ...keys.store }),
  );
};

/** Both of them, after whatever somebody else was connected with. */
export const connectBoth = async (office: Office): Promise<boolean> => {
  for (const side of ['till', 'store'] as const) if (!(await connectOwn(office, side)).ok) return false;
  office.world.markMixUp(false);
  return true;
};
