import type { FieldSelection } from '../rest/field-selection.ts';
import { isOnSale, readPrice } from './prices.ts';
import type { ProductRecord } from './product.ts';
import { isPurchasable, SHARED_RENDERERS } from './shared-view.ts';
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

/** The fields of /products/{id}/variations in WooCommerce's own order. */
const RENDERERS: FieldRenderers = [
  ['id', ({ record }) => record.id],
  ['type', ({ record }) => record.type],
  ...dates,
  ['description', (scene) => renderDescription(scene, scene.record.description)],
  ['permalink', permalink],
  ['sku', sku],
  ['global_unique_id', ({ record }) => record.globalUniqueId],
  ['price', ({ shop, record }) => readPrice(shop, record)],
  ['regular_price', ({ record }) => record.regularPrice],
  ['sale_price', ({ record }) => record.salePrice],
  ['date_on_sale_from', (scene) => renderLocal(scene, scene.record.saleFromMs)],
  ['date_on_sale_from_gmt', ({ record }) => renderGmt(record.saleFromMs)],
  ['date_on_sale_to', (scene) => renderLocal(scene, scene.record.saleToMs)],
  ['date_on_sale_to_gmt', ({ record }) => renderGmt(record.saleToMs)],
  ['on_sale', ({ shop, record }) => isOnSale(shop, record)],
  ['status', ({ record }) => record.status],
  ['purchasable', ({ shop, record }) => isPurchasable(shop, record)],
  ['virtual', ({ record }) => record.virtual],
  ['downloadable', ({ record }) => record.downloadable],
  ['downloads', () => []],
  ['download_limit', () => -1],
  ['download_expiry', () => -1],
  ['tax_status', ({ record }) => record.taxStatus],
  ['tax_class', ({ record }) => record.taxClass],
  ['manage_stock', manageStock],
  ['stock_quantity', stockQuantity],
  ['stock_status', stockStatus],
  ['backorders', ({ record }) => record.backorders],
  ['backorders_allowed', ({ record }) => record.backorders !== 'no'],
  ['backordered', ({ record }) => record.manageStock && record.stockStatus === 'onbackorder'],
  ['low_stock_amount', ({ record }) => record.lowStockAmount],
  ['weight', ({ record }) => record.weight],
  ['dimensions', ({ record: { length, width, height } }) => ({ length, width, height })],
  ['shipping_class', ({ record }) => record.shippingClass],
  ['shipping_class_id', () => 0],
  [
    'image',
    (scene) => {
      const image = scene.record.images[0];
      return image ? renderImage(scene, image) : null;
    },
  ],
  ['attributes', ({ record }) => record.choices.map(renderChoice)],
  ['menu_order', ({ record }) => record.menuOrder],
  ['meta_data', renderMeta],
  ['name', ({ record }) => record.name],
  ['parent_id', ({ record }) => record.parentId],
  ['_links', renderLinks],
];

/** A variation as answered. */
export function renderVariation(
  settings: ViewSettings,
  record: ProductRecord,
  wanted?: FieldSelection,
): Record<string, unknown> {
  return renderFields(RENDERERS, { ...settings, record }, wanted);
}

function renderLinks({ origin, record }: Scene): unknown {
  const parent = `/wc/v3/products/${record.parentId}`;
  return {
    self: renderLink(origin, `${parent}/variations/${record.id}`, true),
    collection: renderLink(origin, `${parent}/variations`, false),
    up: renderLink(origin, parent, false),
  };
}
