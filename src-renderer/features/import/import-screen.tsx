import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { useStatus } from '../../state/status.ts';
import { openSetup } from '../setup/open-setup.ts';
import { PlanView } from './plan-view.tsx';
import { ProgressView } from './progress-view.tsx';
import { ResultView } from './result-view.tsx';
import { RunHistory } from './run-history.tsx';
import { StartView } from './start-view.tsx';

const LEAD = t(
  'Compares the till and the store, and writes what differs once you approve it. What was written, also by the sync, can be undone here.',
);

/** Plan, approve, watch, and undo. */
export function ImportScreen() {
  const { status, failure, load } = useStatus();
  if (status) return <ImportContent status={status} />;
  return (
    <Screen title={t('Import')} lead={LEAD}>
      {failure ? (
        <FailureNotice failure={failure} action={{ word: t('Try again'), act: () => void load() }} />
      ) : (
        <LoadingState text={t('Asking how things stand…')} />
      )}
    </Screen>
  );
}

function ImportContent({ status }: { readonly status: StatusShape }) {
  const { plan, result, progress, isBusy, failure, loadRuns, makePlan } = useImport();
  const isUnderWay = isBusy || progress !== null || status.activeRunId !== null;
  useEffect(() => void loadRuns(), [loadRuns]);
  if (status.mode === 'setup')
    return (
      <Screen title={t('Import')} lead={LEAD}>
        <div className="tb-card">
          <EmptyState
            icon={RefreshCw}
            title={t('Connect both sides first')}
            text={t('An import needs a till and a store. Practice ones are ready on this computer.')}
            action={{ word: t('Open the setup'), act: () => openSetup(0) }}
          />
        </div>
      </Screen>
    );
  return (
    <Screen
      title={t('Import')}
      lead={LEAD}
      actions={
        (plan !== null || result !== null) &&
        !isUnderWay && (
          <Button
            variant="default"
            leftSection={<RefreshCw size={16} aria-hidden />}
            onClick={() => void makePlan()}
          >
            {t('Make a new plan')}
          </Button>
        )
      }
    >
      {failure && <FailureNotice failure={failure} />}
      {isUnderWay ? (
        <ProgressView />
      ) : plan ? (
        <PlanView plan={plan} status={status} />
      ) : result ? (
        <ResultView result={result} />
      ) : (
        <StartView status={status} />
      )}
      {!isUnderWay && plan === null && <RunHistory />}
    </Screen>
  );
}
