import type { FastifyInstance } from 'fastify';
import type { HubConfig } from '../config.ts';
import { isOneOf } from '../ingest/constant-time.ts';
import type { EventLog } from '../log/event-log.ts';
import { PATHS, PROTOCOL_VERSION } from '../protocol/version.ts';
import type { Placement } from '../relay/placement.ts';
import type { HubTime } from '../runtime/time.ts';
import type { DiskWatch } from './disk-watch.ts';
import type { HubMetrics } from './hub-metrics.ts';

export interface HealthParts {
  readonly log: EventLog;
  readonly disk: DiskWatch;
  readonly metrics: HubMetrics;
  readonly time: HubTime;
  readonly config: Pick<HubConfig, 'metricsToken'>;
  countSockets(): number;
  readonly placement: Pick<Placement, 'isCutOff' | 'isLeaving' | 'countNodes'>;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** `/health` for whoever keeps the hub running, `/metrics` for Prometheus. Neither names a shop. */
export function registerHealth(app: FastifyInstance, parts: HealthParts): void {
  const { log, disk, metrics, time, config, countSockets, placement } = parts;
  const startedMs = time.monotonicMs();
  // Whoever spreads requests is to leave out a node that is cut off from the others, or stops.
  const findTrouble = (): string | null => {
    if (placement.isCutOff()) return 'cut off';
    if (placement.isLeaving()) return 'leaving';
    return disk.isFailing() ? 'disk failing' : null;
  };
  app.get(PATHS.health, async (_request, reply) => {
    const status = findTrouble() ?? 'ok';
    return reply.code(status === 'ok' ? 200 : 503).send({
      status,
      protocol: PROTOCOL_VERSION,
      sockets: countSockets(),
      upS: Math.floor((time.monotonicMs() - startedMs) / 1000),
    });
  });

  const isAllowed = (authorization: string | undefined, address: string | undefined, isForwarded: boolean) =>
    config.metricsToken === null
      ? !isForwarded && LOOPBACK.test(address ?? '')
      : isOneOf(authorization ?? '', [`Bearer ${config.metricsToken}`]);

  const readLog = async (): Promise<void> => {
    const { waiting, oldestMs, commits } = await log.readFigures();
    metrics.waiting.set(waiting);
    metrics.oldestSeconds.set(oldestMs === null ? 0 : Math.max(0, time.nowMs() - oldestMs) / 1000);
    metrics.commits.set(commits);
  };

  app.get(PATHS.metrics, async (request, reply) => {
    const isForwarded = request.headers['x-forwarded-for'] !== undefined;
    if (!isAllowed(request.headers.authorization, request.socket.remoteAddress, isForwarded))
      return reply.code(403).send('Set TILLBRIDGE_HUB_METRICS_TOKEN and send it as a Bearer token.');
    await readLog().catch(() => undefined); // while the database is away, what was last known of it stands
    metrics.nodes.set(placement.countNodes());
    metrics.cutOff.set(Number(placement.isCutOff()));
    metrics.sockets.set(countSockets());
    metrics.memoryBytes.set(process.memoryUsage.rss());
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
