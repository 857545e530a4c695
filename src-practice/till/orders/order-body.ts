import { z } from 'zod';
import { clearableText, REFERENCE } from '../rest/body.ts';

const id = REFERENCE.nullable().transform((reference) => reference?.id);

/** The text limits of clover.md 7.1; the reference is checked in words of its own. */
export const ORDER_BODY = z.object({
  state: clearableText(31).exactOptional(),
  title: clearableText(127).exactOptional(),
  note: clearableText(2047).exactOptional(),
  externalReferenceId: z
    .string()
    .nullable()
    .transform((text) => text ?? undefined)
    .exactOptional(),
  total: z
    .int()
    .nullable()
    .transform((total) => total ?? undefined)
    .exactOptional(),
  taxRemoved: z.boolean().exactOptional(),
  manualTransaction: z.boolean().exactOptional(),
  groupLineItems: z.boolean().exactOptional(),
  testMode: z.boolean().exactOptional(),
  payType: z.enum(['SPLIT_GUEST', 'SPLIT_ITEM', 'SPLIT_CUSTOM', 'FULL']).exactOptional(),
  orderType: id.exactOptional(),
  employee: id.exactOptional(),
  // Both forms are in use (clover.md 7.6).
  customers: z.union([z.array(REFERENCE), z.object({ elements: z.array(REFERENCE) })]).exactOptional(),
});

export type OrderBody = z.output<typeof ORDER_BODY>;

const AMOUNTS = {
  amount: z.int().exactOptional(),
  percentage: z.int().exactOptional(),
  percentageDecimal: z.int().exactOptional(),
};

/** A discount on an order or a line (clover.md 7.4). */
export const DISCOUNT_BODY = z.object({ name: z.string().min(1).max(64).exactOptional(), ...AMOUNTS });

/** The merchant's charge, by its id alone. */
export const CHARGE_BODY = z.object({ id: z.string().min(1).exactOptional() });

export type DiscountBody = z.output<typeof DISCOUNT_BODY>;

export const MODIFICATION_BODY = z.object({
  modifier: REFERENCE.exactOptional(),
  name: z.string().min(1).max(255).exactOptional(),
  amount: z.int().exactOptional(),
});

export type ModificationBody = z.output<typeof MODIFICATION_BODY>;

/** What a new line may carry (clover.md 7.3); there is no quantity. */
export const LINE_BODY = z.object({
  item: REFERENCE.exactOptional(),
  name: z.string().min(1).max(127).exactOptional(),
  alternateName: clearableText(255).exactOptional(),
  price: z.int().min(0).exactOptional(),
  unitQty: z.int().exactOptional(),
  unitName: clearableText(64).exactOptional(),
  itemCode: clearableText(100).exactOptional(),
  note: clearableText(255).exactOptional(),
  userData: clearableText(255).exactOptional(),
  binName: clearableText(127).exactOptional(),
  printed: z.boolean().exactOptional(),
  isRevenue: z.boolean().exactOptional(),
  taxRates: z.array(REFERENCE).exactOptional(),
  modifications: z.array(MODIFICATION_BODY).exactOptional(),
  discounts: z.array(DISCOUNT_BODY).exactOptional(),
});

export type LineBody = z.output<typeof LINE_BODY>;
