import type { FieldName, FieldValue } from '../domain/fields.ts';
import type { TillItem } from '../domain/till-catalog.ts';

/** What the till itself says of one field, as decisions name it; undefined where it is no value of an item. */
export function readTillField(item: TillItem, field: FieldName): FieldValue | undefined {
  switch (field) {
    case 'name':
      return item.name;
    case 'price':
      return item.priceAmount;
    case 'sku':
      return item.sku;
    case 'barcode':
      return item.barcode;
    case 'description':
      return item.alternateName;
    case 'availability':
      if (!item.isAvailable) return 'off';
      return item.isHidden ? 'hidden' : 'on';
    case 'stock':
      return item.stock;
    case 'categories':
    case 'modifiers':
      return undefined;
  }
}
