import { Button, Group, List, NativeSelect, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { InputOf } from '../../../src-preload/contract/channels.ts';
import type { OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useOrders } from '../../state/orders.ts';
import { usePractice } from '../../state/practice.ts';

type Deed = InputOf<'practice:act'>;

const NEWEST = 20;
const COUNTER: readonly { readonly word: string; readonly deed: Deed }[] = [
  { word: t('Place a random web order'), deed: { side: 'store', verb: 'order-random' } },
  { word: t('Jam the printer'), deed: { side: 'till', verb: 'jam' } },
  { word: t('Clear the printer'), deed: { side: 'till', verb: 'clear' } },
];

/** Plays guests, cooks and the printer of the practice servers. */
export function OrderPractice() {
  const { deeds, failure } = usePractice();
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Practise web orders')}>
      <Stack gap={4}>
        <Title order={2}>{t('Practise: web orders')}</Title>
        <HelpText>
          {t(
            'Place an order and see it go to the practice till and kitchen. Jam the printer to see what a failed ticket looks like.',
          )}
        </HelpText>
      </Stack>
      <OrderPracticeButtons />
      {failure && <FailureNotice failure={failure} />}
      <div role="status">
        {deeds.length > 0 && (
          <List size="sm" aria-label={t('Done so far')}>
            {deeds.map(({ id, what }) => (
              <List.Item key={id}>{what}</List.Item>
            ))}
          </List>
        )}
      </div>
    </Stack>
  );
}

/** @param children buttons of another kind, beside them */
export function OrderPracticeButtons({ children }: { readonly children?: ReactNode }) {
  const { isActing, act } = usePractice();
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {COUNTER.map(({ word, deed }) => (
          <Button key={word} variant="light" size="sm" disabled={isActing} onClick={() => void act(deed)}>
            {word}
          </Button>
        ))}
        {children}
      </Group>
      <OrderDeeds isActing={isActing} act={(deed) => void act(deed)} />
    </Stack>
  );
}

interface OrderDeedsProps {
  readonly isActing: boolean;
  readonly act: (deed: Deed) => void;
}

/** What is done with one order, at the till or in the store. */
function OrderDeeds({ isActing, act }: OrderDeedsProps) {
  const orders = useNewestOrders();
  const [chosen, setChosen] = useState('');
  const order = orders.find(({ wooId }) => String(wooId) === chosen) ?? orders[0];
  if (!order) return null;
  const { wooId, tillOrderId } = order;
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t('Order')}
        w={160}
        value={String(wooId)}
        data={orders.map((one) => ({ value: String(one.wooId), label: one.number }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button
        variant="light"
        size="sm"
        disabled={isActing || tillOrderId === null}
        onClick={() => act({ side: 'till', verb: 'fulfil', target: tillOrderId ?? '' })}
      >
        {t('Fulfil at the till')}
      </Button>
      <Button
        variant="light"
        size="sm"
        disabled={isActing}
        onClick={() => act({ side: 'store', verb: 'cancel', target: String(wooId) })}
      >
        {t('Cancel in the store')}
      </Button>
    </Group>
  );
}

function useNewestOrders(): readonly OrderRowShape[] {
  const { version, fetchPage } = useOrders();
  const [orders, setOrders] = useState<readonly OrderRowShape[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means other orders
  useEffect(() => {
    let isGone = false;
    void fetchPage(NEWEST, 0, { lane: null, search: '' }).then((answer) => {
      if (answer.ok && !isGone)
        setOrders([...answer.value.rows].sort((left, right) => right.createdMs - left.createdMs));
    });
    return () => {
      isGone = true;
    };
  }, [version, fetchPage]);
  return orders;
}
