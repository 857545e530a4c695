/** What the till keeps of orders, their payments and prints, and of customers (clover.md 7, 8). */

type Maybe<Value> = Value | undefined;

export type PaymentState =
  | 'OPEN'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'REFUNDED'
  | 'PARTIALLY_REFUNDED'
  | 'CREDITED';

export interface OrderRow {
  readonly id: string;
  /** Absent: unfinished, and in no list (clover.md 7.1). */
  readonly state?: Maybe<string>;
  /** Absent on a plain order that nobody has paid. */
  readonly paymentState?: Maybe<PaymentState>;
  readonly title?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly externalReferenceId?: Maybe<string>;
  /** When a filter finds the reference (clover.md 7.7). */
  readonly referenceIndexedMs?: Maybe<number>;
  /** Absent until somebody sets it: the server does not add up plain orders (clover.md 7.2). */
  readonly total?: Maybe<number>;
  readonly orderTypeId?: Maybe<string>;
  readonly employeeId?: Maybe<string>;
  readonly payType?: Maybe<string>;
  readonly taxRemoved: boolean;
  readonly manualTransaction: boolean;
  readonly groupLineItems: boolean;
  readonly testMode: boolean;
  readonly customerIds: readonly string[];
  readonly lines: readonly LineItemRow[];
  readonly discounts: readonly DiscountRow[];
  readonly serviceCharge?: Maybe<ServiceChargeRow>;
  readonly paymentIds: readonly string[];
  readonly refundIds: readonly string[];
  readonly creditIds: readonly string[];
  /** The latest event of a kitchen display; the types are free texts (clover.md 7.8). */
  readonly fulfillment?: Maybe<{ readonly type: string; readonly createdTime: number }>;
  readonly createdTime: number;
  readonly modifiedTime: number;
}

/** One piece, or one weighing: a line has no quantity (clover.md 7.3). */
export interface LineItemRow {
  readonly id: string;
  readonly itemId?: Maybe<string>;
  readonly name: string;
  readonly alternateName?: Maybe<string>;
  /** Of one unit where the item is sold by the unit. */
  readonly price: number;
  /** Thousandths of a unit. */
  readonly unitQty?: Maybe<number>;
  readonly unitName?: Maybe<string>;
  readonly itemCode?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly userData?: Maybe<string>;
  readonly binName?: Maybe<string>;
  readonly printed: boolean;
  readonly refunded: boolean;
  readonly isRevenue: boolean;
  /** Absent: the rates of its item. */
  readonly taxRateIds?: Maybe<readonly string[]>;
  readonly modifications: readonly ModificationRow[];
  readonly discounts: readonly DiscountRow[];
  /** The stock of its item has been lowered for it. */
  readonly isStockLowered?: Maybe<boolean>;
  readonly createdTime: number;
}

export interface ModificationRow {
  readonly id: string;
  readonly modifierId?: Maybe<string>;
  readonly name: string;
  readonly amount: number;
}

export interface DiscountRow {
  readonly id: string;
  readonly name: string;
  /** Never positive (clover.md 7.4). */
  readonly amount?: Maybe<number>;
  /** Ten thousandths of a percent: 12.5 % is 125,000. */
  readonly percentageDecimal?: Maybe<number>;
}

export interface ServiceChargeRow {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly percentage: number;
  readonly percentageDecimal: number;
}

export interface PaymentRow {
  readonly id: string;
  readonly orderId: string;
  readonly tenderId: string;
  readonly amount: number;
  readonly tipAmount?: Maybe<number>;
  readonly taxAmount?: Maybe<number>;
  readonly externalPaymentId?: Maybe<string>;
  readonly referenceIndexedMs?: Maybe<number>;
  readonly employeeId?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly offline: boolean;
  readonly refundIds: readonly string[];
  readonly createdTime: number;
  readonly modifiedTime: number;
}

/** Positive, tax included (clover.md 7.8). */
export interface RefundRow {
  readonly id: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly amount: number;
  readonly lineIds: readonly string[];
  readonly reason?: Maybe<string>;
  readonly createdTime: number;
  readonly modifiedTime: number;
}

/** Money given back without a payment of its own (clover.md 7.8). */
export interface CreditRow {
  readonly id: string;
  readonly orderId?: Maybe<string>;
  readonly tenderId: string;
  readonly amount: number;
  readonly createdTime: number;
  readonly modifiedTime: number;
}

export interface CustomerAddress {
  readonly id: string;
  readonly address1: string;
  readonly address2?: Maybe<string>;
  readonly address3?: Maybe<string>;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
}

export interface CustomerMetadata {
  readonly businessName?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly dobYear?: Maybe<number>;
  readonly dobMonth?: Maybe<number>;
  readonly dobDay?: Maybe<number>;
}

export interface CustomerRow {
  readonly id: string;
  readonly firstName?: Maybe<string>;
  readonly lastName?: Maybe<string>;
  readonly emailAddresses: readonly { readonly id: string; readonly emailAddress: string }[];
  readonly phoneNumbers: readonly { readonly id: string; readonly phoneNumber: string }[];
  readonly addresses: readonly CustomerAddress[];
  readonly metadata: CustomerMetadata;
  /** `customerSince`. */
  readonly createdTime: number;
  readonly modifiedTime: number;
}
