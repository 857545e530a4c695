import type { MetaEntry, ProductRecord } from '../products/product.ts';
import { updateProduct } from '../products/product-desk.ts';
import type { ProductFields } from '../products/product-fields.ts';
import type { Scene } from '../products/view-scene.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { isRow, toId, toRows, toSwitch, toText } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';

const GROUPS = '_product_addons';
const EXCLUDE = '_product_addons_exclude_global';
const TYPES = [
  'multiple_choice',
  'checkbox',
  'custom_text',
  'custom_textarea',
  'custom_price',
  'input_multiplier',
  'file_upload',
  'heading',
  'datepicker',
];

/**
 * What Product Add-Ons makes of a single POST: the default of its own field, an empty list, is applied after
 * the meta, so whatever came as meta is gone (modifiers.md 1.3).
 * @throws RestFailure 500 for groups with ids, a fault of the plugin; the product is there by then
 */
export function settleCreatedAddOns(shop: Shop, record: ProductRecord, fields: Fields): ProductRecord {
  if (!shop.switches.productAddOns) return record;
  const groups = toRows(fields.addons);
  if (groups.some((group) => group.id !== undefined)) {
    throw new RestFailure(500, 'internal_server_error', 'There has been a critical error on this website.');
  }
  return updateProduct(shop, record, {
    meta_data: [
      { key: GROUPS, value: numberAnew(shop, groups) },
      { key: EXCLUDE, value: toSwitch(fields.exclude_global_add_ons) ? '1' : '0' },
    ],
  });
}

/**
 * The plugin's field of an update as meta: groups with ids are taken where the product has none, else only
 * those it has already (modifiers.md 1.3). Meta that was sent stays as sent.
 */
export function readAddOnFields(shop: Shop, record: ProductRecord, fields: ProductFields): ProductFields {
  if (!shop.switches.productAddOns) return fields;
  const rows: Fields[] = [];
  if (fields.addons !== undefined)
    rows.push({ key: GROUPS, value: mergeGroups(shop, record, fields.addons) });
  if (fields.exclude_global_add_ons !== undefined) {
    rows.push({ key: EXCLUDE, value: toSwitch(fields.exclude_global_add_ons) ? '1' : '0' });
  }
  return rows.length === 0 ? fields : { ...fields, meta_data: [...toRows(fields.meta_data), ...rows] };
}

/** Refuses what the field's schema refuses: a group without name or options, or of no known type. */
export function checkAddOnFields(shop: Shop, fields: Fields): void {
  if (!shop.switches.productAddOns || fields.addons === undefined) return;
  const isRight = (group: Fields): boolean =>
    typeof group.name === 'string' && Array.isArray(group.options) && TYPES.includes(toText(group.type));
  if (Array.isArray(fields.addons) && toRows(fields.addons).every(isRight)) return;
  const params = { addons: 'Invalid parameter.' };
  throw new RestFailure(400, 'rest_invalid_param', 'Invalid parameter(s): addons', { params });
}

function mergeGroups(shop: Shop, record: ProductRecord, value: unknown): readonly Fields[] {
  const sent = toRows(value);
  const present = readGroups(record);
  if (sent.every((group) => group.id === undefined)) return numberAnew(shop, sent);
  if (present.length === 0) return sent;
  return present.map((group) => ({ ...group, ...sent.find((other) => toId(other.id) === toId(group.id)) }));
}

/** Ids are the time and on, so two groups of one second share them across products (modifiers.md 1.1). */
const numberAnew = (shop: Shop, groups: readonly Fields[]): readonly Fields[] =>
  groups.map((group, at) => ({ ...group, id: Math.floor(readNow(shop) / 1000) + 1 + at }));

const findMeta = ({ meta }: ProductRecord, key: string): MetaEntry | undefined =>
  meta.find((entry) => entry.key === key);

const readGroups = (record: ProductRecord): readonly Fields[] => toRows(findMeta(record, GROUPS)?.value);

/** The plugin's two fields of a product; absent without the plugin. */
export const renderAddOns = ({ shop, record }: Scene): unknown =>
  shop.switches.productAddOns ? readGroups(record).map(renderGroup) : undefined;

export const renderExcludesGlobal = ({ shop, record }: Scene): unknown =>
  shop.switches.productAddOns ? toText(findMeta(record, EXCLUDE)?.value) === '1' : undefined;

const FIELDS = [
  'name',
  'title_format',
  'description',
  'type',
  'display',
  'position',
  'restrictions_type',
  'price_type',
  'price',
  'min',
  'max',
];
const SWITCHES = ['description_enable', 'required', 'restrictions', 'adjust_price'];

/** A key that was not written is null (modifiers.md 1.1). */
function renderGroup(group: Fields): Fields {
  const view: Record<string, unknown> = { id: group.id ?? 0 };
  for (const field of FIELDS) view[field] = group[field] ?? null;
  for (const field of SWITCHES) view[field] = group[field] === undefined ? null : toSwitch(group[field]);
  const isOld = toText(group.type) === 'radiobutton' || toText(group.type) === 'select';
  return { ...view, options: isOld ? [] : toRows(group.options).filter(isRow) };
}
