import type { LinkStatusShape } from '../../src-preload/contract/shapes.ts';
import { StatusBadge } from './status-badge.tsx';
import type { Tone } from './tone.ts';

/** The states of a product, the same words everywhere. */
export const PRODUCT_STATUS: Readonly<
  Record<LinkStatusShape, { readonly tone: Tone; readonly word: string }>
> = {
  synced: { tone: 'good', word: 'Synced' },
  waiting: { tone: 'waiting', word: 'Waiting' },
  error: { tone: 'bad', word: 'Error' },
  conflict: { tone: 'choice', word: 'Conflict' },
  deleted: { tone: 'quiet', word: 'Deleted' },
};

export function ProductStatus({ status }: { readonly status: LinkStatusShape }) {
  return <StatusBadge {...PRODUCT_STATUS[status]} />;
}
