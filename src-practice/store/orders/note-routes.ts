import { requireManager } from '../access/permission.ts';
import { renderGmt, renderLink } from '../products/view-scene.ts';
import { answerCreated, answerOk, type RestCall } from '../rest/call.ts';
import { RestFailure } from '../rest/failure.ts';
import type { RouteTable } from '../rest/route-table.ts';
import { toId, toSwitch, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { OrderNote } from './order.ts';
import { addNote, listNotes, removeNote } from './order-notes.ts';
import { findOrder } from './order-routes.ts';
import { NOTE_LIST_SCHEMA, NOTE_SCHEMA } from './order-schema.ts';
import { renderLocal } from './order-view.ts';

const COLLECTION = '/wc/v3/orders/{order_id}/notes';
const ITEM = '/wc/v3/orders/{order_id}/notes/{id}';

/** Registers the notes beside an order; they are no page of a list but all at once. */
export function addNoteRoutes(table: RouteTable, shop: Shop): void {
  table.add(
    {
      methods: ['GET'],
      pattern: COLLECTION,
      schema: NOTE_LIST_SCHEMA,
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => {
        const { id } = findOrder(shop, call.params.order_id, 404);
        const isAsked = ({ isForCustomer }: OrderNote): boolean =>
          call.params.type === 'any' || isForCustomer === (call.params.type === 'customer');
        const notes = listNotes(shop, id).filter(isAsked);
        return answerOk(notes.map((note) => renderNote(shop, call, id, note)));
      },
    },
    {
      methods: ['POST'],
      pattern: COLLECTION,
      schema: NOTE_SCHEMA,
      permit: (key) => requireManager(key, 'create'),
      handle: async (call) => {
        await call.work.spend('otherReadMs');
        const { id } = findOrder(shop, call.params.order_id, 404);
        const note = addNote(shop, id, toText(call.params.note), {
          isForCustomer: toSwitch(call.params.customer_note),
          ...(toSwitch(call.params.added_by_user) && { author: 'admin' }),
        });
        const location = `${call.origin}/wp-json/wc/v3/orders/${id}/notes/${note.id}`;
        return answerCreated(renderNote(shop, call, id, note), location);
      },
    },
    {
      methods: ['GET'],
      pattern: ITEM,
      permit: (key) => requireManager(key, 'view'),
      handle: (call) => {
        const { orderId, note } = findNote(shop, call);
        return answerOk(renderNote(shop, call, orderId, note));
      },
    },
    {
      methods: ['DELETE'],
      pattern: ITEM,
      permit: (key) => requireManager(key, 'delete'),
      handle: (call) => {
        if (!toSwitch(call.params.force)) {
          const message = 'Notes do not support trashing.';
          throw new RestFailure(501, 'woocommerce_rest_trash_not_supported', message);
        }
        const { orderId, note } = findNote(shop, call);
        removeNote(shop, orderId, note.id);
        return answerOk(renderNote(shop, call, orderId, note));
      },
    },
  );
}

function findNote(shop: Shop, call: RestCall): { readonly orderId: number; readonly note: OrderNote } {
  const { id: orderId } = findOrder(shop, call.params.order_id, 404);
  const note = shop.state.notes.get(orderId)?.find(({ id }) => id === toId(call.params.id));
  if (note) return { orderId, note };
  throw new RestFailure(404, 'woocommerce_rest_invalid_id', 'Invalid resource ID.');
}

function renderNote(shop: Shop, call: RestCall, orderId: number, note: OrderNote): Record<string, unknown> {
  const order = `/wc/v3/orders/${orderId}`;
  const href = `${call.origin}/wp-json${order}/notes/${note.id}`;
  return {
    id: note.id,
    author: note.author,
    date_created: renderLocal(shop, note.createdMs),
    date_created_gmt: renderGmt(note.createdMs),
    note: note.text,
    customer_note: note.isForCustomer,
    _links: {
      self: [{ href, targetHints: { allow: ['GET', 'DELETE'] } }],
      collection: renderLink(call.origin, `${order}/notes`, false),
      up: renderLink(call.origin, order, false),
    },
  };
}
