import type { Action } from '../rest/call.ts';
import { RestFailure } from '../rest/failure.ts';
import type { ConsumerKey } from './keys.ts';

interface Refusal {
  readonly code: string;
  readonly message: string;
}

const REFUSALS: Readonly<Record<Action, Refusal>> = {
  list: { code: 'woocommerce_rest_cannot_view', message: 'Sorry, you cannot list resources.' },
  view: { code: 'woocommerce_rest_cannot_view', message: 'Sorry, you cannot view this resource.' },
  create: {
    code: 'woocommerce_rest_cannot_create',
    message: 'Sorry, you are not allowed to create resources.',
  },
  edit: {
    code: 'woocommerce_rest_cannot_edit',
    message: 'Sorry, you are not allowed to edit this resource.',
  },
  delete: {
    code: 'woocommerce_rest_cannot_delete',
    message: 'Sorry, you are not allowed to delete this resource.',
  },
  batch: {
    code: 'woocommerce_rest_cannot_batch',
    message: 'Sorry, you are not allowed to batch manipulate this resource.',
  },
};

/**
 * Lets shop managers pass; 401 for nobody, 403 for a user without the capability (woocommerce.md 2).
 * @throws RestFailure
 */
export function requireManager(key: ConsumerKey | undefined, action: Action): void {
  if (key?.role === 'shop_manager') return;
  const { code, message } = REFUSALS[action];
  throw new RestFailure(key ? 403 : 401, code, message);
}

/**
 * What the key itself may do, asked before any route is looked up.
 * @throws RestFailure 401, not 403
 */
export function requireKeyPermission(key: ConsumerKey, method: string): void {
  if (method === 'OPTIONS' || key.permission === 'read_write') return;
  const needed = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
  if (key.permission === needed) return;
  const message = `The API key provided does not have ${needed} permissions.`;
  throw new RestFailure(401, 'woocommerce_rest_authentication_error', message);
}
