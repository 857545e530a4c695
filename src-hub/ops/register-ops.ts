import type { FastifyInstance } from 'fastify';
import { heartbeatRequest, reportsRequest } from '../protocol/http-shapes.ts';
import { PATHS } from '../protocol/version.ts';
import { refuse } from '../refusal.ts';
import { forDevice } from '../tenants/bearer.ts';
import { type EraseDeps, eraseShop } from './erase-shop.ts';
import { exportHeld, type HeldDeps } from './held-data.ts';
import type { OutageWatch } from './outage-watch.ts';

const LARGEST_BODY_BYTES = 64 * 1024;

export interface OpsDeps extends HeldDeps, EraseDeps {
  readonly log: HeldDeps['log'] & EraseDeps['log'];
  readonly watch: OutageWatch;
  readonly nowMs: () => number;
}

/** Heartbeats, order reports, and a shop's own data: to take away, and to erase. */
export function registerOps(app: FastifyInstance, deps: OpsDeps): void {
  const { book, heartbeats, reports, watch, nowMs } = deps;
  const limits = { bodyLimit: LARGEST_BODY_BYTES };

  app.post(
    PATHS.heartbeat,
    limits,
    forDevice(book, nowMs, async (device, request, reply) => {
      const body = heartbeatRequest.safeParse(request.body);
      if (!body.success) return refuse(reply, 'MALFORMED');
      await heartbeats.note(device, body.data, nowMs());
      watch.note(device.shopId, { ...body.data, isLast: body.data.isLast ?? false }, nowMs());
      return { received: true };
    }),
  );
  app.post(
    PATHS.reports,
    limits,
    forDevice(book, nowMs, async ({ shopId }, request, reply) => {
      const body = reportsRequest.safeParse(request.body);
      if (!body.success) return refuse(reply, 'MALFORMED');
      if (!book.findShop(shopId)?.keepsReports) return refuse(reply, 'REPORTS_OFF');
      await reports.add(shopId, body.data.orders, nowMs());
      return { received: body.data.orders.length };
    }),
  );
  app.get(
    PATHS.held,
    forDevice(book, nowMs, async ({ shopId }, _request, reply) => {
      const held = await exportHeld(deps, shopId, nowMs());
      return held ?? refuse(reply, 'UNPAIRED');
    }),
  );
  app.delete(
    PATHS.held,
    forDevice(book, nowMs, async ({ shopId }, request, reply) => {
      try {
        return { erased: (await eraseShop(deps, shopId)) ?? {} };
      } catch (error) {
        request.log.error({ error }, 'a shop could not be erased');
        return refuse(reply, 'NOT_ERASED');
      }
    }),
  );
}
