import { FIELD_WORDS } from '../../src-preload/contract/reasons.ts';
import { t, tell } from '../i18n/i18n.ts';

/** A field's name in the middle of a sentence. */
export const nameField = (field: string): string =>
  field in FIELD_WORDS ? tell(FIELD_WORDS[field as keyof typeof FIELD_WORDS]) : field;

/** The same at the beginning of one. */
export function nameFieldFirst(field: string): string {
  const name = nameField(field);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const MANY: Readonly<Record<string, string>> = {
  name: t('names'),
  price: t('prices'),
  sku: t('SKUs'),
  barcode: t('barcodes'),
  categories: t('categories'),
  stock: t('stock counts'),
  availability: t('availability switches'),
  description: t('descriptions'),
  modifiers: t('modifier groups'),
};

/** Of several products: "prices". */
export const nameFields = (field: string): string => MANY[field] ?? nameField(field);
