import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { t } from '../../i18n/i18n.ts';
import { useOrders } from '../../state/orders.ts';
import { hasNoTicket } from './order-words.ts';

const sayTitle = (number: string, isFirst: boolean): string =>
  isFirst
    ? t('Print the ticket of order {{number}}?', { number })
    : t('Print order {{number}} once more?', { number });

/** Nobody prints twice without knowing it. */
export function ReprintDialog() {
  const { reprintAsked: order, acting, act, askReprint } = useOrders();
  const count = order?.reprints ?? 0;
  const isFirst = order !== null && hasNoTicket(order);
  const text = isFirst
    ? t(
        'The till says nothing of a ticket for this order. The kitchen gets one now; ask it first whether it makes the order already.',
      )
    : t(
        'The kitchen gets another ticket of this order. Look first whether it has one already, or it is cooked twice.',
      );
  const before = count > 0 ? t('It was reprinted {{count}} times before.', { count }) : '';
  return (
    <ConfirmDialog
      isOpen={order !== null}
      title={order ? sayTitle(order.number, isFirst) : ''}
      text={`${text} ${before}`.trimEnd()}
      word={isFirst ? t('Print the ticket') : t('Print another ticket')}
      isBusy={order !== null && acting.has(order.wooId)}
      confirm={() => order && void act('orders:reprint', order)}
      close={() => askReprint(null)}
    />
  );
}
