import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { CircleCheck } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { PlanRowShape, PlanShape } from '../../../src-preload/contract/run-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { usePagedRows } from '../../components/use-paged-rows.ts';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import { fetchPlanRows, useImport } from '../../state/import.ts';
import { listPlanColumns } from './plan-columns.tsx';
import { PlanHeader } from './plan-header.tsx';
import { PlanWarnings } from './plan-warnings.tsx';
import { ACTION_FACES, ROW_ACTIONS } from './row-actions.ts';
import { RowDrawer } from './row-drawer.tsx';

const TYPING_MS = 120;

export interface PlanViewProps {
  readonly plan: PlanShape;
  readonly status: StatusShape;
}

/** What an import would do, row by row, and the approval. */
export function PlanView({ plan, status }: PlanViewProps) {
  const { action, search, setAction, setSearch } = useImport();
  const [open, setOpen] = useState<PlanRowShape | null>(null);
  const [wanted] = useDebouncedValue(search.trim(), TYPING_MS);
  const { runId } = plan;
  const fetchPage = useCallback(
    (offset: number, limit: number) =>
      fetchPlanRows({
        runId,
        limit,
        offset,
        ...(action === null ? {} : { action }),
        ...(wanted === '' ? {} : { search: wanted }),
      }),
    [runId, action, wanted],
  );
  const rows = usePagedRows(fetchPage, 0);
  const currency = status.till?.currency ?? '';
  const columns = useMemo(() => listPlanColumns(currency), [currency]);
  const chips = ROW_ACTIONS.map((key) => ({ key, count: plan.counts[key] ?? 0, ...ACTION_FACES[key] }));
  return (
    <Stack gap="lg">
      <PlanWarnings plan={plan} />
      <PlanHeader plan={plan} />
      <Stack component="section" className="tb-card" gap="md" aria-label={t('The plan, row by row')}>
        <FilterChips
          label={t('Show only')}
          chips={chips.filter(({ count }) => count > 0)}
          chosen={action}
          choose={setAction}
        />
        <SearchField label={t('Search the plan')} value={search} change={setSearch} />
        {rows.failure && (
          <FailureNotice failure={rows.failure} action={{ word: t('Try again'), act: rows.retry }} />
        )}
        {rows.total === null && !rows.failure && <LoadingState text={t('Reading the plan…')} />}
        {rows.total === 0 && (
          <EmptyState
            icon={CircleCheck}
            title={t(wanted === '' ? 'Nothing to show' : 'Nothing found')}
            text={
              wanted === ''
                ? t('The plan has no such rows.')
                : t('No row of the plan contains “{{search}}”.', { search: wanted })
            }
          />
        )}
        {rows.total !== null && rows.total > 0 && (
          <div className="tb-table-room">
            <VirtualTable
              label={t('Rows of the plan')}
              columns={columns}
              total={rows.total}
              listNumber={rows.listNumber}
              rowAt={rows.rowAt}
              needRows={rows.needRows}
              onOpen={setOpen}
            />
          </div>
        )}
        <Text size="sm" c="dimmed">
          {t('Open a row to see each field: what it is now, what it would be, and why.')}
        </Text>
      </Stack>
      <RowDrawer row={open} currency={currency} close={() => setOpen(null)} />
    </Stack>
  );
}
