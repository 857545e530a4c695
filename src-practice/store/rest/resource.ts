import type { ConsumerKey } from '../access/keys.ts';
import { requireManager } from '../access/permission.ts';
import { EDIT_METHODS, type RestCall, type RestHandler } from './call.ts';
import { type Fields, RestFailure } from './failure.ts';
import type { RouteTable } from './route-table.ts';
import type { ParamSchemas } from './schema.ts';
import { toSwitch } from './values.ts';

type ItemAction = 'view' | 'edit' | 'delete';

/** What one kind of object answers on the six routes that every controller of WooCommerce's REST API has. */
export interface Resource {
  readonly collection: string;
  readonly schemas: {
    readonly list: ParamSchemas;
    readonly create: ParamSchemas;
    readonly edit: ParamSchemas;
  };
  /** Who may touch one object; any manager's key where it is left out. */
  readonly permitItem?: (key: ConsumerKey | undefined, params: Fields, action: ItemAction) => void;
  readonly list: RestHandler;
  readonly create: RestHandler;
  readonly view: RestHandler;
  readonly edit: RestHandler;
  readonly remove: RestHandler;
  readonly batch: RestHandler;
}

/** Registers the collection, its items and its batch. */
export function addResource(table: RouteTable, resource: Resource): void {
  const {
    collection,
    schemas,
    permitItem = (key, _params, action) => requireManager(key, action),
  } = resource;
  const item = `${collection}/{id}`;
  table.add(
    {
      methods: ['GET'],
      pattern: collection,
      schema: schemas.list,
      permit: (key) => requireManager(key, 'list'),
      handle: resource.list,
    },
    {
      methods: ['POST'],
      pattern: collection,
      schema: schemas.create,
      permit: (key) => requireManager(key, 'create'),
      handle: resource.create,
    },
    {
      methods: [...EDIT_METHODS],
      pattern: `${collection}/batch`,
      permit: (key) => requireManager(key, 'batch'),
      handle: resource.batch,
    },
    {
      methods: ['GET'],
      pattern: item,
      permit: (key, params) => permitItem(key, params, 'view'),
      handle: resource.view,
    },
    {
      methods: [...EDIT_METHODS],
      pattern: item,
      schema: schemas.edit,
      permit: (key, params) => permitItem(key, params, 'edit'),
      handle: resource.edit,
    },
    {
      methods: ['DELETE'],
      pattern: item,
      permit: (key, params) => permitItem(key, params, 'delete'),
      handle: resource.remove,
    },
  );
}

/**
 * For what has no trash.
 * @param subject how WooCommerce's message begins: `Customers do`
 * @throws RestFailure 501 without `force`
 */
export function requireForce(call: RestCall, subject: string): void {
  if (toSwitch(call.params.force)) return;
  const message = `${subject} not support trashing.`;
  throw new RestFailure(501, 'woocommerce_rest_trash_not_supported', message);
}
