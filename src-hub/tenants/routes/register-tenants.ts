import type { FastifyInstance } from 'fastify';
import { registerDeviceRoutes } from './device-routes.ts';
import { registerPairRoutes } from './pair-routes.ts';
import { registerShopRoutes } from './shop-routes.ts';
import type { TenantRouteDeps } from './tenant-route-deps.ts';

/** Pairing, devices, and what a device says of its shop. */
export function registerTenants(app: FastifyInstance, deps: TenantRouteDeps): void {
  registerPairRoutes(app, deps);
  registerDeviceRoutes(app, deps);
  registerShopRoutes(app, deps);
}
