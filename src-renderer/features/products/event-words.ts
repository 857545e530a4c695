import { t } from '../../i18n/i18n.ts';
import type { FieldEvent } from './compare-field.ts';

const OWNERS = {
  till: t('The till’s value'),
  store: t('The store’s value'),
  person: t('A person’s word'),
} as const;

/** Whose value went where, and whether it arrived. */
export function sayWay({ side, to, failure }: Pick<FieldEvent, 'side' | 'to' | 'failure'>): string {
  const value = OWNERS[side];
  if (to === null) return t('Both sides kept what they had');
  if (failure)
    return t(
      to === 'till'
        ? '{{value}} was to go to the till and was refused'
        : '{{value}} was to go to the store and was refused',
      { value },
    );
  return t(to === 'till' ? '{{value}} went to the till' : '{{value}} went to the store', { value });
}
