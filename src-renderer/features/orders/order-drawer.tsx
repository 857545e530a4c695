import { Group, Stack, Text, Title } from '@mantine/core';
import type { OrderDetailsShape } from '../../../src-preload/contract/order-shapes.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatMoment } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useOrders } from '../../state/orders.ts';
import { useSettings } from '../../state/settings.ts';
import { ActButton } from './act-button.tsx';
import { OrderRemarks } from './order-remarks.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { sayTrouble } from './order-trouble.ts';
import {
  canBePrinted,
  canBeTypedIn,
  chooseAct,
  chooseWord,
  nameStoreStatus,
  nameTillStatus,
} from './order-words.ts';
import { TicketPaper } from './ticket-paper.tsx';
import { TotalsView } from './totals-view.tsx';
import { TrackView } from './track-view.tsx';

/** All about the order that the address names. */
export function OrderDrawer() {
  const { shown, details, detailsFailure, loadDetails } = useOrders();
  const number = details?.order.number ?? shown;
  return (
    <SideDrawer
      isOpen={shown !== null}
      title={t('Order {{number}}', { number: number ?? '' })}
      close={() => navigate('orders')}
    >
      {detailsFailure && (
        <FailureNotice
          failure={detailsFailure}
          action={{ word: t('Try again'), act: () => void loadDetails() }}
        />
      )}
      {shown !== null && !details && !detailsFailure && <LoadingState text={t('Reading the order…')} />}
      {details && <OrderContent details={details} />}
    </SideDrawer>
  );
}

function OrderContent({ details }: { readonly details: OrderDetailsShape }) {
  const { order, ticket, events } = details;
  const refusal = useOrders((s) => s.refusal);
  const trouble = sayTrouble(order);
  const orderType = useSettings((s) => s.settings?.get('orders.typeName')?.value ?? '');
  return (
    <>
      <Stack gap="sm">
        <Group gap="sm">
          <StatusBadge {...chooseWord(order)} />
          {order.isAttention && order.placedMs !== null && (
            <StatusBadge tone="waiting" word={t('Sent as text')} />
          )}
        </Group>
        <TrackView order={order} />
        {trouble && <FailureNotice failure={trouble} tone={order.lane === 'person' ? 'bad' : 'waiting'} />}
        {refusal && <FailureNotice failure={refusal.failure} />}
        <OrderActs details={details} />
      </Stack>
      {ticket && <OrderRemarks ticket={ticket} toldAbove={order.failure} isFlagged />}
      {ticket ? <TicketPaper ticket={ticket} orderType={orderType} /> : <NoTicket details={details} />}
      <TotalsView details={details} />
      {ticket && <OrderRemarks ticket={ticket} toldAbove={order.failure} isFlagged={false} />}
      <Facts facts={listFacts(details)} />
      <OrderTimeline events={events} />
    </>
  );
}

/** The one thing to do first; a reprint is there for every order that is on the till and is to be made. */
function OrderActs({ details: { order } }: { readonly details: OrderDetailsShape }) {
  const act = chooseAct(order);
  return (
    <Group gap="sm">
      {act && <ActButton order={order} act={act} isFirst />}
      {act === 'reprint' && <ActButton order={order} act="see" word={t('Seen: the kitchen has it')} />}
      {act === 'retry' && order.hold === null && <ActButton order={order} act="see" />}
      {canBeTypedIn(order) && <ActButton order={order} act="byHand" />}
      {order.failure?.code === 'ORDER_BY_HAND' && <ActButton order={order} act="retry" />}
      {act !== 'reprint' && canBePrinted(order) && <ActButton order={order} act="reprint" />}
    </Group>
  );
}

function NoTicket({ details: { order } }: { readonly details: OrderDetailsShape }) {
  const isOver = order.reportedMs !== null || order.hold === 'closed';
  return (
    <Stack component="section" gap="xs" aria-label={t('Ticket')}>
      <Title order={3} size="h4">
        {t('Ticket')}
      </Title>
      <Text c="dimmed">
        {t(
          isOver
            ? 'There is none: it was not sent, or its texts are no longer kept. The store has the whole order.'
            : 'It is made when the order goes to the till.',
        )}
      </Text>
    </Stack>
  );
}

function listFacts({ order, ticket }: OrderDetailsShape): Fact[] {
  const { createdMs, storeStatus, tillStatus, tillOrderId, wooId } = order;
  return [
    [t('Made'), formatMoment(createdMs)],
    [t('In the store'), nameStoreStatus(storeStatus)],
    [t('On the till'), tillStatus === null ? t('not yet known') : nameTillStatus(tillStatus)],
    [t('Store id'), <code key="store">{wooId}</code>],
    [t('Clover id'), tillOrderId === null ? t('none yet') : <code key="clover">{tillOrderId}</code>],
    [t('Reference'), ticket ? <code key="reference">{ticket.reference}</code> : t('none yet')],
  ];
}
