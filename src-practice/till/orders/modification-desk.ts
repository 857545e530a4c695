import { createId, type TillContext } from '../context.ts';
import type { ModificationRow } from '../order-rows.ts';
import { missField } from '../rest/body.ts';
import { refuse } from '../rest/failure.ts';
import type { ModificationBody } from './order-body.ts';

/** Makes a modification: a known modifier's name and price, or words of its own (clover.md 7.3). */
export function createModification(till: TillContext, body: ModificationBody): ModificationRow {
  const modifier = body.modifier && till.state.modifiers.get(body.modifier.id);
  if (body.modifier && !modifier) throw refuse(`Modifier does not exist: ${body.modifier.id}`);
  const name = body.name ?? modifier?.name;
  const amount = body.amount ?? modifier?.price;
  if (name === undefined) throw missField('name');
  if (amount === undefined) throw missField('amount');
  return { id: createId(till), ...(modifier && { modifierId: modifier.id }), name, amount };
}

/** A modification as recorded. */
export function showModification({ id, modifierId, name, amount }: ModificationRow, lineId: string): unknown {
  return {
    id,
    lineItemRef: { id: lineId },
    name,
    amount,
    modifier: modifierId === undefined ? undefined : { id: modifierId },
  };
}
