import { Button, SimpleGrid, Stack } from '@mantine/core';
import { PlugZap, RefreshCw } from 'lucide-react';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { formatMoment } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useAlerts } from '../../state/alerts.ts';
import { useHub } from '../../state/hub.ts';
import { useImport } from '../../state/import.ts';
import { useOrders } from '../../state/orders.ts';
import { useStatus } from '../../state/status.ts';
import { isSafeMode, useSupport } from '../../state/support.ts';
import { useSync } from '../../state/sync.ts';
import { countLinked } from '../frame/count-linked.ts';
import { findUndoneImport } from '../import/say-undone.ts';
import { OrderCard } from '../orders/order-card.tsx';
import { RelayCard } from '../relay/relay-card.tsx';
import { FirstImport } from './first-import.tsx';
import { sayHome } from './home-sentence.ts';
import { listAlertNeeds, listNeeds } from './list-needs.ts';
import { LowStockCard } from './low-stock-card.tsx';
import { NeedsList } from './needs-list.tsx';
import { ProductCards } from './product-cards.tsx';
import { RunningCard } from './running-card.tsx';
import { SideCard } from './side-card.tsx';
import { StaffPanel } from './staff-panel.tsx';
import { SyncCard } from './sync-card.tsx';
import { syncNow } from './sync-now.ts';
import { UndoneImport } from './undone-import.tsx';

export function HomeScreen() {
  const { status, failure, load } = useStatus();
  if (status) return <HomeContent status={status} />;
  return (
    <Screen title={t('Home')}>
      {failure ? (
        <FailureNotice failure={failure} action={{ word: t('Try again'), act: () => void load() }} />
      ) : (
        <LoadingState text={t('Asking how things stand…')} />
      )}
    </Screen>
  );
}

function HomeContent({ status }: { readonly status: StatusShape }) {
  const unseen = useAlerts((s) => s.unseen);
  const sync = useSync((s) => s.sync);
  // The needs of web orders are told anew whenever they change.
  useOrders((s) => s.overview);
  useHub((s) => s.hub);
  const needs = listNeeds(status, sync, unseen ?? []);
  const alerts = listAlertNeeds(status, sync, unseen ?? []);
  const failure = useStatus((s) => s.failure);
  const isSafe = useSupport(isSafeMode);
  const isSetUp = status.mode !== 'setup';
  const isFirst = isSetUp && status.lastSyncMs === null && status.activeRunId === null;
  const undone = useImport((s) => findUndoneImport(s.runs));
  const isEmpty = isSetUp && countLinked(status) === 0 && status.activeRunId === null;
  const takenBack = isEmpty && !isFirst ? undone : null;
  const hasCatalog = isSetUp && !isFirst && takenBack === null;
  return (
    <Screen
      title={t('Home')}
      lead={
        isSafe
          ? t('Safe mode: nothing is kept in step.')
          : sayHome(status, sync, needs.length + alerts.length)
      }
      actions={isSetUp && <HomeActions isBusy={status.activeRunId !== null} />}
    >
      {failure && <FailureNotice failure={failure} tone="waiting" />}
      {isSetUp && sync?.pausedUntilMs != null && <PausedNotice untilMs={sync.pausedUntilMs} />}
      <NeedsList needs={needs} alerts={alerts} />
      {status.warnings.map((warning) => (
        <FailureNotice key={`${warning.code} ${warning.message}`} failure={warning} tone="waiting" />
      ))}
      {status.activeRunId !== null && <RunningCard />}
      {isFirst && <FirstImport />}
      {takenBack && <UndoneImport run={takenBack} />}
      <Stack gap="md" className="tb-home">
        {hasCatalog && status.activeRunId === null && <ProductCards status={status} />}
        {!isFirst && isSetUp && <OrderCard />}
        {hasCatalog && <LowStockCard />}
        {hasCatalog && sync && <SyncCard sync={sync} status={status} />}
        <SimpleGrid cols={{ base: 1, md: 2 }} className="tb-wide">
          <SideCard side="till" status={status} />
          <SideCard side="store" status={status} />
        </SimpleGrid>
        {isSetUp && <RelayCard />}
        {status.mode === 'practice' && <StaffPanel />}
      </Stack>
    </Screen>
  );
}

/** Forgotten, a pause is a till and a store that drift apart: the way on is at the top. */
function PausedNotice({ untilMs }: { readonly untilMs: number }) {
  const pause = useSync((s) => s.pause);
  return (
    <FailureNotice
      tone="waiting"
      failure={{
        code: '',
        message: t('The sync is paused until {{moment}}.', { moment: formatMoment(untilMs) }),
        hint: t('Changes on both sides are noted and wait; then they go over by themselves.'),
      }}
      action={{ word: t('Go on now'), act: () => void pause(0) }}
    />
  );
}

function HomeActions({ isBusy }: { readonly isBusy: boolean }) {
  const isTesting = useStatus((s) => s.isTesting);
  const isSyncing = useSync((s) => s.isSyncing);
  const test = useStatus((s) => s.test);
  return (
    <>
      <Button
        variant="default"
        leftSection={<PlugZap size={16} aria-hidden />}
        loading={isTesting}
        onClick={() => void test()}
      >
        {t('Test connection')}
      </Button>
      <Button
        leftSection={<RefreshCw size={16} aria-hidden />}
        disabled={isBusy}
        loading={isSyncing}
        onClick={syncNow}
      >
        {t('Sync now')}
      </Button>
    </>
  );
}
