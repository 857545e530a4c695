import { FIELD_WORDS } from '../../src-preload/contract/reasons.ts';

/** A field's name in the middle of a sentence. */
export const nameField = (field: string): string =>
  field in FIELD_WORDS ? FIELD_WORDS[field as keyof typeof FIELD_WORDS] : field;

/** The same at the beginning of one. */
export function nameFieldFirst(field: string): string {
  const name = nameField(field);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const MANY: Readonly<Record<string, string>> = {
  name: 'names',
  price: 'prices',
  sku: 'SKUs',
  barcode: 'barcodes',
  categories: 'categories',
  stock: 'stock counts',
  availability: 'availability switches',
  description: 'descriptions',
  modifiers: 'modifier groups',
};

/** Of several products: "prices". */
export const nameFields = (field: string): string => MANY[field] ?? nameField(field);
