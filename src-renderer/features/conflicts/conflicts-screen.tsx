import { Kbd, Stack, Text } from '@mantine/core';
import { CircleCheck, PlugZap } from 'lucide-react';
import { useEffect, useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { nameFields } from '../../components/field-name.ts';
import { FilterChips } from '../../components/filter-chips.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { t } from '../../i18n/i18n.ts';
import { Trans } from '../../i18n/trans.tsx';
import { useConflicts } from '../../state/conflicts.ts';
import { usePractice } from '../../state/practice.ts';
import { useStatus } from '../../state/status.ts';
import { openSetup } from '../setup/open-setup.ts';
import { BulkBar } from './bulk-bar.tsx';
import { BulkDialog, type BulkQuestion } from './bulk-dialog.tsx';
import { ClashButton } from './clash-button.tsx';
import { ConflictList } from './conflict-list.tsx';
import './conflicts.css';
import { CHOICE_TONE } from '../../components/conflict-face.ts';
import { RuleList } from './rule-list.tsx';

const LEAD = t(
  'Fields that were changed on both sides to different values. Until you decide, each side keeps its own; everything else of the product goes on.',
);

/** What only a person can decide. */
export function ConflictsScreen() {
  const isSetUp = useStatus((s) => s.status === null || s.status.mode !== 'setup');
  return (
    <Screen title={t('Conflicts')} lead={LEAD}>
      {isSetUp ? (
        <ConflictsContent />
      ) : (
        <div className="tb-card">
          <EmptyState
            icon={PlugZap}
            title={t('Connect both sides first')}
            text={t(
              'Conflicts can only come up between a till and a store. Practice ones are ready on this computer.',
            )}
            action={{ word: t('Open the setup'), act: () => openSetup(0) }}
          />
        </div>
      )}
    </Screen>
  );
}

function ConflictsContent() {
  const { conflicts, total, fields, field, failure, load, loadRules, setField } = useConflicts();
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  useEffect(() => {
    void load();
    void loadRules();
  }, [load, loadRules]);
  const chips = fields.map(({ field: key, count }) => ({
    key,
    count,
    word: capitalize(nameFields(key)),
    tone: CHOICE_TONE,
  }));
  const only = fields.length === 1 ? fields[0]?.field : undefined;
  const bulk = fields.find((one) => one.field === (field ?? only));
  return (
    <Stack gap="lg">
      {failure && (
        <FailureNotice failure={failure} action={{ word: t('Try again'), act: () => void load() }} />
      )}
      {conflicts === null && !failure && <LoadingState text={t('Reading the conflicts…')} />}
      <Outcome />
      {fields.length > 0 && (
        <Stack gap="sm">
          <FilterChips label={t('Show only')} chips={chips} chosen={field} choose={setField} />
          <KeyHelp isManyFields={fields.length > 1 && field === null} />
        </Stack>
      )}
      {bulk && bulk.count > 1 && (
        <BulkBar
          key={bulk.field}
          field={bulk.field}
          ask={(take, isAlways) => setQuestion({ field: bulk.field, take, isAlways })}
        />
      )}
      {conflicts !== null && total === 0 && !failure && <NoConflicts />}
      {conflicts !== null && total > 0 && (
        <ConflictList conflicts={conflicts} total={total} ask={setQuestion} />
      )}
      <RuleList />
      <BulkDialog question={question} close={() => setQuestion(null)} />
    </Stack>
  );
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What came of the newest answer for many. */
function Outcome() {
  const { resolved, bulkFailure } = useConflicts();
  return (
    <>
      {bulkFailure && <FailureNotice failure={bulkFailure} />}
      {resolved !== null && (
        <Text role="status" className="tb-tone tb-notice" data-tone="good">
          {t(
            '{{count, number}} conflicts are decided; the next sync writes what you chose. It can be undone under Import, Earlier.',
            { count: resolved },
          )}
        </Text>
      )}
    </>
  );
}

const KEYS = {
  j: <Kbd size="xs">j</Kbd>,
  k: <Kbd size="xs">k</Kbd>,
  one: <Kbd size="xs">1</Kbd>,
  two: <Kbd size="xs">2</Kbd>,
};

const KeyHelp = ({ isManyFields }: { readonly isManyFields: boolean }) => (
  <Text size="sm" c="dimmed">
    <Trans
      i18nKey="<j/> <k/> move, <one/> takes the till’s, <two/> the store’s. What you decide can be undone under Import, Earlier."
      components={KEYS}
    />
    {isManyFields && ` ${t('Choose a field above to answer all of its conflicts at once.')}`}
  </Text>
);

function NoConflicts() {
  const isPractice = useStatus((s) => s.status?.mode === 'practice');
  return (
    <div className="tb-card">
      <EmptyState
        icon={CircleCheck}
        title={t('No conflicts')}
        text={t(
          'Where both sides were changed, they agree. A conflict comes up when somebody changes the same field at the till and in the store before the two have met.',
        )}
      />
      {isPractice && <PracticeClash />}
    </div>
  );
}

/** A conflict to practise with comes up within seconds. */
function PracticeClash() {
  const { deeds, failure } = usePractice();
  return (
    <Stack align="center" gap="sm" pb="lg">
      <ClashButton />
      {failure && <FailureNotice failure={failure} />}
      <div role="status">{deeds[0] && <Text size="sm">{deeds[0].what}</Text>}</div>
    </Stack>
  );
}
