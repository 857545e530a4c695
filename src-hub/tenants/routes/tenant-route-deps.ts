import type { EventLog } from '../../log/event-log.ts';
import type { KeptShopBook } from '../kept-shop-book.ts';
import type { Pairing } from '../pairing.ts';
import type { ShopSettings } from '../shop-settings.ts';
import type { TenantContext } from '../tenant-context.ts';

/** The largest body these routes take. */
export const LARGEST_BODY_BYTES = 4 * 1024;

export interface TenantRouteDeps {
  readonly context: TenantContext;
  readonly book: KeptShopBook;
  readonly pairing: Pairing;
  readonly settings: ShopSettings;
  readonly log: Pick<EventLog, 'openCursor' | 'dropCursor'>;
  /** Where the hub is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
}
