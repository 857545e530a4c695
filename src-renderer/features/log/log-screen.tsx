import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { t } from '../../i18n/i18n.ts';
import { SettingField } from '../settings/setting-field.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { LogDrawer } from './log-drawer.tsx';
import { LogFilters } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';
import { useLogFilter } from './use-log-filter.ts';

/** Every event, and how long they are kept. */
export function LogScreen() {
  const { filter, isFiltered } = useLogFilter();
  const [failure, setFailure] = useState<FailureShape | null>(null);
  return (
    <Screen
      title={t('Log')}
      lead={t('Everything that Tillbridge did, and what came of it.')}
      actions={<ExportButtons filter={filter} fail={setFailure} />}
    >
      {failure && <FailureNotice failure={failure} />}
      <Stack component="section" className="tb-card" gap="md" aria-label={t('Entries')}>
        <LogFilters />
        <LogTable filter={filter} isFiltered={isFiltered} />
      </Stack>
      <Stack component="section" className="tb-card" gap="md" aria-label={t('How long it is kept')}>
        <Title order={2}>{t('How long it is kept')}</Title>
        <SettingField name="log.retentionDays" />
      </Stack>
      <LogDrawer />
    </Screen>
  );
}
