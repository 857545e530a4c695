import type { HubSql } from '../database/sql.ts';
import type { Seal } from './seal.ts';
import type { TenantMemory } from './tenant-memory.ts';

/** What every part of this room works with. */
export interface TenantContext {
  readonly sql: HubSql;
  readonly seal: Seal;
  readonly memory: TenantMemory;
  /** Unix milliseconds. */
  readonly nowMs: () => number;
  /** Bytes fit for keys and tokens. */
  readonly makeBytes: (count: number) => Buffer;
  /** The Clover app of the hub's operator, for all shops that have none of their own. */
  readonly operatorApp: { readonly appId: string; readonly authCode: string | null } | null;
}

/** A new name for a shop, a device or an approval; 100 bits, so that none is guessed. */
export const makeId = (prefix: string, makeBytes: (count: number) => Buffer): string =>
  prefix + makeBytes(13).toString('base64url').replace(/[-_]/g, 'x');
