import { Anchor, Button, Group, Menu, Progress, Stack, Text, Title } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import type { SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import { PACE_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatCount } from '../../components/money.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatDuration, formatMoment, TimeAgo } from '../../components/time.tsx';
import { t, tell } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useSync } from '../../state/sync.ts';
import { chooseSyncWord, sayQuota, sayResult } from './sync-words.ts';

const PAUSES = [
  { minutes: 15, word: t('Pause for 15 minutes') },
  { minutes: 60, word: t('Pause for 1 hour') },
  { minutes: 240, word: t('Pause for 4 hours') },
];

/** Read by then; later it would pass for how things are now. */
const RESULT_SHOWN_MS = 20_000;

export interface SyncCardProps {
  readonly sync: SyncStateShape;
  readonly status: Pick<StatusShape, 'queue' | 'reach'>;
}

/** How the sync goes on by itself: when it last looked, how often, what waits, and a pause. */
export function SyncCard({ sync, status }: SyncCardProps) {
  const { isSyncing, result, failure, syncOnce, forgetResult } = useSync();
  const { start, clear } = useTimeout(forgetResult, RESULT_SHOWN_MS);
  useEffect(() => {
    if (result) start();
    return clear;
  }, [result, start, clear]);
  // Nor does it wait for whoever comes back.
  useEffect(() => forgetResult, [forgetResult]);
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Sync')}>
      <Group justify="space-between">
        <Title order={2}>{t('Sync')}</Title>
        <StatusBadge {...chooseSyncWord(sync, isSyncing, status.reach)} />
      </Group>
      {failure && <FailureNotice failure={failure} />}
      {result && <Text role="status">{sayResult(result)}</Text>}
      <Facts facts={listFacts(sync, status.queue)} />
      <Group gap="sm">
        <PauseControl pausedUntilMs={sync.pausedUntilMs} />
        <Button variant="default" size="xs" disabled={isSyncing} onClick={() => void syncOnce(true)}>
          {t('Compare everything now')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => navigate('settings', 'advanced')}>
          {t('Change how often')}
        </Anchor>
      </Group>
    </Stack>
  );
}

function listFacts(sync: SyncStateShape, queue: StatusShape['queue']): Fact[] {
  const waiting = queue.waiting + queue.running + queue.unknown;
  return [
    [t('Last look'), sync.lastPassMs === null ? t('not yet') : <TimeAgo key="last" atMs={sync.lastPassMs} />],
    [t('Looks'), sync.pausedUntilMs === null ? sayLooks(sync) : t('paused')],
    [t('Waiting'), sayWaiting(waiting, queue.oldestSeconds)],
    [
      t('Requests'),
      <Stack key="quota" gap={4} maw={320}>
        <span>{sayQuota(sync.quotaPercent)}</span>
        <Progress
          value={sync.quotaPercent}
          size="sm"
          aria-label={t('Share of the till’s limit that is used')}
        />
      </Stack>,
    ],
  ];
}

/** While changes come in, there is no wait in between. */
const sayLooks = ({ everySeconds, pace }: SyncStateShape): string =>
  everySeconds < 1
    ? t('again at once, since something has just changed')
    : t('every {{duration}}, {{why}}', {
        duration: formatDuration(everySeconds),
        why: tell(PACE_WORDS[pace]),
      });

function sayWaiting(count: number, oldestSeconds: number | null): string {
  if (count === 0) return t('nothing');
  const number = formatCount(count);
  return oldestSeconds === null
    ? t('{{number}} changes', { count, number })
    : t('{{number}} changes, the oldest for {{duration}}', {
        count,
        number,
        duration: formatDuration(oldestSeconds),
      });
}

function PauseControl({ pausedUntilMs }: { readonly pausedUntilMs: number | null }) {
  const pause = useSync((s) => s.pause);
  if (pausedUntilMs !== null)
    return (
      <Group gap="sm">
        <Text size="sm">{t('Paused until {{moment}}.', { moment: formatMoment(pausedUntilMs) })}</Text>
        <Button size="xs" leftSection={<Play size={14} aria-hidden />} onClick={() => void pause(0)}>
          {t('Go on')}
        </Button>
      </Group>
    );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<Pause size={14} aria-hidden />}>
          {t('Pause…')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PAUSES.map(({ minutes, word }) => (
          <Menu.Item key={minutes} onClick={() => void pause(minutes)}>
            {word}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
