import type { LinkStatusShape } from '../../src-preload/contract/shapes.ts';
import { t } from '../i18n/i18n.ts';
import { CONFLICT_FACE } from './conflict-face.ts';
import { StatusBadge } from './status-badge.tsx';
import type { Tone } from './tone.ts';

/** The states of a product, the same words everywhere. */
export const PRODUCT_STATUS: Readonly<
  Record<LinkStatusShape, { readonly tone: Tone; readonly word: string }>
> = {
  synced: { tone: 'good', word: t('Synced') },
  waiting: { tone: 'waiting', word: t('Waiting') },
  error: { tone: 'bad', word: t('Error') },
  conflict: CONFLICT_FACE,
  deleted: { tone: 'quiet', word: t('Deleted') },
};

export function ProductStatus({ status }: { readonly status: LinkStatusShape }) {
  return <StatusBadge {...PRODUCT_STATUS[status]} />;
}
