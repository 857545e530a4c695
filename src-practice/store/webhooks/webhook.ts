export const WEBHOOK_STATUSES = ['active', 'paused', 'disabled'] as const;

export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** A webhook as the store keeps it. Times are Unix milliseconds in whole seconds. */
export interface WebhookRecord {
  readonly id: number;
  readonly name: string;
  readonly status: WebhookStatus;
  readonly topic: string;
  readonly deliveryUrl: string;
  readonly secret: string;
  /** Failures in a row; not in REST (woocommerce.md 5). */
  readonly failureCount: number;
  readonly createdMs: number;
  readonly modifiedMs: number | null;
}

const ACTION = 'action.';

/** The WordPress hooks that stand behind each topic, as REST shows them. */
const TOPIC_HOOKS: Readonly<Record<string, readonly string[]>> = {
  'coupon.created': ['woocommerce_process_shop_coupon_meta', 'woocommerce_new_coupon'],
  'coupon.updated': ['woocommerce_process_shop_coupon_meta', 'woocommerce_update_coupon'],
  'coupon.deleted': ['wp_trash_post'],
  'coupon.restored': ['untrashed_post'],
  'customer.created': ['user_register', 'woocommerce_created_customer', 'woocommerce_new_customer'],
  'customer.updated': ['profile_update', 'woocommerce_update_customer'],
  'customer.deleted': ['delete_user'],
  'order.created': ['woocommerce_new_order'],
  'order.updated': ['woocommerce_update_order', 'woocommerce_order_refunded'],
  'order.deleted': ['wp_trash_post', 'woocommerce_trash_order'],
  'order.restored': ['untrashed_post', 'woocommerce_untrash_order'],
  'product.created': [
    'woocommerce_process_product_meta',
    'woocommerce_new_product',
    'woocommerce_new_product_variation',
  ],
  'product.updated': [
    'woocommerce_process_product_meta',
    'woocommerce_update_product',
    'woocommerce_update_product_variation',
  ],
  'product.deleted': ['wp_trash_post'],
  'product.restored': ['untrashed_post'],
};

/** The hooks of a topic; of `action.woocommerce_*` the action itself. */
export function listTopicHooks(topic: string): readonly string[] {
  return TOPIC_HOOKS[topic] ?? [splitTopic(topic).event];
}

/** True for the topics a webhook may have (woocommerce.md 5). */
export function isTopic(topic: string): boolean {
  return Object.hasOwn(TOPIC_HOOKS, topic) || /^action\.woocommerce_\w+$/.test(topic);
}

/** `product.updated` is the event `updated` of the resource `product`. */
export function splitTopic(topic: string): { readonly resource: string; readonly event: string } {
  if (topic.startsWith(ACTION)) return { resource: 'action', event: topic.slice(ACTION.length) };
  const [resource = '', event = ''] = topic.split('.');
  return { resource, event };
}
