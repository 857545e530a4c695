import { t } from '../../i18n/i18n.ts';

/** A modifier group as it travels; what a newer or older store plugin left out is missing. */
export interface GroupShape {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  readonly mods?: readonly { readonly name: string; readonly price?: number; readonly available?: boolean }[];
}

export const isGroup = (value: unknown): value is GroupShape =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/**
 * "Size (choose 1): Small, Large +$2.00".
 * @param formatPrice of whole minor units
 */
export function describeGroup(
  { name, min = 0, max = 0, mods = [] }: GroupShape,
  formatPrice: (amount: number) => string,
): string {
  const options = mods.map(({ name: option, price = 0, available = true }) => {
    const extra = price === 0 ? '' : ` ${price > 0 ? '+' : ''}${formatPrice(price)}`;
    return `${option}${extra}${available ? '' : ` (${t('sold out')})`}`;
  });
  const rule = describeRule(min, max);
  return `${name}${rule === '' ? '' : ` (${rule})`}${options.length === 0 ? '' : `: ${options.join(', ')}`}`;
}

/** A most of 0 is no limit. */
function describeRule(min: number, max: number): string {
  if (min > 0 && min === max) return t('choose {{number}}', { number: min });
  if (min > 0)
    return max > 0
      ? t('choose {{least}} to {{most}}', { least: min, most: max })
      : t('choose at least {{least}}', { least: min });
  return max > 0 ? t('up to {{most}}', { most: max }) : '';
}
