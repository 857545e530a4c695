import { List, Stack, Text, Title } from '@mantine/core';
import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import { useSettings } from '../../state/settings.ts';
import { useStatus } from '../../state/status.ts';
import { makePlan } from '../home/sync-now.ts';
import { SYNC_FIELDS } from '../settings/setting-tabs.ts';
import { nameChoice } from '../settings/setting-words.ts';
import { isReadyToPlan } from './list-checks.ts';
import { StepActions } from './step-actions.tsx';

/** What was chosen in short, and the way to the first plan. */
export function PlanStep() {
  const status = useStatus((s) => s.status);
  const settings = useSettings((s) => s.settings);
  const read = (key: string): string => settings?.get(key)?.value ?? '';
  const kept = SYNC_FIELDS.filter((field) => read(`sync.field.${field}`) === 'on');
  const list = (owner: string): string =>
    kept
      .filter((field) => read(`sync.owner.${field}`) === owner)
      .map((field) => FIELD_WORDS[field])
      .join(', ') || 'nothing';
  return (
    <Stack className="tb-card" gap="md" maw={760}>
      <Title order={2}>Plan and go live</Title>
      {status?.till && status.store && (
        <Text>
          <strong>{status.till.name}</strong> and <strong>{status.store.name}</strong> will be kept in step.
        </Text>
      )}
      <List spacing={6}>
        <List.Item>The till wins first for: {list('till')}.</List.Item>
        <List.Item>The store wins first for: {list('store')}.</List.Item>
        <List.Item>
          {read('sync.direction') === 'store-to-till'
            ? 'The first plan brings the store’s products onto the till.'
            : 'The first plan brings the till’s items into the store.'}{' '}
          After that, changes go: {nameChoice('sync.direction', read('sync.direction')).toLowerCase()}.
        </List.Item>
        <List.Item>
          New products are: {nameChoice('import.status', read('import.status')).toLowerCase()}.
        </List.Item>
      </List>
      <Text>
        The plan shows each product and what would be done to it. You approve it on the next screen; until
        then nothing is written, and an import can be undone.
      </Text>
      <StepActions
        word="Make the plan"
        isDisabled={status === null || !isReadyToPlan(status)}
        act={makePlan}
      />
    </Stack>
  );
}
