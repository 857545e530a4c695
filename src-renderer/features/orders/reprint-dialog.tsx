import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useOrders } from '../../state/orders.ts';

/** Nobody prints twice without knowing it. */
export function ReprintDialog() {
  const { reprintAsked: order, acting, act, askReprint } = useOrders();
  const before = order && order.reprints > 0 ? ` It was reprinted ${order.reprints} times before.` : '';
  return (
    <ConfirmDialog
      isOpen={order !== null}
      title={order ? `Print order ${order.number} once more?` : ''}
      text={`The kitchen gets another ticket of this order. Look first whether it has one already, or it is cooked twice.${before}`}
      word="Print another ticket"
      isBusy={order !== null && acting.has(order.wooId)}
      confirm={() => order && void act('orders:reprint', order)}
      close={() => askReprint(null)}
    />
  );
}
