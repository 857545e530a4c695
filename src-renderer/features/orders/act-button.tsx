import { Button } from '@mantine/core';
import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { useOrders } from '../../state/orders.ts';
import { nameAct, type OrderAct } from './order-words.ts';

const CHANNELS = { retry: 'orders:retry', see: 'orders:see', byHand: 'orders:leaveByHand' } as const;

/** Does the one thing; a reprint is asked for first, since the kitchen gets another ticket. */
export function actOn(order: OrderRowShape, act: OrderAct): void {
  const { acting, act: perform, askReprint } = useOrders.getState();
  if (acting.has(order.wooId)) return;
  if (act === 'reprint') askReprint(order);
  else void perform(CHANNELS[act], order);
}

export interface ActButtonProps {
  readonly order: OrderRowShape;
  readonly act: OrderAct;
  /** Another word than the act's own. */
  readonly word?: string;
  /** The one to press, where others stand beside it. */
  readonly isFirst?: boolean;
  /** Rows of a table are not reached by Tab; they have keys. */
  readonly isInRow?: boolean;
}

export function ActButton({
  order,
  act,
  word = nameAct(act, order),
  isFirst = false,
  isInRow = false,
}: ActButtonProps) {
  const isActing = useOrders((s) => s.acting.has(order.wooId));
  return (
    <Button
      size="xs"
      variant={isFirst ? 'filled' : 'default'}
      loading={isActing}
      aria-label={t('{{act}} order {{number}}', { act: word, number: order.number })}
      {...(isInRow ? { tabIndex: -1, px: 8 } : {})}
      onClick={() => actOn(order, act)}
    >
      {word}
    </Button>
  );
}
