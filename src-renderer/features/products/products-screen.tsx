import { Stack } from '@mantine/core';
import { PackagePlus } from 'lucide-react';
import type { LinkStatusShape } from '../../../src-preload/contract/shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PRODUCT_STATUS } from '../../components/product-status.tsx';
import { Screen } from '../../components/screen.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import { useStatus } from '../../state/status.ts';
import { openSetup } from '../setup/open-setup.ts';
import { DraftsNotice } from './drafts-notice.tsx';
import { ParkedCard } from './parked-card.tsx';
import { ProductDrawer } from './product-drawer.tsx';
import { ProductTable } from './product-table.tsx';

const STATUSES: readonly LinkStatusShape[] = ['synced', 'waiting', 'error', 'conflict', 'deleted'];
const LEAD = 'Everything that is linked between the till and the store, with what was last agreed.';

/** Every linked product, and all about one of them. */
export function ProductsScreen() {
  const status = useStatus((s) => s.status);
  const failure = useStatus((s) => s.failure);
  const load = useStatus((s) => s.load);
  return (
    <Screen title="Products" lead={LEAD}>
      <ParkedCard />
      {status && status.mode !== 'setup' && <DraftsNotice />}
      {status && <ProductsContent counts={status.products} isSetUp={status.mode !== 'setup'} />}
      {!status && failure && (
        <FailureNotice failure={failure} action={{ word: 'Try again', act: () => void load() }} />
      )}
      {!status && !failure && <LoadingState text="Asking how things stand…" />}
      <ProductDrawer />
    </Screen>
  );
}

interface ContentProps {
  readonly counts: Readonly<Partial<Record<LinkStatusShape, number>>>;
  readonly isSetUp: boolean;
}

function ProductsContent({ counts, isSetUp }: ContentProps) {
  const { search, status, setSearch, setStatus } = useProducts();
  const all = STATUSES.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  if (all === 0) return <NoProducts isSetUp={isSetUp} />;
  const chips = STATUSES.map((key) => ({ key, count: counts[key] ?? 0, ...PRODUCT_STATUS[key] }));
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label="Products">
      <FilterChips
        label="Show only"
        chips={chips.filter(({ key, count }) => count > 0 || key === status)}
        chosen={status}
        choose={setStatus}
      />
      <SearchField label="Search name, SKU or id" value={search} change={setSearch} />
      <ProductTable all={all} />
    </Stack>
  );
}

function NoProducts({ isSetUp }: Pick<ContentProps, 'isSetUp'>) {
  return (
    <div className="tb-card">
      <EmptyState
        icon={PackagePlus}
        title="No products yet"
        text={
          isSetUp
            ? 'Products appear here once an import has linked the till’s items with the store’s products.'
            : 'Connect a till and a store first; practice ones are ready on this computer.'
        }
        action={
          isSetUp
            ? { word: 'Go to Import', act: () => navigate('import') }
            : { word: 'Open the setup', act: () => openSetup(0) }
        }
      />
    </div>
  );
}
