import type { ProductShape } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';

type Shown = Pick<ProductShape, 'isDraft' | 'isHiddenOnTill' | 'status'>;

/** Why nobody sees a product, though it is in step; '' where everybody does. */
export function sayUnseen({ isDraft, isHiddenOnTill, status }: Shown): string {
  if (status === 'deleted') return '';
  const why = [
    isDraft ? t('Draft: customers do not see it.') : '',
    isHiddenOnTill ? t('Hidden on the till.') : '',
  ].filter(Boolean);
  return why.join(' ');
}

/** The same in a word or two, for a narrow line. */
export function nameUnseen({ isDraft, isHiddenOnTill, status }: Shown): string {
  if (status === 'deleted') return '';
  return [isDraft ? t('draft') : '', isHiddenOnTill ? t('hidden') : ''].filter(Boolean).join(', ');
}
