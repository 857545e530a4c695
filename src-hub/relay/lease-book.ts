import type { LeaseNews } from '../protocol/frames.ts';

export const LEASE_MS = 90_000;

/** Who may write for a shop. Epochs are kept on disk and only ever grow. Each call rejects where the database fails. */
export interface LeaseBook {
  /** Takes it where it is free or run out; renews it where the device holds it. */
  claim(deviceId: string, nowMs: number): Promise<LeaseNews>;
  /** How it stands for this device, without claiming. */
  read(deviceId: string, nowMs: number): Promise<LeaseNews>;
  /** The device has read, not only been sent, that it is not alone: from now on another one may be given the lease. */
  confirm(deviceId: string): Promise<void>;
  /** The device has a new socket: it may have been told otherwise by another node meanwhile. */
  forget(deviceId: string): void;
  release(deviceId: string, nowMs: number): Promise<void>;
}
