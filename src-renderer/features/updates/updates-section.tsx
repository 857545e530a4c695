import { Button, Group, NativeSelect, Progress, Stack, Text, Title } from '@mantine/core';
import type { UpdateStateShape } from '../../../src-preload/contract/update-channels.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useUpdates } from '../../state/updates.ts';
import { ReleaseNotes } from './release-notes.tsx';
import { sayUpdate } from './update-words.ts';

/** Which version runs, what is newer, and when it is installed. */
export function UpdatesSection() {
  const { update, failure } = useUpdates();
  if (!update) return failure && <FailureNotice failure={failure} />;
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Updates')} data-setting="updates">
      <Stack gap={4}>
        <Title order={2}>{t('Updates')}</Title>
        <Text>{t('This is version {{version}}.', { version: update.version })}</Text>
      </Stack>
      {update.isAvailable ? (
        <OwnUpdates update={update} />
      ) : (
        <HelpText>
          {t('Updates come with the installed app. This window belongs to a copy that was not installed.')}
        </HelpText>
      )}
      {failure && <FailureNotice failure={failure} />}
    </Stack>
  );
}

function OwnUpdates({ update }: { readonly update: UpdateStateShape }) {
  const choose = useUpdates((s) => s.choose);
  const { tone, word, text } = sayUpdate(update);
  return (
    <>
      <Stack gap={6}>
        {/* Not each percent is to be read out. */}
        <Group gap="sm" {...(update.phase === 'downloading' ? {} : { role: 'status' })}>
          <StatusBadge tone={tone} word={word} />
          {update.checkedMs !== null && (
            <Text size="sm" c="dimmed">
              {t('Last checked')} <TimeAgo atMs={update.checkedMs} />
            </Text>
          )}
        </Group>
        {text !== '' && <HelpText>{text}</HelpText>}
      </Stack>
      {update.phase === 'downloading' && (
        <Progress value={update.percent ?? 0} aria-label={t('How much of the update has arrived')} />
      )}
      {update.failure && (
        <FailureNotice failure={update.failure} tone={update.phase === 'refused' ? 'bad' : 'waiting'} />
      )}
      {update.offer && <ReleaseNotes offer={update.offer} />}
      <Actions phase={update.phase} />
      <NativeSelect
        label={t('Versions')}
        description={t(
          'Beta brings new things earlier, and now and then a mistake. It is kept for this computer.',
        )}
        value={update.channel}
        disabled={update.phase === 'installing'}
        onChange={(event) => void choose(event.currentTarget.value === 'beta' ? 'beta' : 'stable')}
        data={[
          { value: 'stable', label: t('Stable') },
          { value: 'beta', label: t('Beta') },
        ]}
        maw={360}
      />
    </>
  );
}

function Actions({ phase }: Pick<UpdateStateShape, 'phase'>) {
  const { check, install } = useUpdates();
  if (phase === 'installing') return null;
  if (phase === 'waiting')
    return (
      <Group>
        <Button variant="default" onClick={() => void install(false)}>
          {t('Install later')}
        </Button>
      </Group>
    );
  const isUnderWay = phase === 'checking' || phase === 'downloading';
  return (
    <Group>
      {phase === 'ready' && (
        <Button onClick={() => void install(true)}>{t('Install now and restart')}</Button>
      )}
      <Button
        variant="default"
        loading={phase === 'checking'}
        disabled={isUnderWay}
        onClick={() => void check()}
      >
        {t('Check for updates')}
      </Button>
    </Group>
  );
}
