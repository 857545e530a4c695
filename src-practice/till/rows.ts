/** What the till keeps. Times are Unix milliseconds in whole seconds, prices are minor units (clover.md 0). */

type Maybe<Value> = Value | undefined;

export type PriceType = 'FIXED' | 'VARIABLE' | 'PER_UNIT';

export interface ItemRow {
  readonly id: string;
  readonly name: string;
  readonly alternateName?: Maybe<string>;
  /** The barcode, UPC or EAN. */
  readonly code?: Maybe<string>;
  readonly sku?: Maybe<string>;
  readonly price: number;
  readonly priceType: PriceType;
  readonly unitName?: Maybe<string>;
  readonly cost?: Maybe<number>;
  readonly hidden: boolean;
  readonly available: boolean;
  readonly autoManage: boolean;
  readonly isRevenue: boolean;
  readonly defaultTaxRates: boolean;
  readonly colorCode?: Maybe<string>;
  readonly itemGroupId?: Maybe<string>;
  readonly modifiedTime: number;
  /** Set once the item is deleted; the row stays. */
  readonly deletedTime?: Maybe<number>;
}

export interface CategoryRow {
  readonly id: string;
  readonly name: string;
  readonly sortOrder: number;
  readonly colorCode?: Maybe<string>;
  readonly parentId?: Maybe<string>;
  readonly modifiedTime: number;
}

export interface ModifierGroupRow {
  readonly id: string;
  readonly name: string;
  readonly alternateName?: Maybe<string>;
  readonly minRequired?: Maybe<number>;
  readonly maxAllowed?: Maybe<number>;
  readonly showByDefault: boolean;
  readonly sortOrder?: Maybe<number>;
  readonly modifiedTime: number;
}

export interface ModifierRow {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly alternateName?: Maybe<string>;
  readonly price: number;
  readonly available: boolean;
  readonly modifiedTime: number;
}

export interface ItemGroupRow {
  readonly id: string;
  readonly name: string;
  readonly modifiedTime: number;
}

export interface AttributeRow {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
}

export interface OptionRow {
  readonly id: string;
  readonly attributeId: string;
  readonly name: string;
}

export interface TagRow {
  readonly id: string;
  readonly name: string;
  readonly showInReporting: boolean;
  readonly modifiedTime: number;
}

export type TaxType =
  | 'VAT_TAXABLE'
  | 'VAT_NON_TAXABLE'
  | 'VAT_EXEMPT'
  | 'INTERNAL_TAX'
  | 'ORDER_FEES'
  | 'PARTNER_TAX';

export interface TaxRateRow {
  readonly id: string;
  readonly name: string;
  readonly taxType?: Maybe<TaxType>;
  /** 100,000 is one percent (clover.md 6.5). */
  readonly rate: number;
  /** A flat amount, used when the rate is 0. */
  readonly taxAmount?: Maybe<number>;
  readonly isDefault: boolean;
}

/** Absent: the quantity was never set. Its `id` is the item's. */
export interface ItemStockRow {
  readonly id: string;
  /** May be negative or a fraction (clover.md 6.4). */
  readonly quantity: number;
  readonly stockAlertThreshold?: Maybe<number>;
  readonly modifiedTime: number;
}

export interface TenderRow {
  readonly id: string;
  readonly label: string;
  readonly labelKey?: Maybe<string>;
  readonly editable: boolean;
  readonly opensCashDrawer: boolean;
  readonly supportsTipping: boolean;
  readonly enabled: boolean;
  readonly visible: boolean;
}

export interface OrderTypeRow {
  readonly id: string;
  readonly label: string;
  readonly taxable: boolean;
  readonly isDefault: boolean;
  readonly filterCategories: boolean;
  readonly fee?: Maybe<number>;
  readonly minOrderAmount?: Maybe<number>;
  readonly avgOrderTime?: Maybe<number>;
  readonly hoursAvailable: 'ALL' | 'BUSINESS' | 'CUSTOM';
  readonly systemOrderTypeId?: Maybe<string>;
}
