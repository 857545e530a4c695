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
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import { useStatus } from '../../state/status.ts';
import { openSetup } from '../setup/open-setup.ts';
import { DraftsNotice } from './drafts-notice.tsx';
import { ParkedCard } from './parked-card.tsx';
import { ProductDrawer } from './product-drawer.tsx';
import { ProductTable } from './product-table.tsx';

const STATUSES: readonly LinkStatusShape[] = ['synced', 'waiting', 'error', 'conflict', 'deleted'];
const LEAD = t('Everything that is linked between the till and the store, with what was last agreed.');

/** Every linked product, and all about one of them. */
export function ProductsScreen() {
  const status = useStatus((s) => s.status);
  const failure = useStatus((s) => s.failure);
  const load = useStatus((s) => s.load);
  return (
    <Screen title={t('Products')} lead={LEAD}>
      <ParkedCard />
      {status && status.mode !== 'setup' && <DraftsNotice />}
      {status && <ProductsContent counts={status.products} isSetUp={status.mode !== 'setup'} />}
      {!status && failure && (
        <FailureNotice failure={failure} action={{ word: t('Try again'), act: () => void load() }} />
      )}
      {!status && !failure && <LoadingState text={t('Asking how things stand…')} />}
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
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Products')}>
      <FilterChips
        label={t('Show only')}
        chips={chips.filter(({ key, count }) => count > 0 || key === status)}
        chosen={status}
        choose={setStatus}
      />
      <SearchField label={t('Search name, SKU or id')} value={search} change={setSearch} />
      <ProductTable all={all} />
    </Stack>
  );
}

function NoProducts({ isSetUp }: Pick<ContentProps, 'isSetUp'>) {
  return (
    <div className="tb-card">
      <EmptyState
        icon={PackagePlus}
        title={t('No products yet')}
        text={
          isSetUp
            ? t('Products appear here once an import has linked the till’s items with the store’s products.')
            : t('Connect a till and a store first; practice ones are ready on this computer.')
        }
        action={
          isSetUp
            ? { word: t('Go to Import'), act: () => navigate('import') }
            : { word: t('Open the setup'), act: () => openSetup(0) }
        }
      />
    </div>
  );
}
