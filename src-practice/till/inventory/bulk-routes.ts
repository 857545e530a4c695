import type { TillContext } from '../context.ts';
import { readBody } from '../rest/body.ts';
import type { Route, TillAnswer, TillCall } from '../rest/call.ts';
import { NOTHING_EXPANDED } from '../rest/expand.ts';
import { refuse, TillFailure } from '../rest/failure.ts';
import type { ItemRow } from '../rows.ts';
import { BULK_CREATE, BULK_UPDATE } from './item-body.ts';
import { addItem, checkItemChange, checkNewItem, findItem, updateItem } from './item-desk.ts';
import { showItem } from './item-view.ts';

/** For third-party apps, since March 2026 (clover.md 6.2). */
const MAX_UPDATED_ITEMS = 2500;

/**
 * `/bulk_items`. What it answers and what one bad row does are unpublished: here the items come back as an
 * array in the order sent, and one bad row refuses them all (clover.md 6.2).
 */
export function createBulkRoutes(till: TillContext): Route[] {
  return [
    { method: 'POST', path: '/bulk_items', area: 'inventory', answer: (call) => createItems(till, call) },
    { method: 'PUT', path: '/bulk_items', area: 'inventory', answer: (call) => updateItems(till, call) },
  ];
}

function createItems(till: TillContext, call: TillCall): TillAnswer {
  const { items } = readBody(call, BULK_CREATE);
  const checked = items.map((body, index) => checkRow(index, () => checkNewItem(till, body)));
  return answerItems(
    till,
    checked.map((item) => addItem(till, item)),
  );
}

function updateItems(till: TillContext, call: TillCall): TillAnswer {
  const { items } = readBody(call, BULK_UPDATE);
  if (items.length > MAX_UPDATED_ITEMS) throw refuse(`items cannot exceed ${MAX_UPDATED_ITEMS} in one call`);
  items.forEach(({ id, ...patch }, index) => {
    checkRow(index, () => checkItemChange(till, findItem(till, id), patch));
  });
  return answerItems(
    till,
    items.map(({ id, ...patch }) => updateItem(till, findItem(till, id), patch)),
  );
}

function answerItems(till: TillContext, items: readonly ItemRow[]): TillAnswer {
  return { body: items.map((item) => showItem(till, item, NOTHING_EXPANDED)) };
}

/** Names the row a check failed on. */
function checkRow<Result>(index: number, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof TillFailure)) throw error;
    throw refuse(`items.${index}: ${error.message}`);
  }
}
