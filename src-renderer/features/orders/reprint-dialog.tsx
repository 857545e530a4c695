import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { t } from '../../i18n/i18n.ts';
import { useOrders } from '../../state/orders.ts';

/** Nobody prints twice without knowing it. */
export function ReprintDialog() {
  const { reprintAsked: order, acting, act, askReprint } = useOrders();
  const count = order?.reprints ?? 0;
  const text = t(
    'The kitchen gets another ticket of this order. Look first whether it has one already, or it is cooked twice.',
  );
  const before = count > 0 ? t('It was reprinted {{count}} times before.', { count }) : '';
  return (
    <ConfirmDialog
      isOpen={order !== null}
      title={order ? t('Print order {{number}} once more?', { number: order.number }) : ''}
      text={`${text} ${before}`.trimEnd()}
      word={t('Print another ticket')}
      isBusy={order !== null && acting.has(order.wooId)}
      confirm={() => order && void act('orders:reprint', order)}
      close={() => askReprint(null)}
    />
  );
}
