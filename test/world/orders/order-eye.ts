import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { WireRequest } from '../../../src-main/engine/ports.ts';

interface SeenFlow {
  readonly step: string;
  readonly tillOrderId: string | null;
  readonly print: string;
}

/** Looks at the data file from outside: only what is committed is there. */
export interface OrderEye {
  /** What is wrong with a write to the till that is about to leave; null where its intent is committed. */
  check(request: WireRequest): string | null;
  close(): void;
}

/** Every write on the till stands for an intent in the data file: else a crash right after it could not be told from one before. */
export function openOrderEye(dataDir: string): OrderEye {
  const db = new Database(join(dataDir, 'tillbridge.sqlite'), { readonly: true });
  const columns = 'step, till_order_id AS tillOrderId, print';
  const byTillOrder = db.prepare(`SELECT ${columns} FROM order_flow WHERE till_order_id = ?`);
  const byReference = db.prepare(
    `SELECT ${columns} FROM order_flow WHERE json_extract(ticket, '$.reference') = ?`,
  );
  const byAbandoned = db.prepare(
    `SELECT 1 FROM order_flow WHERE EXISTS (SELECT 1 FROM json_each(abandoned) WHERE value = ?)`,
  );
  const find = (id: string): SeenFlow | undefined => byTillOrder.get(id) as SeenFlow | undefined;
  return {
    check: (request) => {
      // What was begun and never shown may be taken away.
      if (request.method === 'DELETE' && byAbandoned.get(readTillOrderId(request.url))) return null;
      const complaint = checkWrite(
        request,
        find,
        (reference) => byReference.get(reference) as SeenFlow | undefined,
      );
      return complaint === null ? null : `${request.method} ${new URL(request.url).pathname}: ${complaint}`;
    },
    close: () => void db.close(),
  };
}

function checkWrite(
  { url, method, body }: WireRequest,
  find: (id: string) => SeenFlow | undefined,
  findByReference: (reference: string) => SeenFlow | undefined,
): string | null {
  const { pathname } = new URL(url);
  const sent = JSON.parse(body ?? '{}') as {
    externalReferenceId?: string;
    orderRef?: { id: string };
    state?: string;
  };
  if (pathname.endsWith('/print_event'))
    return find(sent.orderRef?.id ?? '')?.print === 'unknown' ? null : 'no print is under way';
  if (pathname.endsWith('/orders') && method === 'POST') {
    const flow = findByReference(sent.externalReferenceId ?? '');
    return flow?.step === 'placing' && flow.tillOrderId === null ? null : 'no order is being placed';
  }
  const id = readTillOrderId(url);
  if (id === null) return null;
  const flow = find(id);
  if (!flow) return 'nobody knows this order';
  if (pathname.endsWith('/payments')) return flow.step === 'paying' ? null : `paid while ${flow.step}`;
  const isFilling = /line_items|discounts/.test(pathname) || sent.state !== undefined;
  return isFilling && flow.step !== 'placing' ? `filled while ${flow.step}` : null;
}

const readTillOrderId = (url: string): string | null =>
  /\/orders\/([^/]+)/.exec(new URL(url).pathname)?.[1] ?? null;
