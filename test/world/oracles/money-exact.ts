import { readField } from '../wares.ts';
import { hasConflict, isParked, type Oracle } from './evidence.ts';

type Rules = Readonly<Record<string, string>>;

/**
 * What a till price comes to in the store, in whole cents and by whole numbers alone: a fraction of a cent that a sum
 * of fractions loses or wins would show.
 */
export function reckonPrice(tillCents: number, rules: Rules): number {
  if (rules['price.mode'] !== 'markup' || tillCents === 0) return tillCents;
  const thousandths = Math.round(Number(rules['price.markupValue'] ?? 0) * 1000);
  const marked =
    rules['price.markupType'] === 'fixed'
      ? tillCents + thousandths / 10
      : Math.floor((tillCents * (100_000 + thousandths) + 50_000) / 100_000);
  return roundTo(marked, rules['price.rounding'] ?? 'none');
}

function roundTo(cents: number, rounding: string): number {
  if (rounding === '0.99') return Math.ceil((cents + 1) / 100) * 100 - 1;
  if (rounding === '0.05') return Math.floor((cents + 2.5) / 5) * 5;
  return rounding === '0.10' ? Math.floor((cents + 5) / 10) * 10 : cents;
}

/** Where the till had the last word on a price, the store has exactly what the shop's rule makes of it. */
export const findInexact: Oracle = (evidence) => {
  const { world, wares } = evidence;
  return wares.all.flatMap((ware) => {
    const said = ware.meanings.get('price')?.last;
    const isTills = said?.till !== undefined && said.store === undefined;
    if (!isTills || ware.goneOn !== null || wares.ruled.has('price')) return [];
    if (hasConflict(evidence, ware, 'price') || isParked(evidence, ware)) return [];
    const till = readField(world, ware, 'till', 'price');
    const store = readField(world, ware, 'store', 'price');
    if (till === null || store === null || till !== said.till) return [];
    const wanted = reckonPrice(Number(till), world.rules);
    return store === wanted
      ? []
      : [`${ware.label}: ${till} on the till is ${store} in the store, not ${wanted}`];
  });
};
