import type { SyncResult } from '../../engine/face.ts';
import { type Deed, giveOrder } from '../staff-desk.ts';
import type { StaffOrder } from '../staff-verbs.ts';
import { cleanText } from '../terminal/display-width.ts';
import { demand, type Stage, say } from './stage.ts';

/** One look at both sides, with all that follows from it. */
export async function sync({ core }: Stage): Promise<SyncResult> {
  return demand(await core.engine.sync.once({ full: false, signal: new AbortController().signal }));
}

/** Lets the staff of one side, or a guest, do something, and says what they did. */
export async function tell(stage: Stage, side: 'till' | 'store', order: StaffOrder): Promise<Deed> {
  const { till, store } = stage.practice;
  const desk = side === 'till' ? { url: till.url, key: till.token } : { url: store.url, key: store.secret };
  const deed = demand(await giveOrder(desk, order, stage.fetch));
  say(stage, `  ${side === 'till' ? 'Till ' : 'Store'}  ${cleanText(deed.what)}`);
  return deed;
}
