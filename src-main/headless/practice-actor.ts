import type { Core } from '../boot/core.ts';
import { isPracticeUrl } from '../domain/practice-url.ts';
import type { Attempt } from '../engine/face.ts';
import { refuse } from './command.ts';
import { type Deed, type Desk, giveOrder } from './staff-desk.ts';
import type { Side, StaffOrder } from './staff-verbs.ts';

/** Acts as the staff of the practice servers that a data folder is connected to. */
export function createStaffActor(
  core: Core,
  send: typeof fetch,
): (side: Side, order: StaffOrder) => Promise<Attempt<Deed>> {
  return async (side, order) => {
    const desk = await findDesk(side, core);
    return desk.ok ? giveOrder(desk.value, order, send) : desk;
  };
}

/** The staff's desk at the connected side, if that is a practice server. */
export async function findDesk(side: Side, core: Core): Promise<Attempt<Desk>> {
  const { connections } = core.engine;
  const till = connections.readTill();
  const store = connections.readStore();
  if (side === 'till' && till === null) return refuse('CLOVER_NOT_CONNECTED');
  if (side === 'store' && store === null) return refuse('WOO_NOT_CONNECTED');
  const url = side === 'till' ? till?.apiUrl : store?.store.url;
  if (!url || !isPracticeUrl(url)) return refuse('USE_NOT_PRACTICE', url ? { host: new URL(url).host } : {});
  const desk = (await core.practiceKeys())[side];
  return desk === null ? refuse('SECRET_MISSING', { name: side }) : { ok: true, value: desk };
}
