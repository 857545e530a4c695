import type { WireRequest } from '../../../src-main/engine/ports.ts';
import type { LedgerEye, OpenIntent } from '../ledger-eye.ts';

/**
 * Every write outside stands for a queue row that is committed as under way: else a crash right after it
 * could not be told from one right before. Answers what is wrong with a write, or null.
 */
export function createIntentCheck(eye: LedgerEye) {
  return (request: WireRequest, side: 'till' | 'store'): string | null => {
    if (isProbe(request)) return null;
    const intents = eye.intents().filter(({ kind }) => kind.startsWith(side === 'till' ? 'till.' : 'woo.'));
    const { pathname } = new URL(request.url);
    const missing =
      side === 'till' ? checkTill(pathname, request, intents) : checkStore(pathname, request, intents);
    return missing === null ? null : `${request.method} ${pathname} ${request.body ?? ''}: ${missing}`;
  };
}

/** Asks what a token or key may do, of nothing that is there, and writes nothing (clover-rights.ts, woo-connection.ts). */
export const isProbe = ({ url, body }: WireRequest): boolean =>
  body === '{}' && /\/(?:batch|0{13}(?:\/\w+)?)$/.test(new URL(url).pathname);

function checkTill(pathname: string, { body }: WireRequest, intents: readonly OpenIntent[]): string | null {
  if (intents.length === 0) return 'no row is under way';
  if (intents.some(({ kind }) => kind === 'till.new')) return null;
  const ids = new Set(intents.map(({ cloverId }) => cloverId));
  const [, list = '', id = ''] = /merchants\/[^/]+\/([^/]+)\/?(.*)$/.exec(pathname) ?? [];
  if (id !== '' && !id.includes('/')) return ids.has(id) ? null : `no row for ${id}`;
  if (list !== 'bulk_items') return null;
  const { items = [] } = JSON.parse(body ?? '{}') as { items?: { id: string }[] };
  const strange = items.find((item) => !ids.has(item.id));
  return strange ? `no row for ${strange.id}` : null;
}

interface Batch {
  readonly create?: readonly unknown[];
  readonly update?: readonly { readonly id: number }[];
}

function checkStore(pathname: string, { body }: WireRequest, intents: readonly OpenIntent[]): string | null {
  if (intents.length === 0) return 'no row is under way';
  if (!pathname.endsWith('/batch')) return null;
  const { create = [], update = [] } = JSON.parse(body ?? '{}') as Batch;
  const creates = intents.filter(({ wooId }) => wooId === null).length;
  if (create.length > creates) return `${create.length} creates, ${creates} rows`;
  const ids = new Set(intents.map(({ wooId }) => wooId));
  const strange = update.find(({ id }) => !ids.has(id));
  return strange ? `no row for ${strange.id}` : null;
}
