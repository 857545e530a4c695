import type { ConsumerKey } from '../access/keys.ts';
import { requireManager } from '../access/permission.ts';
import { runBatch } from '../rest/batch.ts';
import {
  type Action,
  answerCreated,
  answerOk,
  EDIT_METHODS,
  type RestAnswer,
  type RestCall,
} from '../rest/call.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { answerPage, PAGING_SCHEMA, readWindow } from '../rest/paging.ts';
import { requireForce } from '../rest/resource.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { ParamSchemas } from '../rest/schema.ts';
import { toId } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { TermRecord } from './term.ts';
import { createTerm, removeTerm, type TermShelf, updateTerm } from './term-desk.ts';
import { listTerms } from './term-list.ts';
import { renderTerm, type TermLook } from './term-view.ts';

/** A taxonomy with routes of its own. */
export interface TermKind {
  /** The collection's route pattern. */
  readonly collection: string;
  readonly look: TermLook;
  /** Seen in its batch without the `error` wrapper. */
  readonly bareCodes: ReadonlySet<string>;
  /** @throws RestFailure 404 when the taxonomy itself is unknown */
  open(params: Fields): TermShelf;
}

const LIST_SCHEMA: ParamSchemas = {
  ...PAGING_SCHEMA,
  order: { type: 'string', choices: ['asc', 'desc'], fallback: 'asc' },
  orderby: {
    type: 'string',
    choices: ['id', 'include', 'name', 'slug', 'term_group', 'description', 'count'],
    fallback: 'name',
  },
  hide_empty: { type: 'boolean' },
  parent: { type: 'integer' },
  product: { type: 'integer' },
  slug: { type: 'string' },
};
const WRITE_SCHEMA: ParamSchemas = {
  name: { type: 'string' },
  slug: { type: 'string' },
  description: { type: 'string' },
  parent: { type: 'integer' },
  menu_order: { type: 'integer' },
  display: { type: 'string', choices: ['default', 'products', 'subcategories', 'both'] },
};
const CREATE_SCHEMA: ParamSchemas = { ...WRITE_SCHEMA, name: { type: 'string', isRequired: true } };

interface TermDesk extends TermKind {
  permit(action: Action): (key: ConsumerKey | undefined, params: Fields) => void;
  render(call: RestCall, shelf: TermShelf, term: TermRecord): Record<string, unknown>;
}

/** Registers the list, items and batch of one kind of term. */
export function addTermRoutes(table: RouteTable, shop: Shop, kind: TermKind): void {
  const desk: TermDesk = {
    ...kind,
    permit: (action) => (key, params) => {
      const shelf = kind.open(params);
      if (params.id !== undefined) findTerm(shelf, params.id);
      requireManager(key, action);
    },
    render: (call, shelf, term) => renderTerm(call.origin, readCollection(call.path), kind.look, shelf, term),
  };
  addCollectionRoutes(table, shop, desk);
  addItemRoutes(table, desk);
}

function addCollectionRoutes(table: RouteTable, shop: Shop, desk: TermDesk): void {
  table.add(
    {
      methods: ['GET'],
      pattern: desk.collection,
      schema: LIST_SCHEMA,
      permit: desk.permit('list'),
      handle: (call) => {
        const shelf = desk.open(call.params);
        const terms = listTerms(shop, shelf, call.params);
        const { start, end } = readWindow(call);
        const rows = terms.slice(start, end).map((term) => desk.render(call, shelf, term));
        return answerPage(call, rows, terms.length);
      },
    },
    {
      methods: ['POST'],
      pattern: desk.collection,
      schema: CREATE_SCHEMA,
      permit: desk.permit('create'),
      handle: async (call) => {
        await call.work.spend('updatedProductMs');
        const shelf = desk.open(call.params);
        const term = createTerm(shop, shelf, call.params);
        return answerCreated(desk.render(call, shelf, term), `${call.origin}/wp-json${call.path}/${term.id}`);
      },
    },
    {
      methods: [...EDIT_METHODS],
      pattern: `${desk.collection}/batch`,
      permit: desk.permit('batch'),
      handle: (call) => answerBatch(shop, desk, call),
    },
  );
}

function addItemRoutes(table: RouteTable, desk: TermDesk): void {
  const pattern = `${desk.collection}/{id}`;
  table.add(
    {
      methods: ['GET'],
      pattern,
      permit: desk.permit('view'),
      handle: (call) => {
        const shelf = desk.open(call.params);
        return answerOk(desk.render(call, shelf, findTerm(shelf, call.params.id)));
      },
    },
    {
      methods: [...EDIT_METHODS],
      pattern,
      schema: WRITE_SCHEMA,
      permit: desk.permit('edit'),
      handle: async (call) => {
        await call.work.spend('updatedProductMs');
        const shelf = desk.open(call.params);
        const before = findTerm(shelf, call.params.id);
        return answerOk(desk.render(call, shelf, updateTerm(shelf, before, call.params)));
      },
    },
    {
      methods: ['DELETE'],
      pattern,
      permit: desk.permit('delete'),
      handle: async (call) => {
        requireForce(call, 'Resource does');
        await call.work.spend('updatedProductMs');
        const shelf = desk.open(call.params);
        const term = findTerm(shelf, call.params.id);
        const view = desk.render(call, shelf, term);
        removeTerm(shelf, term);
        return answerOk(view);
      },
    },
  );
}

function answerBatch(shop: Shop, desk: TermDesk, call: RestCall): Promise<RestAnswer> {
  const shelf = desk.open(call.params);
  return runBatch(call, shop.switches.batchLimit, {
    bareCodes: desk.bareCodes,
    create: async (row) => {
      await call.work.spend('updatedProductMs');
      return desk.render(call, shelf, createTerm(shop, shelf, row));
    },
    update: async (row) => {
      await call.work.spend('updatedProductMs');
      return desk.render(call, shelf, updateTerm(shelf, findTerm(shelf, row.id), row));
    },
    remove: async (id) => {
      await call.work.spend('updatedProductMs');
      const term = shelf.terms.get(id);
      if (!term) {
        throw new RestFailure(500, 'woocommerce_rest_cannot_delete', 'The resource cannot be deleted.');
      }
      const view = desk.render(call, shelf, term);
      removeTerm(shelf, term);
      return view;
    },
  });
}

function findTerm(shelf: TermShelf, id: unknown): TermRecord {
  const term = shelf.terms.get(toId(id));
  if (term) return term;
  throw new RestFailure(404, 'woocommerce_rest_term_invalid', 'Resource does not exist.');
}

/** The collection's own address, whichever of its routes was called. */
function readCollection(path: string): string {
  return path.replace(/\/(?:batch|\d+)\/?$/i, '').replace(/\/$/, '');
}
