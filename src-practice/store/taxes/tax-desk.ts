import type { Fields } from '../rest/failure.ts';
import { toList, toSwitch, toText, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { TaxRate } from './tax-rate.ts';

/** Adds a rate with the fields of REST. */
export function addTaxRate(shop: Shop, fields: Fields): TaxRate {
  const blank: TaxRate = {
    id: shop.state.ids.taxRate,
    country: '',
    state: '',
    postcodes: [],
    cities: [],
    ratePercent: 0,
    name: 'Tax',
    priority: 1,
    isCompound: false,
    isForShipping: true,
    order: 0,
    taxClass: '',
  };
  shop.state.ids.taxRate += 1;
  const rate = readRate(blank, fields);
  shop.state.taxRates.set(rate.id, rate);
  return rate;
}

/** A rate with what a client sent of it. */
export function readRate(before: TaxRate, fields: Fields): TaxRate {
  const read = <Value>(name: string, convert: (value: unknown) => Value, known: Value): Value =>
    fields[name] === undefined ? known : convert(fields[name]);
  const upper = (value: unknown): string => toText(value).toUpperCase();
  return {
    ...before,
    country: read('country', upper, before.country),
    state: read('state', upper, before.state),
    postcodes: read('postcodes', (value) => toList(value).map(upper), before.postcodes),
    cities: read('cities', (value) => toList(value).map(upper), before.cities),
    ratePercent: read('rate', (value) => Number.parseFloat(toText(value)) || 0, before.ratePercent),
    name: read('name', toText, before.name),
    priority: read('priority', toWholeNumber, before.priority),
    isCompound: read('compound', toSwitch, before.isCompound),
    isForShipping: read('shipping', toSwitch, before.isForShipping),
    order: read('order', toWholeNumber, before.order),
    taxClass: read('class', (value) => (toText(value) === 'standard' ? '' : toText(value)), before.taxClass),
  };
}
