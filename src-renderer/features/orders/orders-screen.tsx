import { Button, Group, Stack } from '@mantine/core';
import { PlugZap, Printer } from 'lucide-react';
import { useEffect } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { Screen } from '../../components/screen.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { t } from '../../i18n/i18n.ts';
import { useNavigation } from '../../state/navigation.ts';
import { useOrders } from '../../state/orders.ts';
import { useStatus } from '../../state/status.ts';
import { openSetup } from '../setup/open-setup.ts';
import { OrderBanners } from './order-banners.tsx';
import { OrderDrawer } from './order-drawer.tsx';
import { OrderNews } from './order-news.tsx';
import { OrderPractice } from './order-practice.tsx';
import { OrderTable } from './order-table.tsx';
import { LANE_ORDER, LANE_WORDS } from './order-words.ts';
import './orders.css';
import { ReprintDialog } from './reprint-dialog.tsx';

const LEAD = t('Every web order on its way to the till and the kitchen; what needs you stands first.');

/** Web orders, from the store to the kitchen and back. */
export function OrdersScreen() {
  const mode = useStatus((s) => s.status?.mode ?? null);
  const isSetUp = mode !== 'setup';
  useShownOrder();
  return (
    <Screen title={t('Orders & kitchen')} lead={LEAD} actions={isSetUp && <TestPrintButton />}>
      {isSetUp ? (
        <Stack gap="lg">
          <OrderBanners />
          <OrderNews />
          <OrderSection />
          {mode === 'practice' && <OrderPractice />}
        </Stack>
      ) : (
        <div className="tb-card">
          <EmptyState
            icon={PlugZap}
            title={t('Connect both sides first')}
            text={t(
              'Web orders come from a store and go to a till. Practice ones are ready on this computer.',
            )}
            action={{ word: t('Open the setup'), act: () => openSetup(0) }}
          />
        </div>
      )}
      <OrderDrawer />
      <ReprintDialog />
    </Screen>
  );
}

/** The address says which order is looked at, so an alert leads to it, and back closes it. */
function useShownOrder(): void {
  const part = useNavigation((s) => s.part);
  const show = useOrders((s) => s.show);
  useEffect(() => show(part === '' ? null : part), [part, show]);
  useEffect(() => () => show(null), [show]);
}

function TestPrintButton() {
  const { isTestPrinting, printTest } = useOrders();
  return (
    <Button
      variant="default"
      leftSection={<Printer size={16} aria-hidden />}
      loading={isTestPrinting}
      onClick={() => void printTest()}
    >
      {t('Test print')}
    </Button>
  );
}

function OrderSection() {
  const { lane, lanes, search, setLane, setSearch } = useOrders();
  const chips = LANE_ORDER.map((key) => ({ key, count: lanes?.[key] ?? 0, ...LANE_WORDS[key] }));
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Orders')}>
      <Group gap="md">
        <SearchField label={t('Search by order number')} value={search} change={setSearch} />
        {lanes && (
          <FilterChips
            label={t('Show only')}
            chips={chips.filter(({ key, count }) => count > 0 || key === lane)}
            chosen={lane}
            choose={setLane}
          />
        )}
      </Group>
      <OrderTable />
    </Stack>
  );
}
