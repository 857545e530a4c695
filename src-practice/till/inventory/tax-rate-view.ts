import type { TaxRateRow } from '../rows.ts';

/** A tax rate as recorded (clover.md 6.5). */
export function showTaxRate(taxRate: TaxRateRow): Record<string, unknown> {
  return {
    id: taxRate.id,
    name: taxRate.name,
    taxType: taxRate.taxType,
    rate: taxRate.rate,
    taxAmount: taxRate.taxAmount,
    isDefault: taxRate.isDefault,
  };
}
