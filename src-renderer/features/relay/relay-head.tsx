import { Group, Stack, Text, Title } from '@mantine/core';
import { RadioTower } from 'lucide-react';
import type { HubFactsShape, HubStateShape } from '../../../src-preload/contract/hub-channels.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { useHubDesk } from '../../state/hub-desk.ts';
import { RelayBadges } from './relay-badges.tsx';
import { RelayConnectForm } from './relay-connect-form.tsx';
import { RelayEnd } from './relay-end.tsx';
import { chooseTrouble, isPairingLost } from './relay-words.ts';

/** Who it is and how it stands; the form where this PC is not paired, or no longer. */
export function RelayHead() {
  const hub = useHub((s) => s.hub);
  const retry = useHub((s) => s.retry);
  const facts = useHubDesk((s) => s.facts);
  if (!hub) return null;
  const { relay } = hub;
  const trouble = chooseTrouble(hub);
  const isLost = isPairingLost(hub);
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Relay')} data-setting="relay">
      <Group justify="space-between">
        <Group gap="sm">
          <RadioTower size={20} aria-hidden />
          <Title order={2}>{t('Relay')}</Title>
        </Group>
        <RelayBadges hub={hub} />
      </Group>
      <HelpText>
        {t(
          'A relay is a small server on the internet. The till and the store tell it of each change, and it wakes this PC, so changes travel within two seconds. It never sees the till’s token or what is in an order. Without one everything works, a little slower.',
        )}
      </HelpText>
      {relay && (
        <>
          <Text fw={600}>{relay.shopName}</Text>
          <Facts facts={[...listPlace(relay, hub.writer), ...listHooks(facts)]} />
        </>
      )}
      {trouble && (
        <FailureNotice
          failure={trouble}
          tone="waiting"
          {...(isLost ? {} : { action: { word: t('Try again now'), act: () => void retry() } })}
        />
      )}
      {(!relay || isLost) && <RelayConnectForm />}
      {relay && <RelayEnd name={relay.shopName} />}
    </Stack>
  );
}

const listPlace = (
  { url, deviceName }: NonNullable<HubStateShape['relay']>,
  writer: string | null,
): Fact[] => [
  [t('Address'), url],
  [t('Name of this PC'), deviceName],
  ...(writer === null ? [] : ([[t('Writes'), writer]] as const)),
];

/** As the relay says, also of the time before this PC was started. */
function listHooks(facts: HubFactsShape | null): Fact[] {
  if (!facts) return [];
  const showWhen = (atMs: number | null) => (atMs === null ? t('nothing yet') : <TimeAgo atMs={atMs} />);
  return [
    [t('Heard from till'), showWhen(facts.lastHookMs.till)],
    [t('Heard from store'), showWhen(facts.lastHookMs.store)],
  ];
}
