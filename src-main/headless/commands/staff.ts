import type { Core } from '../../boot/core.ts';
import type { Attempt } from '../../engine/face.ts';
import { answer, type Command, refuse } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { type Desk, giveOrder, isPracticeUrl } from '../staff-desk.ts';
import { listVerbs, readOrder, type Side, STAFF_FLAGS } from '../staff-verbs.ts';

const createStaffCommand = (side: Side, summary: string, notes: readonly string[]): Command => ({
  name: `staff ${side}`,
  summary,
  arguments: [{ name: 'VERB', choices: listVerbs(side) }, { name: 'ITEM' }, { name: 'N', isOptional: true }],
  flags: STAFF_FLAGS[side],
  notes,
  run: (context) => actAsStaff(side, context),
});

export const STAFF_TILL = createStaffCommand('till', 'Acts as the staff at a practice till.', [
  'sell ITEM [--quantity N] · edit ITEM --price 4.50 · recount ITEM N · add NAME --price 4.50 · remove ITEM',
  'ITEM is an id, an exact SKU or an exact name.',
]);

export const STAFF_STORE = createStaffCommand('store', 'Acts as staff or guest of a practice store.', [
  'buy PRODUCT [--quantity N] · edit PRODUCT --price 4.50 · recount PRODUCT N · trash PRODUCT',
  'PRODUCT is an id, an exact SKU or an exact name.',
]);

async function actAsStaff(side: Side, context: CommandContext) {
  const core = await context.openCore();
  if (!core.ok) return core;
  const desk = await findDesk(side, core.value);
  if (!desk.ok) return desk;
  const currency = core.value.engine.connections.readTill()?.merchant.currency ?? 'USD';
  const order = readOrder(side, context.input, currency);
  if (!order.ok) return order;
  const deed = await giveOrder(desk.value, order.value, context.surroundings.fetch);
  return deed.ok ? answer({ document: deed.value, lines: () => [`${deed.value.what}.`] }) : deed;
}

/** The staff's desk at the connected side, if that is a practice server. */
async function findDesk(side: Side, core: Core): Promise<Attempt<Desk>> {
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
