import { z } from 'zod';
import { createId, type TillContext } from '../context.ts';
import { clearableAmount, missField } from '../rest/body.ts';
import type { Route } from '../rest/call.ts';
import { flag, number, text, texts } from '../rest/filter.ts';
import { type List, readShelf } from '../rest/list.ts';
import { createRowRoutes } from '../rest/row-routes.ts';
import type { TaxRateRow } from '../rows.ts';
import { RELATED_ITEM_EXPANDS, showRelatedItems } from './related-items.ts';
import { showTaxRate } from './tax-rate-view.ts';

const TAX_TYPES = [
  'VAT_TAXABLE',
  'VAT_NON_TAXABLE',
  'VAT_EXEMPT',
  'INTERNAL_TAX',
  'ORDER_FEES',
  'PARTNER_TAX',
] as const;

const TAX_RATE_BODY = z.object({
  name: z.string().min(1).max(127).exactOptional(),
  rate: z.int().min(0).max(100_000_000).exactOptional(),
  taxAmount: clearableAmount().exactOptional(),
  taxType: z.enum(TAX_TYPES).exactOptional(),
  isDefault: z.boolean().exactOptional(),
});

/** Adds a tax rate. */
export function createTaxRate(till: TillContext, body: z.output<typeof TAX_RATE_BODY>): TaxRateRow {
  const { name, rate = 0, isDefault = false, ...fields } = body;
  if (name === undefined) throw missField('name');
  return till.state.taxRates.put({ ...fields, id: createId(till), name, rate, isDefault });
}

/** `/tax_rates` (clover.md 6.5). */
export function createTaxRateRoutes(till: TillContext): Route[] {
  const { taxRates, itemTaxRates } = till.state;
  return createRowRoutes(till, {
    path: '/tax_rates',
    idName: 'taxRateId',
    noun: 'Tax rate',
    area: 'inventory',
    list: createTaxRateList(till),
    schema: TAX_RATE_BODY,
    find: (id) => taxRates.get(id),
    create: (body) => createTaxRate(till, body),
    update: (taxRate, body) => taxRates.put({ ...taxRate, ...body }),
    remove: (taxRate) => {
      itemTaxRates.dropRight(taxRate.id);
      taxRates.delete(taxRate.id);
    },
  });
}

/** Recorded with the merchant's first rate at the end. */
function createTaxRateList(till: TillContext): List<TaxRateRow> {
  const { taxRates, itemTaxRates } = till.state;
  return {
    source: readShelf(taxRates, () => taxRates.listNewestIds()),
    fields: {
      isDefault: flag((taxRate) => taxRate.isDefault),
      rate: number((taxRate) => taxRate.rate),
      'items.id': texts((taxRate) => itemTaxRates.leftsOf(taxRate.id)),
      name: text((taxRate) => taxRate.name),
      id: text((taxRate) => taxRate.id),
      taxAmount: number((taxRate) => taxRate.taxAmount),
      taxType: text((taxRate) => taxRate.taxType),
    },
    expands: RELATED_ITEM_EXPANDS,
    show: (taxRate, expand) => ({
      ...showTaxRate(taxRate),
      ...showRelatedItems(till, itemTaxRates.leftsOf(taxRate.id), expand),
    }),
  };
}
