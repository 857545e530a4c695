/** What a till starts with, in words of its own: keys tie rows together, ids are drawn on `load`. */
export interface TillCatalog {
  readonly categories: readonly TillCatalogCategory[];
  readonly modifierGroups: readonly TillCatalogModifierGroup[];
  readonly tags: readonly TillCatalogTag[];
  readonly taxRates: readonly TillCatalogTaxRate[];
  readonly itemGroups: readonly TillCatalogItemGroup[];
  readonly items: readonly TillCatalogItem[];
}

export interface TillCatalogCategory {
  readonly key: string;
  readonly name: string;
  readonly sortOrder?: number;
  readonly parentKey?: string;
}

export interface TillCatalogModifierGroup {
  readonly key: string;
  readonly name: string;
  readonly minRequired: number;
  readonly maxAllowed: number;
  readonly modifiers: readonly TillCatalogModifier[];
}

export interface TillCatalogModifier {
  readonly name: string;
  readonly priceCents: number;
  readonly available?: boolean;
}

export interface TillCatalogTag {
  readonly key: string;
  readonly name: string;
}

export interface TillCatalogTaxRate {
  readonly key: string;
  readonly name: string;
  readonly ratePercent: number;
  readonly isDefault: boolean;
}

/** Members get their names from the group and their options (clover.md 6.6). */
export interface TillCatalogItemGroup {
  readonly key: string;
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly options: readonly string[] }[];
}

export interface TillCatalogItem {
  readonly name: string;
  readonly priceCents: number;
  readonly priceType?: 'FIXED' | 'VARIABLE' | 'PER_UNIT';
  readonly unitName?: string;
  readonly sku?: string;
  readonly code?: string;
  readonly alternateName?: string;
  readonly hidden?: boolean;
  readonly available?: boolean;
  readonly autoManage?: boolean;
  readonly deleted?: boolean;
  readonly categoryKeys?: readonly string[];
  readonly modifierGroupKeys?: readonly string[];
  readonly tagKeys?: readonly string[];
  readonly taxRateKeys?: readonly string[];
  /** One option name for each attribute of the group, in the group's order. */
  readonly group?: { readonly key: string; readonly options: readonly string[] };
  /** Absent: never set. */
  readonly stock?: number;
}
