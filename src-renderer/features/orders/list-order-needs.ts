import type { OrderLaneShape, OrderNeedsShape } from '../../../src-preload/contract/order-shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useOrders } from '../../state/orders.ts';
import { type StateNeed, sayNeed } from '../home/need.ts';

const OF_ONE_ORDER = /^order\.\d+/;

/** What web orders want of a person, the most urgent first. */
export function listOrderNeeds(overview: OrderNeedsShape | null): StateNeed[] {
  if (!overview) return [];
  const { lanes, needs } = overview;
  const [troubled, toSee] = [lanes.person ?? 0, lanes.attention ?? 0];
  return [
    ...(troubled > 0 ? [needTroubled(troubled)] : []),
    ...needs.map(
      ({ what, failure }): StateNeed => ({
        failure,
        tone: 'waiting',
        action:
          what === 'auto-print'
            ? { word: t('Choose who prints'), act: () => showLane(null) }
            : { word: t('All orders'), act: () => showLane(null) },
        covers: (key) => key === 'order.prerequisite',
      }),
    ),
    ...(toSee > 0 ? [needLook(toSee, troubled > 0)] : []),
  ];
}

const needTroubled = (count: number): StateNeed => ({
  failure: sayNeed(
    t('{{count}} web orders need you.', { count }),
    t('Each says what happened, whether the kitchen may lack it, and has its one button.'),
  ),
  action: { word: t('Show them'), act: () => showLane('person') },
  covers: (key) => OF_ONE_ORDER.test(key),
});

const needLook = (count: number, isTold: boolean): StateNeed => ({
  tone: 'waiting',
  failure: sayNeed(
    t('{{count}} web orders went to the kitchen with something to look at.', { count }),
    t('A choice, a price or a text may not be as the till knows it.'),
  ),
  action: { word: t('Show what to look at'), act: () => showLane('attention') },
  covers: (key) => !isTold && OF_ONE_ORDER.test(key),
});

/** Opens the orders of one lane; null: all. */
function showLane(lane: OrderLaneShape | null): void {
  useOrders.getState().setSearch('');
  useOrders.getState().setLane(lane);
  navigate('orders');
}
