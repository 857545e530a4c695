import type { FieldValueShape } from '../../../src-preload/contract/shapes.ts';
import type { FieldValue } from '../../domain/fields.ts';

/** A field's value as it travels: lists lose their element types, the window knows them by the field. */
export const toFieldValue = (value: FieldValue): FieldValueShape =>
  typeof value === 'object' && value !== null ? [...value] : value;
