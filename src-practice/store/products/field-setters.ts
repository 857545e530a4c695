import { readInstant } from '../rest/dates.ts';
import { RestFailure } from '../rest/failure.ts';
import { cleanText, createSlug, encodePostText } from '../rest/text.ts';
import { isRow, toIds, toRows, toSwitch, toText, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { type TermRecord, UNCATEGORIZED_ID } from '../terms/term.ts';
import { readChoices, readProductAttributes } from './attribute-rows.ts';
import { setGlobalUniqueId, setSku } from './identifiers.ts';
import { readImages } from './images.ts';
import { formatDecimal } from './prices.ts';
import type { ProductDraft } from './product.ts';
import { PRODUCT_TYPES, STATUSES, TAX_STATUSES, VISIBILITIES } from './product-fields.ts';

/** Writes one field of a draft, as lenient as WooCommerce's own setters: rows of a batch are unchecked. */
export type FieldSetter = (draft: ProductDraft, value: unknown, shop: Shop) => void;

type TextField = 'weight' | 'purchaseNote' | 'taxClass' | 'shippingClass';

function textSetter(field: TextField): FieldSetter {
  return (draft, value) => {
    draft[field] = cleanText(toText(value));
  };
}

function switchSetter(
  field: 'featured' | 'virtual' | 'downloadable' | 'soldIndividually' | 'reviewsAllowed',
) {
  return (draft: ProductDraft, value: unknown): void => {
    draft[field] = toSwitch(value);
  };
}

function dateSetter(field: 'createdMs' | 'saleFromMs' | 'saleToMs', isGmt: boolean): FieldSetter {
  return (draft, value, shop) => {
    const instantMs = readInstant(toText(value), isGmt ? 0 : shop.settings.timezoneOffsetHours);
    if (field !== 'createdMs') draft[field] = instantMs;
    else if (instantMs !== null) draft.createdMs = instantMs;
  };
}

/** Fields of products and variations. */
export const SHARED_SETTERS: Readonly<Record<string, FieldSetter>> = {
  status: (draft, value) => {
    draft.status = STATUSES.find((known) => known === value) ?? 'draft';
  },
  description: (draft, value) => {
    draft.description = encodePostText(toText(value));
  },
  sku: (draft, value, shop) => setSku(shop.catalog, draft, value),
  global_unique_id: (draft, value, shop) => setGlobalUniqueId(shop.catalog, draft, value),
  regular_price: (draft, value) => {
    draft.regularPrice = formatDecimal(value);
  },
  sale_price: (draft, value) => {
    draft.salePrice = formatDecimal(value);
  },
  date_on_sale_from: dateSetter('saleFromMs', false),
  date_on_sale_from_gmt: dateSetter('saleFromMs', true),
  date_on_sale_to: dateSetter('saleToMs', false),
  date_on_sale_to_gmt: dateSetter('saleToMs', true),
  virtual: switchSetter('virtual'),
  downloadable: switchSetter('downloadable'),
  tax_status: (draft, value) => {
    if (!TAX_STATUSES.some((known) => known === value)) {
      throw new RestFailure(400, 'product_invalid_tax_status', 'Invalid product tax status.');
    }
    draft.taxStatus = toText(value);
  },
  tax_class: (draft, value) => {
    const taxClass = createSlug(toText(value));
    draft.taxClass = taxClass === 'standard' ? '' : taxClass;
  },
  weight: textSetter('weight'),
  dimensions: (draft, value) => {
    if (!isRow(value)) return;
    for (const side of ['length', 'width', 'height'] as const) {
      if (value[side] !== undefined) draft[side] = formatDecimal(value[side]);
    }
  },
  shipping_class: textSetter('shippingClass'),
  menu_order: (draft, value) => {
    draft.menuOrder = toWholeNumber(value);
  },
};

/** Fields of products alone; lists replace what was there (woocommerce.md 3). */
export const PRODUCT_SETTERS: Readonly<Record<string, FieldSetter>> = {
  name: (draft, value) => {
    draft.name = encodePostText(toText(value).trim());
  },
  slug: (draft, value) => {
    draft.slug = createSlug(toText(value));
  },
  type: (draft, value) => {
    draft.type = PRODUCT_TYPES.find((known) => known === value) ?? 'simple';
  },
  date_created: dateSetter('createdMs', false),
  date_created_gmt: dateSetter('createdMs', true),
  featured: switchSetter('featured'),
  catalog_visibility: (draft, value) => {
    if (!VISIBILITIES.some((known) => known === value)) {
      throw new RestFailure(400, 'product_invalid_catalog_visibility', 'Invalid catalog visibility option.');
    }
    draft.catalogVisibility = toText(value);
  },
  short_description: (draft, value) => {
    draft.shortDescription = encodePostText(toText(value));
  },
  sold_individually: switchSetter('soldIndividually'),
  reviews_allowed: switchSetter('reviewsAllowed'),
  upsell_ids: (draft, value) => {
    draft.upsellIds = toIds(value);
  },
  cross_sell_ids: (draft, value) => {
    draft.crossSellIds = toIds(value);
  },
  parent_id: (draft, value) => {
    draft.parentId = toWholeNumber(value);
  },
  purchase_note: textSetter('purchaseNote'),
  categories: (draft, value, shop) => {
    const ids = readTermIds(value, shop.state.categories);
    draft.categoryIds = ids.length > 0 ? ids : [UNCATEGORIZED_ID];
  },
  tags: (draft, value, shop) => {
    draft.tagIds = readTermIds(value, shop.state.tags);
  },
  brands: (draft, value, shop) => {
    draft.brandIds = readTermIds(value, shop.state.brands);
  },
  images: (draft, value, shop) => {
    draft.images = readImages(shop, draft.images, value);
  },
  attributes: (draft, value, shop) => {
    draft.attributes = readProductAttributes(shop, value);
  },
  default_attributes: (draft, value, shop) => {
    draft.defaultAttributes = readChoices(shop, draft, value);
  },
};

/** Unknown ids and rows with a name only are ignored without a word (woocommerce.md 3). */
function readTermIds(value: unknown, terms: ReadonlyMap<number, TermRecord>): number[] {
  const ids = toIds(toRows(value).map((row) => row.id));
  return [...new Set(ids)].filter((id) => terms.has(id));
}
