import { readGroups } from '../../domain/build-patch.ts';
import type { FieldValue } from '../../domain/fields.ts';
import type { WooId } from '../../domain/ids.ts';
import type { ModifierGroupMeta } from '../../domain/modifier-meta.ts';
import type { ChoiceKnowledge } from '../../domain/orders/choices/choice-knowledge.ts';
import type { Ledger } from '../ledger-ports.ts';

/** Changes of one product that are looked through: orders are seldom older than a few of them. */
const MOST_CHANGES = 30;

export type ChoiceHistory = Pick<ChoiceKnowledge, 'formerNames' | 'storeAmounts'>;

/**
 * What the choices of a product were called, and what the store was told to ask for them, now and before: what was
 * last agreed, and what earlier changes say. An order may be older than a change, and the store's pages are cached.
 * @param sellAmount what the price rules make of an amount
 */
export function readChoiceHistory(
  productId: WooId | null,
  { links, shadows, changes }: Ledger,
  sellAmount: (amount: number) => number,
): ChoiceHistory {
  const link = productId === null ? null : links.findByWoo('product', productId);
  const agreed = link ? shadows.get(link.id)?.modifiers : undefined;
  const decisions = link ? changes.history(link.cloverId, MOST_CHANGES).flatMap((row) => row.decisions) : [];
  const told = decisions.filter(({ field }) => field === 'modifiers');
  const values = [
    ...(agreed ? [agreed.till, agreed.sent, agreed.store] : []),
    ...told.flatMap(({ wanted, till, store }) => [wanted, till, store]),
  ];
  const formerNames = new Map<string, string[]>();
  const storeAmounts = new Map<string, number[]>();
  for (const { id, name, mods } of values.flatMap(listGroups)) {
    collect(formerNames, id, name);
    for (const modifier of mods) {
      collect(formerNames, modifier.id, modifier.name);
      collect(storeAmounts, modifier.id, modifier.price);
      collect(storeAmounts, modifier.id, sellAmount(modifier.price));
    }
  }
  return { formerNames, storeAmounts };
}

const listGroups = (value: FieldValue | undefined): readonly ModifierGroupMeta[] =>
  readGroups(value ?? null) ?? [];

function collect<Value>(lists: Map<string, Value[]>, id: string, value: Value): void {
  const list = lists.get(id);
  if (!list) lists.set(id, [value]);
  else if (!list.includes(value)) list.push(value);
}
