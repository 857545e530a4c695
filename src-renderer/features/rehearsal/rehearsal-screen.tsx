import { Button, List, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Download, PlugZap, Square } from 'lucide-react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/i18n.ts';
import { useRehearsal } from '../../state/rehearsal.ts';
import { useSettings } from '../../state/settings.ts';
import { useStatus } from '../../state/status.ts';
import { downloadFile } from '../log/download-file.ts';
import { openSetup } from '../setup/open-setup.ts';
import { HeldDrawer } from './held-drawer.tsx';
import { HeldTable } from './held-table.tsx';
import { FLAG_FACES, FLAGS, KIND_FACES, KINDS } from './held-words.ts';
import { RehearsalNotes } from './rehearsal-notes.tsx';

/** Everything runs against the real till and the real store, and nothing is written to either. */
export function RehearsalScreen() {
  const { state, failure, load } = useRehearsal();
  const isSetUp = useStatus((s) => s.status === null || (s.status.till !== null && s.status.store !== null));
  const isOn = (state?.startedMs ?? null) !== null;
  return (
    <Screen
      title={t('Rehearsal')}
      lead={t(
        'Tillbridge runs against your till and your store, and writes to neither. You read what it would have done.',
      )}
      actions={isOn && <RehearsalActions />}
    >
      {failure && <FailureNotice failure={failure} />}
      {!state && !failure && <LoadingState text={t('Opening…')} />}
      {!state && failure && (
        <Button variant="default" onClick={() => void load()}>
          {t('Try again')}
        </Button>
      )}
      {state && isOn && <Held />}
      {state && !isOn && isSetUp && <Beginning />}
      {state && !isOn && !isSetUp && (
        <div className="tb-card">
          <EmptyState
            icon={PlugZap}
            title={t('Connect both sides first')}
            text={t('A rehearsal reads a till and a store.')}
            action={{ word: t('Open the setup'), act: () => openSetup(0) }}
          />
        </div>
      )}
      <HeldDrawer />
    </Screen>
  );
}

const ORDERS_WAIT = {
  code: '',
  message: t('Web orders wait while it runs.'),
  hint: t(
    'No web order reaches the till or the kitchen before you end it. Begin in a quiet hour, or look into the store’s orders meanwhile.',
  ),
};

function Beginning() {
  const { doing, start } = useRehearsal();
  const hasOrders = useSettings((s) => s.settings?.get('orders.enabled')?.value !== 'off');
  return (
    <Stack component="section" className="tb-card" gap="md" maw={760} aria-label={t('Begin a rehearsal')}>
      <Title order={2}>{t('See it all happen before anything does')}</Title>
      <List spacing={6}>
        <List.Item>{t('Both sides are read as ever: imports, changes, sales and web orders.')}</List.Item>
        <List.Item>
          {t('Each write is noted with what, where, from, to and why, and then held back.')}
        </List.Item>
        <List.Item>
          {t('While it is on, nothing else is written either: the sync and web orders wait.')}
        </List.Item>
        <List.Item>
          {t('End it whenever you like. It leaves no trace, and the sync goes on from where it was.')}
        </List.Item>
      </List>
      {hasOrders && <FailureNotice failure={ORDERS_WAIT} tone="waiting" />}
      <div>
        <Button loading={doing === 'start'} onClick={() => void start()}>
          {t('Begin the rehearsal')}
        </Button>
      </div>
    </Stack>
  );
}

function RehearsalActions() {
  const { doing, stop, exportCsv } = useRehearsal();
  const [isAsking, { open, close }] = useDisclosure(false);
  const nowMs = useNow();
  const keep = async (): Promise<void> => {
    const text = await exportCsv();
    const day = new Date(nowMs).toISOString().slice(0, 10);
    if (text !== null) downloadFile({ name: `rehearsal-${day}.csv`, type: 'text/csv', text });
  };
  return (
    <>
      <Button variant="default" leftSection={<Download size={16} aria-hidden />} onClick={() => void keep()}>
        {t('Export CSV')}
      </Button>
      <Button leftSection={<Square size={16} aria-hidden />} onClick={open}>
        {t('End the rehearsal…')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('End the rehearsal?')}
        text={t(
          'The list below is forgotten; export it first if you want to keep it. From then on Tillbridge writes again, and what waits is written now.',
        )}
        word={t('End it and write')}
        isBusy={doing === 'stop'}
        confirm={() => void stop().then(close)}
        close={close}
      />
    </>
  );
}

function Held() {
  const { state, side, kind, flag, search, choose } = useRehearsal();
  const counts = state?.counts;
  return (
    <Stack gap="lg">
      <RehearsalNotes />
      <Stack component="section" className="tb-card" gap="md" aria-label={t('Held back')}>
        {counts && counts.total > 0 && (
          <>
            <SegmentedControl
              aria-label={t('Show only')}
              value={side ?? 'both'}
              onChange={(value) => choose({ side: value === 'till' || value === 'store' ? value : null })}
              data={[
                { value: 'both', label: t('Both sides') },
                { value: 'till', label: t('To the till: {{number}}', { number: counts.sides.till }) },
                { value: 'store', label: t('To the store: {{number}}', { number: counts.sides.store }) },
              ]}
            />
            <FilterChips
              label={t('Show only')}
              chips={KINDS.map((key) => ({ key, count: counts.kinds[key] ?? 0, ...KIND_FACES[key] })).filter(
                ({ key, count }) => count > 0 || key === kind,
              )}
              chosen={kind}
              choose={(chosen) => choose({ kind: chosen })}
            />
            <FilterChips
              label={t('Worth a look')}
              chips={FLAGS.map((key) => ({ key, count: counts.flags[key] ?? 0, ...FLAG_FACES[key] })).filter(
                ({ key, count }) => count > 0 || key === flag,
              )}
              chosen={flag}
              choose={(chosen) => choose({ flag: chosen })}
            />
            <SearchField
              label={t('Search by name, SKU or order')}
              value={search}
              change={(value) => choose({ search: value })}
            />
          </>
        )}
        <HeldTable />
      </Stack>
      {counts && counts.linked > 0 && (
        <Text c="dimmed">
          {t('{{count}} pairs were found on both sides and need no write.', { count: counts.linked })}
        </Text>
      )}
    </Stack>
  );
}
