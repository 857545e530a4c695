import type { AppFrame } from '../protocol/frames.ts';

export type Lane = Extract<AppFrame, { type: 'want' }>['lane'];

/** Shares the till's quota, which counts by app, between the shops that use one app (clover.md 3.3, hub.md 3.6). */
export interface PermitDesk {
  /** Whether the shop's calls to the till are to be permitted by the hub at all. */
  isNeeded(shopId: string): boolean;
  /**
   * Resolves when it is the shop's turn: `n` calls, at most as many as were asked for, that may begin within
   * `forMs` milliseconds. Resolves with n = 0 where the device should ask again later.
   */
  ask(deviceId: string, shopId: string, n: number, lane: Lane): Promise<Permit>;
  /** What the device still waits for is no longer wanted: its socket is gone. */
  forget(deviceId: string): void;
}

export interface Permit {
  readonly n: number;
  readonly forMs: number;
}
