import type { Failure } from '../domain/failure.ts';
import type { HubCore } from '../engine/hub/hub-core.ts';

/** The same core, whose right to write ends while there is a refusal: every request that writes asks it as it leaves. */
export const shutWrites = (hub: HubCore, findRefusal: () => Failure | null): HubCore => ({
  ...hub,
  lease: { ...hub.lease, findRefusal: () => findRefusal() ?? hub.lease.findRefusal() },
});
