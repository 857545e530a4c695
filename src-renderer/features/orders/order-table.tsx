import { Kbd, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ReceiptText } from 'lucide-react';
import { useCallback } from 'react';
import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { useRemScale } from '../../components/rem-scale.ts';
import { usePagedRows } from '../../components/use-paged-rows.ts';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import { Trans } from '../../i18n/trans.tsx';
import { navigate } from '../../state/navigation.ts';
import { useOrders } from '../../state/orders.ts';
import { actOn } from './act-button.tsx';
import { FEW_COLUMNS, ONE_COLUMN, ORDER_COLUMNS } from './order-columns.tsx';
import { chooseAct } from './order-words.ts';

/** With a line above and below. */
const HEAD_PIXELS = 58;
const LAYOUTS = {
  all: { columns: ORDER_COLUMNS, leastWidth: 870, rowHeight: 56 },
  few: { columns: FEW_COLUMNS, leastWidth: 540, rowHeight: 56 },
  one: { columns: ONE_COLUMN, leastWidth: 0, rowHeight: 122 },
} as const;
/** From this width on, the window has room for every column. */
const ROOMY = '(min-width: 75em)';
/** From this width on, for a few. */
const SOME_ROOM = '(min-width: 40em)';
const AT_ONCE = { getInitialValueInEffect: false };
const KEYS = {
  r: (order: OrderRowShape) => {
    const act = chooseAct(order);
    if (act) actOn(order, act);
  },
};

/** Red ones first, then those to look at, then the newest; a row opens its order. */
export function OrderTable() {
  const { lane, search, version, setLane, setSearch, fetchPage: fetchRows } = useOrders();
  const fetchPage = useCallback(
    (offset: number, limit: number) => fetchRows(limit, offset, { lane, search }),
    [fetchRows, lane, search],
  );
  const rows = usePagedRows(fetchPage, version);
  const layout = useLayout();
  const scale = useRemScale();
  const showAll = (): void => {
    setLane(null);
    setSearch('');
  };
  return (
    <>
      {rows.failure && (
        <FailureNotice failure={rows.failure} action={{ word: t('Try again'), act: rows.retry }} />
      )}
      {rows.total === null && !rows.failure && <LoadingState text={t('Reading the orders…')} />}
      {rows.total === 0 &&
        (lane === null && search === '' ? (
          <EmptyState
            icon={ReceiptText}
            title={t('No web orders yet')}
            text={t(
              'An order that is placed in the store from now on appears here within seconds, goes to the till, and prints in the kitchen.',
            )}
          />
        ) : (
          <EmptyState
            icon={ReceiptText}
            title={t('None of these')}
            text={t('No order fits what you chose or typed.')}
            action={{ word: t('Show all orders'), act: showAll }}
          />
        ))}
      {rows.total !== null && rows.total > 0 && (
        <>
          <Text size="sm" c="dimmed">
            <Trans
              i18nKey="<k>j</k> <k>k</k> move, <k>Enter</k> opens, <k>r</k> does what stands under To do."
              components={{ k: <Kbd size="xs" /> }}
            />
          </Text>
          <div
            className="tb-order-room"
            style={{ maxHeight: (HEAD_PIXELS + rows.total * LAYOUTS[layout].rowHeight) * scale }}
          >
            <VirtualTable
              key={layout}
              label={t('Orders')}
              {...LAYOUTS[layout]}
              total={rows.total}
              rowAt={rows.rowAt}
              needRows={rows.needRows}
              listNumber={rows.listNumber}
              keys={KEYS}
              onOpen={({ wooId }) => navigate('orders', String(wooId))}
            />
          </div>
        </>
      )}
    </>
  );
}

function useLayout(): keyof typeof LAYOUTS {
  const hasRoom = useMediaQuery(ROOMY, true, AT_ONCE);
  const hasSome = useMediaQuery(SOME_ROOM, true, AT_ONCE);
  if (hasRoom) return 'all';
  return hasSome ? 'few' : 'one';
}
