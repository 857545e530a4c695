import { List, Stack, Text, Title } from '@mantine/core';
import { nameField } from '../../components/field-name.ts';
import { inMidSentence } from '../../components/mid-sentence.ts';
import { t } from '../../i18n/i18n.ts';
import { Trans } from '../../i18n/trans.tsx';
import { useSettings } from '../../state/settings.ts';
import { useStatus } from '../../state/status.ts';
import { makePlan } from '../home/sync-now.ts';
import { RehearseFirst } from '../rehearsal/rehearse-first.tsx';
import { SYNC_FIELDS } from '../settings/setting-tabs.ts';
import { nameChoice } from '../settings/setting-words.ts';
import { isReadyToPlan } from './list-checks.ts';
import { StepActions } from './step-actions.tsx';

/** What was chosen in short, and the way to the first plan. */
export function PlanStep() {
  const status = useStatus((s) => s.status);
  const settings = useSettings((s) => s.settings);
  const read = (key: string): string => settings?.get(key)?.value ?? '';
  const nameChosen = (key: string): string => inMidSentence(nameChoice(key, read(key)));
  const kept = SYNC_FIELDS.filter((field) => read(`sync.field.${field}`) === 'on');
  const list = (owner: string): string =>
    kept
      .filter((field) => read(`sync.owner.${field}`) === owner)
      .map((field) => nameField(field))
      .join(', ') || t('nothing');
  return (
    <Stack className="tb-card" gap="md" maw={760}>
      <Title order={2}>{t('Plan and go live')}</Title>
      {status?.till && status.store && (
        <Text>
          <Trans
            i18nKey="<b>{{till}}</b> and <b>{{store}}</b> will be kept in step."
            values={{ till: status.till.name, store: status.store.name }}
            components={{ b: <strong /> }}
          />
        </Text>
      )}
      <List spacing={6}>
        <List.Item>{t('The till wins first for: {{fields}}.', { fields: list('till') })}</List.Item>
        <List.Item>{t('The store wins first for: {{fields}}.', { fields: list('store') })}</List.Item>
        <List.Item>
          {t(
            read('sync.direction') === 'store-to-till'
              ? 'The first plan brings the store’s products onto the till.'
              : 'The first plan brings the till’s items into the store.',
          )}{' '}
          {t('After that, changes go: {{direction}}.', { direction: nameChosen('sync.direction') })}
        </List.Item>
        <List.Item>{t('New products are: {{status}}.', { status: nameChosen('import.status') })}</List.Item>
      </List>
      <Text>
        {t(
          'The plan shows each product and what would be done to it. You approve it on the next screen; until then nothing is written, and an import can be undone.',
        )}
      </Text>
      <RehearseFirst />
      <StepActions
        word={t('Make the plan')}
        isDisabled={status === null || !isReadyToPlan(status)}
        act={makePlan}
      />
    </Stack>
  );
}
