import { Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { RadioTower } from 'lucide-react';
import type { HubStateShape } from '../../../src-preload/contract/hub-channels.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatDuration, TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { navigate } from '../../state/navigation.ts';
import { useSync } from '../../state/sync.ts';
import { RelayBadges } from './relay-badges.tsx';
import { chooseTrouble, hasLink } from './relay-words.ts';

const openRelay = (): void => navigate('settings', 'connections', 'relay');

/** On Home beside till and store: who wakes this PC, and whether it does. Without a relay, one quiet line. */
export function RelayCard() {
  const hub = useHub((s) => s.hub);
  const everySeconds = useSync((s) => s.sync?.everySeconds ?? null);
  if (!hub) return null;
  if (!hub.relay) return <NoRelay everySeconds={everySeconds} />;
  const trouble = chooseTrouble(hub);
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Relay')}>
      <Group justify="space-between">
        <Group gap="sm">
          <RadioTower size={20} aria-hidden />
          <Title order={2}>{t('Relay')}</Title>
        </Group>
        <RelayBadges hub={hub} />
      </Group>
      <Text fw={600}>{hub.relay.shopName}</Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xs" style={{ alignItems: 'start' }}>
        <Facts facts={listPlace(hub.relay)} />
        <Facts facts={listHints(hub, everySeconds)} />
      </SimpleGrid>
      {trouble && <FailureNotice failure={trouble} tone="waiting" />}
      <Group>
        <Button variant="default" size="xs" onClick={openRelay}>
          {t('Show the relay')}
        </Button>
      </Group>
    </Stack>
  );
}

const listPlace = ({ url, deviceName }: NonNullable<HubStateShape['relay']>): Fact[] => [
  [t('Address'), url.replace(/^https:\/\//, '')],
  [t('Name of this PC'), deviceName],
];

function listHints(hub: HubStateShape, everySeconds: number | null): Fact[] {
  const looks: Fact[] = everySeconds === null ? [] : [[t('Looks'), sayEvery(everySeconds)]];
  if (!hasLink(hub)) return looks;
  const showWhen = (atMs: number | null) => (atMs === null ? t('nothing yet') : <TimeAgo atMs={atMs} />);
  return [
    [t('Heard from till'), showWhen(hub.lastHintMs.till)],
    [t('Heard from store'), showWhen(hub.lastHintMs.store)],
    ...looks,
  ];
}

const sayEvery = (seconds: number): string =>
  seconds < 1 ? t('all the time just now') : t('by itself every {{time}}', { time: formatDuration(seconds) });

function NoRelay({ everySeconds }: { readonly everySeconds: number | null }) {
  return (
    <Text size="sm" c="dimmed">
      {everySeconds === null || everySeconds < 1
        ? t('No relay is connected, and none is needed: both sides are looked at.')
        : t('No relay is connected, and none is needed: both sides are looked at every {{time}}.', {
            time: formatDuration(everySeconds),
          })}{' '}
      <Anchor component="button" type="button" size="sm" onClick={openRelay}>
        {t('Connect a relay')}
      </Anchor>
    </Text>
  );
}
