import { useDebouncedValue } from '@mantine/hooks';
import { SearchX } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { ProductShape } from '../../../src-preload/contract/shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PRODUCT_STATUS } from '../../components/product-status.tsx';
import { usePagedRows } from '../../components/use-paged-rows.ts';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import { fetchProducts, type ProductFilter, useProducts } from '../../state/products.ts';
import { useStatus } from '../../state/status.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { listProductColumns } from './product-columns.tsx';

const TYPING_MS = 120;
const LEAST_WIDTH_PIXELS = 890;

/** The products that the filter finds. @param all how many there are without it */
export function ProductTable({ all }: { readonly all: number }) {
  const { sort, isDescending, version, sortBy, open } = useProducts();
  const filter = useProductFilter();
  const fetchPage = useCallback(
    (offset: number, limit: number) => fetchProducts({ ...filter, limit, offset }),
    [filter],
  );
  const rows = usePagedRows(fetchPage, version);
  const choice = useChoice();
  const till = useStatus((s) => s.status?.till?.currency ?? '');
  const store = useStatus((s) => s.status?.store?.currency ?? '');
  const columns = useMemo(() => listProductColumns({ till, store }, choice), [till, store, choice]);
  return (
    <>
      {rows.failure && (
        <FailureNotice failure={rows.failure} action={{ word: t('Try again'), act: rows.retry }} />
      )}
      {rows.total === null && !rows.failure && <LoadingState text={t('Reading the products…')} />}
      {rows.total === 0 && <NothingFound filter={filter} />}
      {rows.total !== null && rows.total > 0 && (
        <>
          <ChoiceBar filter={filter} total={rows.total} all={all} />
          <div className="tb-table-room">
            <VirtualTable
              label={t('Products')}
              columns={columns}
              total={rows.total}
              rowAt={rows.rowAt}
              needRows={rows.needRows}
              listNumber={rows.listNumber}
              leastWidth={LEAST_WIDTH_PIXELS}
              choice={choice}
              sort={{ by: sort, isDescending, change: sortBy }}
              onOpen={(product) => void open(product)}
            />
          </div>
        </>
      )}
    </>
  );
}

/** Changes only when other products are to be shown: not with each key that is pressed. */
function useProductFilter(): ProductFilter {
  const { search, status, sort, isDescending } = useProducts();
  const [wanted] = useDebouncedValue(search.trim(), TYPING_MS);
  return useMemo(
    () => ({
      sort,
      isDescending,
      ...(wanted === '' ? {} : { search: wanted }),
      ...(status === null ? {} : { status }),
    }),
    [sort, isDescending, wanted, status],
  );
}

function useChoice() {
  const chosen = useProducts((s) => s.chosen);
  const toggleChosen = useProducts((s) => s.toggleChosen);
  return useMemo(
    () => ({
      isChosen: ({ linkId }: ProductShape) => chosen.has(linkId),
      toggle: ({ linkId }: ProductShape) => toggleChosen(linkId),
    }),
    [chosen, toggleChosen],
  );
}

function NothingFound({ filter }: { readonly filter: ProductFilter }) {
  const { setSearch, setStatus } = useProducts();
  const showAll = (): void => {
    setSearch('');
    setStatus(null);
  };
  return (
    <div role="status">
      <EmptyState
        icon={SearchX}
        title={t('Nothing found')}
        text={sayNothingFound(filter)}
        action={{ word: t('Show all products'), act: showAll }}
      />
    </div>
  );
}

function sayNothingFound({ search, status }: ProductFilter): string {
  const state = status ? PRODUCT_STATUS[status].word : '';
  if (!search)
    return status ? t('No product is in the state “{{state}}”.', { state }) : t('No product is linked.');
  return status
    ? t('No product in the state “{{state}}” has “{{search}}” in its name or SKU, or as its id.', {
        state,
        search,
      })
    : t('No product has “{{search}}” in its name or SKU, or as its id.', { search });
}
