/** A unit of an app's quota: so many calls a second, one of them at a time. */
export const UNIT_PER_SECOND = 5;
/** Clover allows 50 a second and 10 at once over all installs of an app (clover.md 4); the rest is for jitter. */
export const UNITS = 9;

/** How the quota of a Clover app is shared between the nodes of a hub, in units. */
export interface PermitShares {
  /** What this node may give of an app's quota at this moment; 0 while it has no share yet. It asks for one by itself. */
  readUnits(appKey: string, monotonicMs: number): number;
}

/** One process has all of it. */
export const WHOLE_QUOTA: PermitShares = { readUnits: () => UNITS };
