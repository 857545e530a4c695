import type { FieldName, FieldValue } from '../domain/fields.ts';
import type { TillItem } from '../domain/till-catalog.ts';
import { isTillForm } from '../domain/till-form.ts';

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

/** What the till made of a value that was written to it; null where it says the value itself, or another one. */
export function readOwnForm(item: TillItem, field: FieldName, written: FieldValue): FieldValue {
  const said = readTillField(item, field);
  if (said === undefined || said === written) return null;
  // An item that follows its own count switches itself off again.
  if (field === 'availability') return item.autoManages ? said : null;
  const isText = field === 'name' || field === 'description';
  return isText && isTillForm(String(said), String(written)) ? said : null;
}
