import { Text } from '@mantine/core';
import { ScrollText, SearchX } from 'lucide-react';
import { useCallback } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { formatCount } from '../../components/money.ts';
import { usePagedRows } from '../../components/use-paged-rows.ts';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import { type LogFilter, useLog, WHOLE_LOG } from '../../state/log.ts';
import { listLogColumns } from './log-columns.tsx';

const LEAST_WIDTH_PIXELS = 900;

/** The entries that the filter finds. */
export function LogTable({
  filter,
  isFiltered,
}: {
  readonly filter: LogFilter;
  readonly isFiltered: boolean;
}) {
  const { sort, isDescending, isGrouped, version, sortBy, open, fetchPage: fetch, setFilter } = useLog();
  const fetchPage = useCallback(
    (offset: number, limit: number) => fetch({ ...filter, limit, offset }),
    [fetch, filter],
  );
  const rows = usePagedRows(fetchPage, version);
  return (
    <>
      {rows.failure && (
        <FailureNotice failure={rows.failure} action={{ word: t('Try again'), act: rows.retry }} />
      )}
      {rows.total === null && !rows.failure && <LoadingState text={t('Reading the log…')} />}
      {rows.total === 0 && !isFiltered && (
        <EmptyState
          icon={ScrollText}
          title={t('Nothing has happened yet')}
          text={t(
            'Connections, imports, undos, orders and their tickets, changed settings and everything that failed are written down here.',
          )}
        />
      )}
      {rows.total === 0 && isFiltered && (
        <div role="status">
          <EmptyState
            icon={SearchX}
            title={t('Nothing found')}
            text={t('No entry fits this search and these filters.')}
            action={{ word: t('Show the whole log'), act: () => setFilter(WHOLE_LOG) }}
          />
        </div>
      )}
      {rows.total !== null && rows.total > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {sayCount(rows.total, isGrouped)}
          </Text>
          <div className="tb-table-room">
            <VirtualTable
              label={t('Log')}
              columns={listLogColumns(isGrouped)}
              total={rows.total}
              rowAt={rows.rowAt}
              needRows={rows.needRows}
              listNumber={rows.listNumber}
              leastWidth={LEAST_WIDTH_PIXELS}
              sort={{ by: sort, isDescending, change: sortBy }}
              onOpen={(entry) => void open(entry)}
            />
          </div>
        </>
      )}
    </>
  );
}

function sayCount(total: number, isGrouped: boolean): string {
  return t(isGrouped ? '{{number}} kinds of entries' : '{{number}} entries', {
    count: total,
    number: formatCount(total),
  });
}
