import { answer, type Command } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { findDesk } from '../practice-actor.ts';
import { giveOrder } from '../staff-desk.ts';
import { listVerbs, readOrder, type Side, STAFF_FLAGS } from '../staff-verbs.ts';

const createStaffCommand = (side: Side, summary: string, notes: readonly string[]): Command => ({
  name: `staff ${side}`,
  summary,
  arguments: [
    { name: 'VERB', choices: listVerbs(side) },
    { name: 'ITEM', isOptional: true },
    { name: 'N', isOptional: true },
  ],
  flags: STAFF_FLAGS[side],
  notes,
  run: (context) => actAsStaff(side, context),
});

export const STAFF_TILL = createStaffCommand('till', 'Acts as the staff at a practice till.', [
  'sell ITEM [--quantity N] · refund ITEM [--quantity N] · edit ITEM --price 4.50 · recount ITEM N · add NAME --price 4.50 · remove ITEM',
  'pay ORDER · fulfil ORDER · cancel ORDER · refund-order ORDER · jam · clear (the kitchen printer)',
  'ITEM is an id, an exact SKU or an exact name; ORDER is its id on the till or its exact title.',
]);

export const STAFF_STORE = createStaffCommand('store', 'Acts as staff or guest of a practice store.', [
  'buy PRODUCT [--quantity N] · edit PRODUCT --price 4.50 · recount PRODUCT N · add NAME --price 4.50 · trash PRODUCT · lock PRODUCT · unlock PRODUCT',
  'order-random (a guest orders something) · cancel ORDER · fulfil ORDER · refund ORDER',
  'PRODUCT is an id, an exact SKU or an exact name; ORDER is the number that buy or order-random told.',
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
