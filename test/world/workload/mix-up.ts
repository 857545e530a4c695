import type { Attempt } from '../../../src-main/engine/face.ts';
import { isLucky } from '../chance.ts';
import { OTHER_STORE, OTHER_TILL } from '../other-shop.ts';
import type { Side } from '../ware.ts';
import { connectOwn } from './connect.ts';
import type { Deed, Office } from './deed.ts';

/** The till of the branch next door, or the test store: somebody took the wrong keys out of the drawer. */
const connectOther = async ({ world }: Office, side: Side, isProduction: boolean): Promise<boolean> => {
  const other = world.openOtherShop();
  const { connections } = world.core().engine;
  const environment = isProduction ? 'na' : 'sandbox';
  const { id: merchantId } = other.till.merchant;
  const { till: token, store: keys } = other.keys;
  const { ok } = await world.time.run<Attempt<unknown>>(
    side === 'till'
      ? connections.connectTill({ environment, apiUrl: OTHER_TILL, merchantId, token })
      : connections.connectStore({ url: OTHER_STORE, ...keys }),
  );
  return ok;
};

/** Until it is put right nothing may be written anywhere: what is only in the right shop would pass for deleted. */
export const mixUp: Deed = async (office, random) => {
  const { world } = office;
  const side = random.pick(['till', 'store'] as const);
  world.markMixUp(true);
  if (!(await connectOther(office, side, isLucky(random, 50)))) {
    world.markMixUp(false);
    return 'nothing';
  }
  world.story.note(`mixed up ${side}`);
  return async () => {
    const { ok } = await connectOwn(office, side);
    if (ok) world.markMixUp(false);
    return ok;
  };
};
