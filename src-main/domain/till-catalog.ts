import type { CloverId } from './ids.ts';

/** How the till prices an item; VARIABLE is typed in by the cashier, PER_UNIT is per `unitName`. */
export type TillPriceType = 'FIXED' | 'VARIABLE' | 'PER_UNIT';

/** A Clover item as the engine sees it: no wire names, empty strings instead of absent texts. */
export interface TillItem {
  readonly id: CloverId;
  readonly name: string;
  /** Minor units of the merchant's currency. */
  readonly priceAmount: number;
  readonly priceType: TillPriceType;
  readonly unitName: string;
  readonly sku: string;
  readonly barcode: string;
  readonly alternateName: string;
  readonly isHidden: boolean;
  readonly isAvailable: boolean;
  readonly groupId: CloverId | null;
  readonly optionIds: readonly CloverId[];
  readonly categoryIds: readonly CloverId[];
  readonly modifierGroupIds: readonly CloverId[];
  readonly tagIds: readonly CloverId[];
  readonly taxRateIds: readonly CloverId[];
  readonly usesDefaultTaxes: boolean;
  /** The till itself switches the item off at a count of zero, and on again (clover.md 6.1). */
  readonly autoManages: boolean;
  /** Counted quantity, decimals and negatives allowed; null when it was never set (clover.md 6.4). */
  readonly stock: number | null;
}

export interface TillCategory {
  readonly id: CloverId;
  readonly name: string;
  readonly sortOrder: number;
  readonly parentId: CloverId | null;
}

export interface TillModifier {
  readonly id: CloverId;
  readonly name: string;
  readonly priceAmount: number;
  readonly isAvailable: boolean;
}

export interface TillModifierGroup {
  readonly id: CloverId;
  readonly name: string;
  readonly minRequired: number;
  /** 0 or absent on the wire means no upper limit; then null. */
  readonly maxAllowed: number | null;
  readonly sortOrder: number;
  readonly modifiers: readonly TillModifier[];
}

export interface TillOption {
  readonly id: CloverId;
  readonly name: string;
}

export interface TillAttribute {
  readonly id: CloverId;
  readonly name: string;
  readonly options: readonly TillOption[];
}

export interface TillItemGroup {
  readonly id: CloverId;
  readonly name: string;
  readonly attributes: readonly TillAttribute[];
}

export interface TillTag {
  readonly id: CloverId;
  readonly name: string;
}

export interface TillTaxRate {
  readonly id: CloverId;
  readonly name: string;
  /** Clover's scale: 100,000 is one percent (clover.md 6.5). */
  readonly rate: number;
  /** A sum for each line instead of a share of it (clover.md 6.5). */
  readonly isFlat?: boolean;
  readonly isDefault: boolean;
}

/** Everything an import reads from the till. */
export interface TillCatalog {
  readonly items: readonly TillItem[];
  readonly categories: ReadonlyMap<CloverId, TillCategory>;
  readonly modifierGroups: ReadonlyMap<CloverId, TillModifierGroup>;
  readonly itemGroups: ReadonlyMap<CloverId, TillItemGroup>;
  readonly tags: ReadonlyMap<CloverId, TillTag>;
  readonly taxRates: ReadonlyMap<CloverId, TillTaxRate>;
}

/** Facts about the merchant that rules depend on. */
export interface TillFacts {
  readonly merchantId: string;
  readonly name: string;
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly timezone: string;
  readonly country: string;
  /** BCP 47: how the merchant's figures are written; absent where the till names none. */
  readonly locale?: string;
  /** VAT merchants' prices include tax (clover.md 6.1). */
  readonly pricesIncludeTax: boolean;
  readonly tracksStock: boolean;
  readonly updatesStock: boolean;
  /** The till prints orders without being asked; a hint, since not every till does it for web orders (clover.md 10). */
  readonly printsByItself?: boolean;
}
