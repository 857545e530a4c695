import type { PracticeRandom } from '../../src-practice/random.ts';
import type { TillCatalogItem } from '../../src-practice/till/catalog.ts';
import { drawBetween, isLucky } from './chance.ts';
import type { WorldPlan } from './sim-world.ts';
import { drawWeather } from './weather.ts';

const SIZES = ['Small', 'Medium', 'Large'] as const;

const SAUCES = ['Mayo', 'Mustard', 'Ketchup'] as const;

/**
 * A small shop: some items, one of them in sizes, most of them counted.
 * @param count plain items; drawn where it is not given
 */
export function drawWorldPlan(random: PracticeRandom, count = drawBetween(random, 4, 11)): WorldPlan {
  const items: TillCatalogItem[] = [];
  for (let at = 1; at <= count; at += 1) items.push(drawItem(random, at));
  for (const size of SIZES.slice(0, drawBetween(random, 2, 3)))
    items.push({
      name: '',
      priceCents: drawBetween(random, 100, 9_999),
      sku: `SIZE-${size}`,
      group: { key: 'shirt', options: [size] },
      stock: drawBetween(random, 0, 40),
    });
  return {
    catalog: {
      categories: [
        { key: 'a', name: 'Alpha' },
        { key: 'b', name: 'Beta' },
      ],
      modifierGroups: ['sauce', 'side'].map((key) => ({
        key,
        name: `Choose a ${key}`,
        minRequired: 0,
        maxAllowed: 2,
        modifiers: SAUCES.map((name) => ({ name: `${name} ${key}`, priceCents: 50 })),
      })),
      tags: [],
      taxRates: [],
      itemGroups: [{ key: 'shirt', name: 'Shirt', attributes: [{ name: 'Size', options: [...SIZES] }] }],
      items,
    },
    settings: drawSettings(random),
    weather: drawWeather(random),
    writeLagMs: random.pick([0, 0, 2_000]),
    saleMovesModified: isLucky(random, 60),
    inventoryDelta: isLucky(random, 70),
  };
}

function drawItem(random: PracticeRandom, at: number): TillCatalogItem {
  const categoryKeys = ['a', 'b'].filter(() => isLucky(random, 40));
  return {
    name: `Ware ${at}`,
    priceCents: drawBetween(random, 100, 9_999),
    ...(isLucky(random, 80) ? { sku: `W-${at}` } : {}),
    ...(isLucky(random, 70) ? { stock: drawBetween(random, 0, 40) } : {}),
    categoryKeys,
    modifierGroupKeys: ['sauce', 'side'].filter(() => isLucky(random, 30)),
  };
}

function drawSettings(random: PracticeRandom): Record<string, string> {
  const settings: Record<string, string> = {
    'import.status': 'publish',
    'brake.deleteCount': '100',
    'brake.zeroCount': '100',
    'brake.priceCount': '100',
  };
  const markup = random.pick(['none', 'none', 'percent', 'rounded', 'fixed']);
  if (markup === 'none') return settings;
  settings['price.mode'] = 'markup';
  settings['price.markupType'] = markup === 'fixed' ? 'fixed' : 'percent';
  settings['price.markupValue'] = markup === 'fixed' ? '1.50' : '12.5';
  if (markup === 'rounded') settings['price.rounding'] = random.pick(['0.05', '0.99']);
  return settings;
}
