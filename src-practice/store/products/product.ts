export type ProductType = 'simple' | 'variable' | 'grouped' | 'external' | 'variation';
export type ProductStatus = 'draft' | 'pending' | 'private' | 'publish' | 'future' | 'trash' | 'auto-draft';
export type StockStatus = 'instock' | 'outofstock' | 'onbackorder';
export type Backorders = 'no' | 'notify' | 'yes';

export interface MetaEntry {
  readonly id: number;
  readonly key: string;
  readonly value: unknown;
}

/** An attribute of a product; `id` 0 is one of its own, otherwise a global attribute. */
export interface ProductAttribute {
  readonly id: number;
  readonly name: string;
  readonly position: number;
  readonly visible: boolean;
  readonly variation: boolean;
  readonly options: readonly string[];
}

/** What a variation is: one option of one attribute of its parent. */
export interface VariationChoice {
  readonly attributeId: number;
  readonly name: string;
  /** As in permalinks: `pa_size` or `milk`. */
  readonly slug: string;
  readonly option: string;
}

export interface ProductImage {
  readonly id: number;
  readonly createdMs: number;
  readonly file: string;
  readonly name: string;
  readonly alt: string;
}

/** A product or variation as stored. Records are replaced on every save, never changed in place. */
export interface ProductRecord {
  readonly id: number;
  readonly type: ProductType;
  readonly parentId: number;
  /** Entity-encoded, as WordPress stores it. */
  readonly name: string;
  readonly slug: string;
  readonly status: ProductStatus;
  /** The slug and status a trashed product returns to. */
  readonly beforeTrash: { readonly slug: string; readonly status: ProductStatus } | null;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly featured: boolean;
  readonly catalogVisibility: string;
  readonly description: string;
  readonly shortDescription: string;
  readonly sku: string;
  readonly globalUniqueId: string;
  readonly regularPrice: string;
  readonly salePrice: string;
  readonly saleFromMs: number | null;
  readonly saleToMs: number | null;
  readonly totalSales: number;
  readonly virtual: boolean;
  readonly downloadable: boolean;
  readonly taxStatus: string;
  readonly taxClass: string;
  readonly manageStock: boolean;
  readonly stockQuantity: number | null;
  readonly stockStatus: StockStatus;
  readonly backorders: Backorders;
  readonly lowStockAmount: number | null;
  readonly soldIndividually: boolean;
  readonly weight: string;
  readonly length: string;
  readonly width: string;
  readonly height: string;
  readonly shippingClass: string;
  readonly reviewsAllowed: boolean;
  readonly upsellIds: readonly number[];
  readonly crossSellIds: readonly number[];
  readonly purchaseNote: string;
  readonly categoryIds: readonly number[];
  readonly tagIds: readonly number[];
  readonly brandIds: readonly number[];
  readonly images: readonly ProductImage[];
  readonly attributes: readonly ProductAttribute[];
  readonly defaultAttributes: readonly VariationChoice[];
  readonly choices: readonly VariationChoice[];
  /** Children in order of creation, trashed ones among them. */
  readonly variationIds: readonly number[];
  readonly menuOrder: number;
  readonly meta: readonly MetaEntry[];
}

/** A copy under change, not yet saved. */
export type ProductDraft = { -readonly [Key in keyof ProductRecord]: ProductRecord[Key] };

/** A new product before anything was set. */
export function createBlankProduct(
  id: number,
  type: ProductType,
  parentId: number,
  nowMs: number,
): ProductDraft {
  return {
    id,
    type,
    parentId,
    name: '',
    slug: '',
    status: 'publish',
    beforeTrash: null,
    createdMs: nowMs,
    modifiedMs: nowMs,
    featured: false,
    catalogVisibility: 'visible',
    description: '',
    shortDescription: '',
    sku: '',
    globalUniqueId: '',
    regularPrice: '',
    salePrice: '',
    saleFromMs: null,
    saleToMs: null,
    totalSales: 0,
    virtual: false,
    downloadable: false,
    taxStatus: 'taxable',
    taxClass: '',
    manageStock: false,
    stockQuantity: null,
    stockStatus: 'instock',
    backorders: 'no',
    lowStockAmount: null,
    soldIndividually: false,
    weight: '',
    length: '',
    width: '',
    height: '',
    shippingClass: '',
    reviewsAllowed: true,
    upsellIds: [],
    crossSellIds: [],
    purchaseNote: '',
    categoryIds: [],
    tagIds: [],
    brandIds: [],
    images: [],
    attributes: [],
    defaultAttributes: [],
    choices: [],
    variationIds: [],
    menuOrder: 0,
    meta: [],
  };
}
