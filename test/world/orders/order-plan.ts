import { createPizzeriaCatalog } from '../../../src-practice/catalogs/pizzeria.ts';
import type { PracticeRandom } from '../../../src-practice/random.ts';
import type { TillCatalog } from '../../../src-practice/till/catalog.ts';
import type { TillAnswers } from '../../../src-practice/till/till.ts';
import { type Chance, isLucky } from '../chance.ts';
import { FAULTS, type Fault, type Weather } from '../weather.ts';
import { drawKitchen, type KitchenPlan } from './order-kitchen.ts';

const PIZZAS = 5;

/** Among a hundred requests: twenty whose answer is lost, before or after the work was done, and eight refused. */
const FAULTS_IN_A_HUNDRED: Readonly<Partial<Record<Fault, number>>> = {
  'lost-answer': 10,
  'drop-before': 5,
  truncated: 5,
  'too-many': 3,
  'server-error': 3,
  'refused-connection': 2,
};

/** Network in which an order has to be brought to the till. */
export const STORM: Weather = {
  kinds: Object.entries(FAULTS_IN_A_HUNDRED).flatMap(([fault, times]) =>
    Array.from({ length: times }, () => fault as Fault),
  ),
  percent: Object.values(FAULTS_IN_A_HUNDRED).reduce((sum, times) => sum + times, 0),
  crashPercent: 0,
  abortPercent: 0,
  bustlePercent: 0,
  fullPercent: 0,
};

/** Everything that can go wrong with a request, each as often as the others, and sides that are away for a while. */
const MEDLEY: Weather = { ...STORM, kinds: FAULTS, percent: 20, spellPercent: 0.2 };

/** How a shop takes web orders. */
export interface OrderRules {
  readonly settings: Readonly<Record<string, string>>;
  readonly answers: Partial<TillAnswers>;
  readonly isTaxed: boolean;
  /** Whether the app may make an order type that is missing. */
  readonly mayMakeTypes: boolean;
}

/** What is drawn for one world of orders before anything happens in it. */
export interface OrderPlan extends OrderRules {
  readonly orders: number;
  /** Nothing is lost and nobody dies: then nothing may be left to a person either. */
  readonly isFair: boolean;
  /** The longest time between two orders. */
  readonly longestGapMs: number;
  readonly weather: Weather;
  /** Crashes among a hundred orders. */
  readonly crashPercent: number;
  /** Deeds of people among a hundred orders. */
  readonly deedPercent: number;
  readonly kitchen: KitchenPlan;
}

export function drawOrderPlan({ people: random, fate }: Chance, orders: number): OrderPlan {
  const isFair = isLucky(random, 15);
  return {
    orders,
    isFair,
    ...drawOrderRules(random),
    longestGapMs: random.pick([2_000, 10_000, 30_000]),
    crashPercent: isFair ? 0 : random.pick([0, 5, 15]),
    deedPercent: random.pick([0, 30, 60]),
    weather: random.pick([STORM, MEDLEY]),
    kitchen: drawKitchen(fate),
  };
}

export function drawOrderRules(random: PracticeRandom): OrderRules {
  return {
    settings: {
      'poll.fastestSeconds': random.pick(['2', '5', '15']),
      'orders.customer': random.pick(['name', 'full', 'none']),
      'orders.sendWhen': random.pick(['processing', 'processing', 'placed']),
    },
    answers: {
      referenceLagMs: random.pick([
        { least: 0, most: 120_000 },
        { least: 0, most: 120_000 },
        { least: 2_000, most: 2_000 },
      ]),
      orderListLagMs: random.pick([0, 0, 3_000]),
      orderOrder: random.pick(['newest', 'oldest']),
      plainPaymentState: random.pick(['absent', 'OPEN']),
      restOrderStock: random.pick(['never', 'onLine', 'onPaid']),
    },
    isTaxed: isLucky(random, 50),
    mayMakeTypes: isLucky(random, 60),
  };
}

/** Part of the pizzeria's menu: what an import takes is no part of these worlds. */
export function cutMenu(): TillCatalog {
  const menu = createPizzeriaCatalog();
  const itemGroups = menu.itemGroups.slice(0, PIZZAS);
  const keys = new Set(itemGroups.map(({ key }) => key));
  const sides = menu.items.filter(({ group }) => group === undefined).slice(0, 8);
  const sizes = menu.items.filter(({ group }) => group !== undefined && keys.has(group.key));
  return { ...menu, itemGroups, items: [...sizes, ...sides] };
}
