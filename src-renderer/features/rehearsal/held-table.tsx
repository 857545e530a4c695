import { ListChecks } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { usePagedRows } from '../../components/use-paged-rows.ts';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import { useRehearsal } from '../../state/rehearsal.ts';
import { useStatus } from '../../state/status.ts';
import { useSync } from '../../state/sync.ts';
import { listHeldColumns } from './held-columns.tsx';
import { hasLooked, sayNothingHeld } from './held-words.ts';

const LEAST_WIDTH_PIXELS = 520;
/** For the badges below the line. */
const ROW_PIXELS = 62;

/** Every write that was held back, the newest first; a row opens all about it. */
export function HeldTable() {
  const { side, kind, flag, search, version, state, fetchPage: fetchRows, open, choose } = useRehearsal();
  const currency = useStatus((s) => s.status?.till?.currency ?? '');
  const columns = useMemo(() => listHeldColumns(currency), [currency]);
  const fetchPage = useCallback(
    (offset: number, limit: number) => fetchRows(limit, offset, { side, kind, flag, search }),
    [fetchRows, side, kind, flag, search],
  );
  const rows = usePagedRows(fetchPage, version);
  const conflicts = useSync((s) => s.sync?.conflicts ?? 0);
  const isFiltered = side !== null || kind !== null || flag !== null || search !== '';
  return (
    <>
      {rows.failure && (
        <FailureNotice failure={rows.failure} action={{ word: t('Try again'), act: rows.retry }} />
      )}
      {rows.total === null && !rows.failure && <LoadingState text={t('Reading what was held back…')} />}
      {rows.total === 0 && isFiltered && (
        <EmptyState
          icon={ListChecks}
          title={t('None of these')}
          text={t('Nothing that was held back is like this.')}
          isQuiet
          action={{
            word: t('Show everything'),
            act: () => choose({ side: null, kind: null, flag: null, search: '' }),
          }}
        />
      )}
      {rows.total === 0 && !isFiltered && (
        <EmptyState
          icon={ListChecks}
          title={
            state && hasLooked(state) ? t('Nothing would be written so far') : t('Comparing both sides…')
          }
          text={state ? sayNothingHeld(state, conflicts) : ''}
        />
      )}
      {rows.total !== null && rows.total > 0 && (
        <div className="tb-table-room">
          <VirtualTable
            label={t('Held back')}
            columns={columns}
            total={rows.total}
            rowAt={rows.rowAt}
            needRows={rows.needRows}
            listNumber={rows.listNumber}
            leastWidth={LEAST_WIDTH_PIXELS}
            rowHeight={ROW_PIXELS}
            onOpen={open}
          />
        </div>
      )}
    </>
  );
}
