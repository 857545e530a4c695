import { useDebouncedValue } from '@mantine/hooks';
import { PackageSearch } from 'lucide-react';
import { useCallback } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { usePagedRows } from '../../components/use-paged-rows.ts';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useStock } from '../../state/stock.ts';
import { STOCK_COLUMNS } from './stock-columns.tsx';
import { STOCK_WORDS } from './stock-words.ts';

const LEAST_WIDTH_PIXELS = 560;
const TYPING_MS = 120;

/** Conflicts, oversold, out and low first; a row opens all about its stock. */
export function StockTable() {
  const { word, search, version, open, showOnly, fetchPage: fetchRows } = useStock();
  const [wanted] = useDebouncedValue(search.trim(), TYPING_MS);
  const fetchPage = useCallback(
    (offset: number, limit: number) => fetchRows(limit, offset, { word, search: wanted }),
    [fetchRows, word, wanted],
  );
  const rows = usePagedRows(fetchPage, version);
  return (
    <>
      {rows.failure && (
        <FailureNotice failure={rows.failure} action={{ word: t('Try again'), act: rows.retry }} />
      )}
      {rows.total === null && !rows.failure && <LoadingState text={t('Reading the stock…')} />}
      {rows.total === 0 && wanted !== '' && (
        <EmptyState
          icon={PackageSearch}
          title={t('Nothing found')}
          text={t('No product here has “{{search}}” in its name or SKU.', { search: wanted })}
          action={{ word: t('Show all products'), act: () => showOnly(null) }}
        />
      )}
      {rows.total === 0 &&
        wanted === '' &&
        (word === null ? (
          <EmptyState
            icon={PackageSearch}
            title={t('No stock yet')}
            text={t(
              'Counts appear here once an import has linked the till’s items with the store’s products.',
            )}
            action={{ word: t('Go to Import'), act: () => navigate('import') }}
          />
        ) : (
          <EmptyState
            icon={PackageSearch}
            title={t('None of these')}
            text={t('No product is “{{state}}” just now.', { state: STOCK_WORDS[word].word })}
            action={{ word: t('Show all products'), act: () => showOnly(null) }}
          />
        ))}
      {rows.total !== null && rows.total > 0 && (
        <div className="tb-table-room">
          <VirtualTable
            label={t('Stock')}
            columns={STOCK_COLUMNS}
            total={rows.total}
            rowAt={rows.rowAt}
            needRows={rows.needRows}
            listNumber={rows.listNumber}
            leastWidth={LEAST_WIDTH_PIXELS}
            onOpen={(row) => void open(row)}
          />
        </div>
      )}
    </>
  );
}
