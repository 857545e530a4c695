import { Stack, Text } from '@mantine/core';
import { PlugZap } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { Screen } from '../../components/screen.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { t } from '../../i18n/i18n.ts';
import { useSettings } from '../../state/settings.ts';
import { useStatus } from '../../state/status.ts';
import { useStock } from '../../state/stock.ts';
import { SettingField } from '../settings/setting-field.tsx';
import { openSetup } from '../setup/open-setup.ts';
import { DriftReport } from './drift-report.tsx';
import { StockActions } from './stock-actions.tsx';
import { StockDrawer } from './stock-drawer.tsx';
import { StockTable } from './stock-table.tsx';
import { STOCK_ORDER, STOCK_WORDS } from './stock-words.ts';

const LEAD = t(
  'What both sides count, the most urgent first. A sale on either side lowers the other within seconds.',
);

/** How much is left, and what to do where it is too little. */
export function StockScreen() {
  const isSetUp = useStatus((s) => s.status === null || s.status.mode !== 'setup');
  return (
    <Screen title={t('Stock')} lead={LEAD} actions={isSetUp && <StockActions />}>
      {isSetUp ? (
        <StockContent />
      ) : (
        <div className="tb-card">
          <EmptyState
            icon={PlugZap}
            title={t('Connect both sides first')}
            text={t('Stock is counted by a till and a store. Practice ones are ready on this computer.')}
            action={{ word: t('Open the setup'), act: () => openSetup(0) }}
          />
        </div>
      )}
      <StockDrawer />
    </Screen>
  );
}

function StockContent() {
  const { word, search, counts, deskFailure, setWord, setSearch } = useStock();
  const isOff = useSettings((s) => s.settings?.get('stock.enabled')?.value === 'off');
  const chips = STOCK_ORDER.map((key) => ({ key, count: counts?.[key] ?? 0, ...STOCK_WORDS[key] }));
  return (
    <Stack gap="lg">
      {isOff && (
        <Text className="tb-tone tb-notice" data-tone="waiting">
          {t(
            'Stock is not synced: it is switched off in Settings, Stock. What you see is as it was last known.',
          )}
        </Text>
      )}
      {deskFailure && <FailureNotice failure={deskFailure} />}
      <DriftReport />
      <Stack component="section" className="tb-card" gap="md" aria-label={t('Stock')}>
        {counts && (
          <FilterChips
            label={t('Show only')}
            chips={chips.filter(({ key, count }) => count > 0 || key === word)}
            chosen={word}
            choose={setWord}
          />
        )}
        <SearchField label={t('Search by name or SKU')} value={search} change={setSearch} />
        <StockTable />
      </Stack>
      <Stack component="section" className="tb-card" gap="md" aria-label={t('For all products')}>
        <SettingField name="stock.lowThreshold" />
      </Stack>
    </Stack>
  );
}
