/** One rate of the store's tax table. */
export interface TaxRate {
  readonly id: number;
  readonly country: string;
  readonly state: string;
  readonly postcodes: readonly string[];
  readonly cities: readonly string[];
  readonly ratePercent: number;
  readonly name: string;
  readonly priority: number;
  /** On top of the taxes before it. */
  readonly isCompound: boolean;
  /** Whether shipping pays it. */
  readonly isForShipping: boolean;
  readonly order: number;
  /** '' is the standard class. */
  readonly taxClass: string;
}

/** Where an order counts as sold. */
export interface TaxPlace {
  readonly country: string;
  readonly state: string;
  readonly postcode: string;
  readonly city: string;
}

/** A rate with what it takes. */
export interface TaxPart {
  readonly rateId: number;
  readonly amount: number;
}
