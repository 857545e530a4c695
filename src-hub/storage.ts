import type { HubSql } from './database/sql.ts';
import type { EventLog } from './log/event-log.ts';
import type { Placement } from './relay/placement.ts';
import type { TenantDeps } from './tenants/open-tenants.ts';
import type { Approvals } from './wc-auth/approvals.ts';

/** Where a hub keeps what it keeps: a file of its own, or the database that several nodes share. */
export interface Storage
  extends Pick<TenantDeps, 'sql' | 'findChanged' | 'onChanged' | 'openLeases' | 'openGuesses' | 'shares'> {
  readonly sql: HubSql;
  readonly log: EventLog;
  readonly approvals: Approvals;
  readonly placement: Placement;
  /** Leaves nothing of deleted rows in the files, as far as that is in the hub's hands. */
  readonly scrub: () => Promise<void>;
  /** Takes its part of the shops, once it listens at its address. */
  join(): Promise<void>;
  /** It stops soon: other nodes take over its shops, and whoever is sent away goes there. */
  leave(): Promise<void>;
  close(): Promise<void>;
}
