import type { FieldValueShape } from '../../../src-preload/contract/shapes.ts';
import type { FieldName, FieldValue } from '../../domain/fields.ts';

/** Makes a field's value what travels: categories by their names, other lists as they are. */
export type ToFieldValue = (field: FieldName, value: FieldValue) => FieldValueShape;

/** @param categoryNames by their key in the field `categories` */
export const createFieldView =
  (categoryNames: ReadonlyMap<string, string>): ToFieldValue =>
  (field, value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (field !== 'categories') return [...value];
    return value.map((key) => categoryNames.get(String(key)) ?? `category ${String(key)}`);
  };
