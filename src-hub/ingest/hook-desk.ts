import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DiskWatch } from '../ops/disk-watch.ts';
import type { HubMetrics } from '../ops/hub-metrics.ts';
import type { SignatureWatch } from '../ops/signature-watch.ts';
import type { HubTime } from '../runtime/time.ts';
import type { ShopBook } from '../tenants/shop-book.ts';
import type { Intake, Taken } from './intake.ts';

export interface HookParts {
  readonly book: ShopBook;
  readonly intake: Intake;
  readonly metrics: HubMetrics;
  readonly time: HubTime;
  /** Rings the operator where the disk does not take what was delivered. */
  readonly disk: DiskWatch;
  readonly signatures: SignatureWatch;
}

/** What both services' routes need of their surroundings. */
export interface HookDesk {
  readonly book: ShopBook;
  readonly time: HubTime;
  count(outcome: string): void;
  /** Answers 200 once all is on disk, and 503 only where the disk fails (H5). */
  answer(reply: FastifyReply, take: (intake: Intake) => Promise<readonly Taken[]>): Promise<FastifyReply>;
}

/** A request without a body has none to parse. */
export const readBody = (request: FastifyRequest): Buffer =>
  Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);

/** @param side whose deliveries it counts */
export function createDesk(
  { book, intake, metrics, time, disk, signatures }: HookParts,
  side: 'till' | 'store',
): HookDesk {
  const count = (outcome: string): void => {
    metrics.deliveries.inc({ side, outcome });
    signatures.note(outcome !== 'refused');
  };
  return {
    book,
    time,
    count,
    answer: async (reply, take) => {
      const sinceMs = time.monotonicMs();
      try {
        for (const taken of await take(intake)) count(taken);
      } catch (error) {
        count('disk failed');
        metrics.diskFailures.inc();
        disk.noteFailure(error);
        return reply.code(503).send('The hub cannot write just now; send again later.');
      }
      disk.noteSuccess();
      metrics.ingestSeconds.observe((time.monotonicMs() - sinceMs) / 1000);
      return reply.code(200).send('ok');
    },
  };
}
