import { z } from 'zod';
import { clearableAmount, clearableText, REFERENCE } from '../rest/body.ts';

const MAX_NAME_LENGTH = 127;
const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/**
 * What can be written on an item (clover.md 6.1). Categories, modifier groups, tags, tax rates and stock in
 * the body are dropped: they have calls of their own.
 */
export const ITEM_PATCH = z.object({
  name: z.string().min(1).max(MAX_NAME_LENGTH).exactOptional(),
  alternateName: clearableText(127).exactOptional(),
  code: clearableText(100).exactOptional(),
  sku: clearableText(100).exactOptional(),
  price: z.int().min(0).exactOptional(),
  priceType: z.enum(['FIXED', 'VARIABLE', 'PER_UNIT']).exactOptional(),
  unitName: clearableText(64).exactOptional(),
  cost: clearableAmount().exactOptional(),
  hidden: z.boolean().exactOptional(),
  available: z.boolean().exactOptional(),
  autoManage: z.boolean().exactOptional(),
  isRevenue: z.boolean().exactOptional(),
  defaultTaxRates: z.boolean().exactOptional(),
  colorCode: z.string().regex(COLOR, 'must be a color like #ffffff').exactOptional(),
  itemGroup: REFERENCE.exactOptional(),
});

export type ItemPatch = z.output<typeof ITEM_PATCH>;

export const BULK_CREATE = z.object({ items: z.array(ITEM_PATCH) });

export const BULK_UPDATE = z.object({ items: z.array(ITEM_PATCH.extend({ id: z.string() })) });
