import { Group, Stack, Text } from '@mantine/core';
import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import { formatMoney } from '../../components/money.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TimeAgo } from '../../components/time.tsx';
import type { Column } from '../../components/virtual-table.tsx';
import { language, t } from '../../i18n/i18n.ts';
import { ActButton } from './act-button.tsx';
import { sayDifference } from './order-totals.ts';
import { sayTroubleShort } from './order-trouble.ts';
import { chooseAct, chooseWord } from './order-words.ts';
import { TrackView } from './track-view.tsx';

const NUMBER: Column<OrderRowShape> = {
  key: 'number',
  title: t('Order'),
  width: '100px',
  cell: ({ number, createdMs }) => (
    <Stack gap={0}>
      <Text span size="sm" fw={600} truncate>
        {number}
      </Text>
      <Text span size="xs" c="dimmed" truncate>
        <TimeAgo atMs={createdMs} />
      </Text>
    </Stack>
  ),
};

const WAY: Column<OrderRowShape> = {
  key: 'way',
  title: t('Way'),
  width: '344px',
  cell: (order) => <TrackView order={order} />,
};

/** Why it is where it is, or what is odd about it. */
function sayState(order: OrderRowShape): string {
  const { look, lane } = order;
  const trouble = sayTroubleShort(order);
  if (trouble !== null) return trouble;
  return (lane === 'attention' ? look?.message : undefined) ?? sayDifference(order);
}

const StateText = ({ text }: { readonly text: string }) =>
  text === '' ? null : (
    <Text span size="xs" c="dimmed" truncate maw="100%" title={text}>
      {text}
    </Text>
  );

const STATE: Column<OrderRowShape> = {
  key: 'state',
  title: t('State'),
  width: 'minmax(150px, 1fr)',
  cell: (order) => (
    <Stack gap={3} align="flex-start">
      <StatusBadge {...chooseWord(order)} />
      <StateText text={sayState(order)} />
    </Stack>
  ),
};

const TOTAL: Column<OrderRowShape> = {
  key: 'total',
  title: t('Store / till'),
  width: '84px',
  isNumber: true,
  cell: ({ storeAmount, tillAmount, currency }) => (
    <Stack gap={0}>
      <Text span size="sm">
        {formatMoney(storeAmount, currency)}
      </Text>
      <Text
        span
        size="xs"
        {...(tillAmount === null || tillAmount === storeAmount ? { c: 'dimmed' } : { fw: 700 })}
      >
        {tillAmount === null ? '–' : formatMoney(tillAmount, currency)}
      </Text>
    </Stack>
  ),
};

/** Its words are longer in every other language. */
const ACT_WIDTH = language() === 'en' ? '104px' : '148px';

const ACT: Column<OrderRowShape> = {
  key: 'act',
  title: t('To do'),
  width: ACT_WIDTH,
  cell: (order) => {
    const act = chooseAct(order);
    return act ? <ActButton order={order} act={act} isInRow /> : null;
  },
};

export const ORDER_COLUMNS: readonly Column<OrderRowShape>[] = [NUMBER, WAY, STATE, TOTAL, ACT];

/** For a narrow window; the sums stand in the drawer. */
export const FEW_COLUMNS: readonly Column<OrderRowShape>[] = [
  { ...NUMBER, width: '102px' },
  { ...WAY, width: 'minmax(148px, 1.1fr)', cell: (order) => <TrackView order={order} isTight /> },
  { ...STATE, width: 'minmax(130px, 1fr)' },
  ACT,
];

/** For a telephone: all that matters of an order, below each other. */
export const ONE_COLUMN: readonly Column<OrderRowShape>[] = [
  { key: 'order', title: t('Orders'), width: 'minmax(0, 1fr)', cell: (order) => <OrderPile order={order} /> },
];

function OrderPile({ order }: { readonly order: OrderRowShape }) {
  const act = chooseAct(order);
  const text = sayState(order);
  return (
    <Stack gap={8} className="tb-order-pile">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text span size="sm" truncate>
          <strong>{order.number}</strong>{' '}
          <Text span size="xs" c="dimmed">
            <TimeAgo atMs={order.createdMs} />
          </Text>
        </Text>
        <StatusBadge {...chooseWord(order)} />
      </Group>
      <TrackView order={order} isTight />
      {(text !== '' || act) && (
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Text span size="xs" c="dimmed" lineClamp={2} title={text}>
            {text}
          </Text>
          {act && <ActButton order={order} act={act} isInRow />}
        </Group>
      )}
    </Stack>
  );
}
