import { Button, Group, Stack, Title } from '@mantine/core';
import type { OrderNeedsShape } from '../../../src-preload/contract/order-shapes.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { formatCount } from '../../components/money.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useOrders } from '../../state/orders.ts';

/** On Home: the last order, the last ticket, and what is on its way. */
export function OrderCard() {
  const overview = useOrders((s) => s.overview);
  if (!overview) return null;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Orders and kitchen')}>
      <Group justify="space-between">
        <Title order={2}>{t('Orders & kitchen')}</Title>
        <StatusBadge {...chooseWord(overview)} />
      </Group>
      <Facts facts={listFacts(overview)} />
      <Group>
        <Button variant="default" size="xs" onClick={() => navigate('orders')}>
          {t('All orders')}
        </Button>
      </Group>
    </Stack>
  );
}

const countOnWay = ({ lanes }: OrderNeedsShape): number =>
  (lanes.received ?? 0) + (lanes.placed ?? 0) + (lanes.paid ?? 0) + (lanes.printed ?? 0);

function chooseWord(overview: OrderNeedsShape) {
  const { lanes, newest, needs } = overview;
  if ((lanes.person ?? 0) > 0) return { tone: 'bad', word: t('Needs you') } as const;
  if (needs.some(({ what }) => what !== 'auto-print'))
    return { tone: 'waiting', word: t('Waits for the till') } as const;
  if (needs.length > 0) return { tone: 'waiting', word: t('Choose who prints') } as const;
  if ((lanes.attention ?? 0) > 0) return { tone: 'waiting', word: t('To look at') } as const;
  if (countOnWay(overview) > 0) return { tone: 'accent', word: t('Working') } as const;
  return newest
    ? ({ tone: 'good', word: t('All done') } as const)
    : ({ tone: 'quiet', word: t('None yet') } as const);
}

function listFacts(overview: OrderNeedsShape): Fact[] {
  const { newest, newestPrinted } = overview;
  return [
    [
      t('Last order'),
      newest ? <Named key="order" number={newest.number} atMs={newest.createdMs} /> : t('none yet'),
    ],
    [
      t('Last ticket'),
      newestPrinted ? (
        <Named key="ticket" number={newestPrinted.number} atMs={newestPrinted.printedMs} />
      ) : (
        t('none printed yet')
      ),
    ],
    [
      t('On their way'),
      countOnWay(overview) === 0 ? t('none', { context: 'orders' }) : formatCount(countOnWay(overview)),
    ],
  ];
}

const Named = ({ number, atMs }: { readonly number: string; readonly atMs: number }) => (
  <>
    {number}, <TimeAgo atMs={atMs} />
  </>
);
