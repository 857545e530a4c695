import { renderAddOns, renderExcludesGlobal } from '../add-ons/product-add-ons.ts';
import type { FieldSelection } from '../rest/field-selection.ts';
import { createSlug } from '../rest/text.ts';
import type { TermRecord } from '../terms/term.ts';
import { renderPriceHtml } from './price-html.ts';
import { isOnSale, readPrice } from './prices.ts';
import type { ProductAttribute, ProductRecord } from './product.ts';
import { isPurchasable, SHARED_RENDERERS } from './shared-view.ts';
import { nameVariation } from './variation-desk.ts';
import {
  type FieldRenderers,
  renderChoice,
  renderDescription,
  renderFields,
  renderGmt,
  renderImage,
  renderLink,
  renderLocal,
  renderMeta,
  type Scene,
  type ViewSettings,
} from './view-scene.ts';

const { permalink, sku, manageStock, stockQuantity, stockStatus, dates } = SHARED_RENDERERS;

/** The fields of /products in WooCommerce's own order. */
const RENDERERS: FieldRenderers = [
  ['id', ({ record }) => record.id],
  ['name', ({ shop, record }) => (record.type === 'variation' ? nameVariation(shop, record) : record.name)],
  ['slug', ({ record }) => record.slug],
  ['permalink', permalink],
  ...dates,
  ['type', ({ record }) => record.type],
  ['status', ({ record }) => record.status],
  ['featured', ({ record }) => record.featured],
  ['catalog_visibility', ({ record }) => record.catalogVisibility],
  ['description', (scene) => renderDescription(scene, scene.record.description)],
  ['short_description', (scene) => renderDescription(scene, scene.record.shortDescription)],
  ['sku', sku],
  ['price', ({ shop, record }) => readPrice(shop, record)],
  ['regular_price', ({ record }) => record.regularPrice],
  ['sale_price', ({ record }) => record.salePrice],
  ['date_on_sale_from', (scene) => renderLocal(scene, scene.record.saleFromMs)],
  ['date_on_sale_from_gmt', ({ record }) => renderGmt(record.saleFromMs)],
  ['date_on_sale_to', (scene) => renderLocal(scene, scene.record.saleToMs)],
  ['date_on_sale_to_gmt', ({ record }) => renderGmt(record.saleToMs)],
  ['on_sale', ({ shop, record }) => isOnSale(shop, record)],
  ['purchasable', ({ shop, record }) => isPurchasable(shop, record)],
  ['total_sales', ({ record }) => record.totalSales],
  ['virtual', ({ record }) => record.virtual],
  ['downloadable', ({ record }) => record.downloadable],
  ['downloads', () => []],
  ['download_limit', () => -1],
  ['download_expiry', () => -1],
  ['external_url', () => ''],
  ['button_text', () => ''],
  ['tax_status', ({ record }) => record.taxStatus],
  ['tax_class', ({ record }) => record.taxClass],
  ['manage_stock', manageStock],
  ['stock_quantity', stockQuantity],
  ['backorders', ({ record }) => record.backorders],
  ['backorders_allowed', ({ record }) => record.backorders !== 'no'],
  ['backordered', ({ record }) => record.manageStock && record.stockStatus === 'onbackorder'],
  ['low_stock_amount', ({ record }) => record.lowStockAmount],
  ['sold_individually', ({ record }) => record.soldIndividually],
  ['weight', ({ record }) => record.weight],
  ['dimensions', ({ record: { length, width, height } }) => ({ length, width, height })],
  ['shipping_required', ({ record }) => !record.virtual],
  ['shipping_taxable', ({ record }) => !record.virtual && record.taxStatus !== 'none'],
  ['shipping_class', ({ record }) => record.shippingClass],
  ['shipping_class_id', () => 0],
  ['reviews_allowed', ({ record }) => record.reviewsAllowed],
  ['average_rating', () => '0'],
  ['rating_count', () => 0],
  ['upsell_ids', ({ record }) => record.upsellIds],
  ['cross_sell_ids', ({ record }) => record.crossSellIds],
  ['parent_id', ({ record }) => record.parentId],
  ['purchase_note', ({ record }) => record.purchaseNote],
  ['categories', ({ shop, record }) => renderTerms(shop.state.categories, record.categoryIds)],
  ['brands', ({ shop, record }) => renderTerms(shop.state.brands, record.brandIds)],
  ['tags', ({ shop, record }) => renderTerms(shop.state.tags, record.tagIds)],
  ['images', (scene) => scene.record.images.map((image) => renderImage(scene, image))],
  ['attributes', renderAttributes],
  [
    'default_attributes',
    ({ record }) =>
      record.defaultAttributes.map(({ attributeId, name, option }) => ({ id: attributeId, name, option })),
  ],
  ['variations', ({ shop, record }) => shop.catalog.listVariations(record).map(({ id }) => id)],
  ['grouped_products', () => []],
  ['menu_order', ({ record }) => record.menuOrder],
  ['price_html', ({ shop, record }) => renderPriceHtml(shop, record)],
  ['related_ids', () => []],
  ['meta_data', renderMeta],
  ['stock_status', stockStatus],
  ['has_options', ({ record }) => record.type === 'variable'],
  ['post_password', () => ''],
  ['global_unique_id', ({ record }) => record.globalUniqueId],
  ['permalink_template', ({ isEdit, origin }) => (isEdit ? `${origin}/product/%pagename%/` : undefined)],
  ['generated_slug', ({ isEdit, record }) => (isEdit ? record.slug || createSlug(record.name) : undefined)],
  ['addons', renderAddOns],
  ['exclude_global_add_ons', renderExcludesGlobal],
  ['_links', renderLinks],
];

/** A product, or a variation read through /products, as answered. */
export function renderProduct(
  settings: ViewSettings,
  record: ProductRecord,
  wanted?: FieldSelection,
): Record<string, unknown> {
  return renderFields(RENDERERS, { ...settings, record }, wanted);
}

function renderTerms(terms: ReadonlyMap<number, TermRecord>, ids: readonly number[]): unknown[] {
  return ids
    .map((id) => terms.get(id))
    .filter((term) => term !== undefined)
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ id, name, slug }) => ({ id, name, slug }));
}

function renderAttributes({ shop, record }: Scene): unknown[] {
  if (record.type === 'variation') return record.choices.map(renderChoice);
  return record.attributes.map((attribute: ProductAttribute) => {
    const known = shop.state.attributes.get(attribute.id);
    const { id, position, visible, variation, options } = attribute;
    const name = known?.name ?? attribute.name;
    return { id, name, slug: known ? `pa_${known.slug}` : name, position, visible, variation, options };
  });
}

function renderLinks({ origin, record }: Scene): unknown {
  return {
    self: renderLink(origin, `/wc/v3/products/${record.id}`, true),
    collection: renderLink(origin, '/wc/v3/products', false),
  };
}
