import type { WebhookAnswers } from '../app/app-options.ts';
import type { TillContext } from '../context.ts';
import type { ItemRow } from '../rows.ts';
import type { Topic } from './topic.ts';

/** A shelf that says what is put on it and taken off. */
interface Watchable<Row> {
  watch: ((before: Row | undefined, after: Row | undefined) => void) | undefined;
}

/**
 * Turns every change of rows into events, whoever made it: an app hears of its own writes (clover.md 9.3).
 * Tax rates, discounts, tags, item groups, tenders and refunds have no topic (clover.md 9.2).
 */
export function watchState(till: TillContext, answers: WebhookAnswers): void {
  const { state, events } = till;
  const watch = <Row extends { readonly id: string }>(shelf: Watchable<Row>, topic: Topic): void => {
    shelf.watch = (before, after) => {
      const id = (after ?? before)?.id ?? '';
      events.tell(topic, id, before ? (after ? 'UPDATE' : 'DELETE') : 'CREATE');
    };
  };
  watch(state.categories, 'IC');
  watch(state.modifierGroups, 'IG');
  watch(state.modifiers, 'IM');
  watch(state.orders, 'O');
  watch(state.payments, 'P');
  watch(state.customers, 'C');
  state.items.watch = (before, after) => tellItem(till, answers, before, after);
  // The categories of an item are attributes of it (clover.md 9.3), what else it is linked to has no topic.
  state.itemCategories.watch = (itemId) => {
    if (state.items.get(itemId)?.deletedTime === undefined) events.tell('I', itemId, 'UPDATE');
  };
}

function tellItem(
  { events }: TillContext,
  answers: WebhookAnswers,
  before: ItemRow | undefined,
  after: ItemRow | undefined,
): void {
  if (!after || (after.deletedTime !== undefined && before?.deletedTime === undefined)) {
    events.tell('I', (after ?? before)?.id ?? '', 'DELETE');
  } else if (!before) {
    events.tell('I', after.id, 'CREATE');
  } else {
    const isTurned = before.available !== after.available;
    const isSplit = answers.inventoryTopics === 'split';
    if (isTurned && isSplit) {
      const data = answers.stockPayload === 'rich' ? { available: after.available } : {};
      events.tell('IA', after.id, 'UPDATE', data);
    }
    if (!isTurned || !isSplit || hasOtherChange(before, after)) events.tell('I', after.id, 'UPDATE');
  }
}

/** Whether something else changed than `available` and the time of it. */
function hasOtherChange(before: ItemRow, after: ItemRow): boolean {
  const bare = (row: ItemRow): string => JSON.stringify({ ...row, available: true, modifiedTime: 0 });
  return bare(before) !== bare(after);
}
