import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { MonitorUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { HubFactsShape } from '../../../src-preload/contract/hub-channels.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatMoment, TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { Trans } from '../../i18n/trans.tsx';
import { useHubDesk } from '../../state/hub-desk.ts';

type Device = HubFactsShape['devices'][number];

/** The PCs of this shop, and a code for one more. */
export function DeviceList() {
  const { facts, asking, refusals, loadFacts } = useHubDesk();
  useEffect(() => void loadFacts(), [loadFacts]);
  const refusal = refusals.get('facts') ?? refusals.get('revoke');
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('PCs of this shop')}>
      <Stack gap={4}>
        <Title order={2}>{t('PCs of this shop')}</Title>
        <HelpText>{t('One PC writes at a time; another takes over by itself when it is gone.')}</HelpText>
      </Stack>
      {!facts && !refusal && <LoadingState text={t('Asking the relay…')} />}
      {refusal && (
        <FailureNotice
          failure={refusal}
          tone="waiting"
          action={{ word: t('Ask again'), act: () => void loadFacts(), isBusy: asking.has('facts') }}
        />
      )}
      {facts && <Devices devices={facts.devices} />}
      <Invitation />
    </Stack>
  );
}

function Devices({ devices }: { readonly devices: readonly Device[] }) {
  const { asking, revoke } = useHubDesk();
  const [leaving, setLeaving] = useState<Device | null>(null);
  const close = (): void => setLeaving(null);
  return (
    <>
      <ul className="tb-lines" aria-label={t('Paired PCs')}>
        {devices.map((device) => (
          <DeviceLine key={device.id} device={device} revoke={() => setLeaving(device)} />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('End the pairing of {{name}}?', { name: leaving?.name ?? '' })}
        text={t(
          'That PC can no longer ask the relay anything, at once. To use it again, pair it with a new code.',
        )}
        word={t('End the pairing')}
        isDangerous
        isBusy={asking.has('revoke')}
        confirm={() => void (leaving && revoke(leaving.id).then(close))}
        close={close}
      />
    </>
  );
}

function DeviceLine({ device, revoke }: { readonly device: Device; readonly revoke: () => void }) {
  const { name, isThis, lastSeenMs } = device;
  return (
    <li>
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={2}>
          <Text fw={500}>{name}</Text>
          <Text size="sm" c="dimmed">
            {lastSeenMs === null ? (
              t('Not seen yet')
            ) : (
              <Trans i18nKey="Last seen <when/>" components={{ when: <TimeAgo atMs={lastSeenMs} /> }} />
            )}
          </Text>
        </Stack>
        {isThis ? (
          <StatusBadge tone="accent" word={t('This PC')} />
        ) : (
          <Button size="xs" variant="default" onClick={revoke} aria-label={t('Revoke {{name}}', { name })}>
            {t('Revoke')}
          </Button>
        )}
      </Group>
    </li>
  );
}

/** Valid once, for ten minutes. */
function Invitation() {
  const { invitation, asking, refusals, invite } = useHubDesk();
  const refusal = refusals.get('invite');
  return (
    <Stack gap="sm">
      {refusal && <FailureNotice failure={refusal} />}
      {invitation && (
        <div role="status">
          <CopyField
            label={t('Code for another PC')}
            description={t('Type it there under Settings, Connections. Valid once, until {{moment}}', {
              moment: formatMoment(invitation.untilMs),
            })}
            value={invitation.code}
          />
        </div>
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<MonitorUp size={16} aria-hidden />}
          loading={asking.has('invite')}
          onClick={() => void invite()}
        >
          {t(invitation ? 'Get a new code' : 'Code for another PC')}
        </Button>
      </Group>
    </Stack>
  );
}
