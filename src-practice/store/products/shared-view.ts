import { createSlug } from '../rest/text.ts';
import type { Shop } from '../shop.ts';
import { isStockManaged } from '../site/settings.ts';
import { readPrice } from './prices.ts';
import type { ProductRecord } from './product.ts';
import { type FieldRenderers, renderGmt, renderLocal, renderPermalink, type Scene } from './view-scene.ts';

const DATES: FieldRenderers = [
  ['date_created', (scene) => renderLocal(scene, scene.record.createdMs)],
  ['date_created_gmt', ({ record }) => renderGmt(record.createdMs)],
  ['date_modified', (scene) => renderLocal(scene, scene.record.modifiedMs)],
  ['date_modified_gmt', ({ record }) => renderGmt(record.modifiedMs)],
];

/** What products and variations render alike. */
export const SHARED_RENDERERS = {
  dates: DATES,
  /** A variation's page is its parent's with the choices behind it. */
  permalink: ({ shop, origin, record }: Scene): string => {
    if (record.type !== 'variation') return renderPermalink(shop, origin, record);
    const parent = shop.catalog.find(record.parentId);
    const page = parent ? renderPermalink(shop, origin, parent) : `${origin}/?p=${record.id}`;
    if (record.choices.length === 0) return page;
    const query = record.choices.map(({ slug, attributeId, option }) => {
      const value = attributeId > 0 ? createSlug(option) : option;
      return `attribute_${slug}=${value}`;
    });
    return `${page}${page.includes('?') ? '&' : '?'}${query.join('&')}`;
  },
  /** A variation without a SKU shows its parent's (woocommerce.md 3.2). */
  sku: ({ shop, record }: Scene): string => {
    if (record.sku !== '' || record.type !== 'variation') return record.sku;
    return shop.catalog.find(record.parentId)?.sku ?? '';
  },
  manageStock: (scene: Scene): boolean | 'parent' => {
    if (!isStockManaged(scene.shop.state)) return false;
    return findManagingParent(scene) ? 'parent' : scene.record.manageStock;
  },
  stockQuantity: (scene: Scene): number | null => (findManagingParent(scene) ?? scene.record).stockQuantity,
  stockStatus: (scene: Scene): string => (findManagingParent(scene) ?? scene.record).stockStatus,
};

/** Whether somebody who may edit it could buy it: it has a price, and so has a parent to show it. */
export function isPurchasable(shop: Shop, record: ProductRecord): boolean {
  if (readPrice(shop, record) === '') return false;
  return record.type !== 'variation' || record.status === 'publish';
}

function findManagingParent({ shop, record }: Scene): ProductRecord | undefined {
  if (record.type !== 'variation' || record.manageStock) return undefined;
  const parent = shop.catalog.find(record.parentId);
  return parent?.manageStock ? parent : undefined;
}
