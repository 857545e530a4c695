import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CreditCard, Store } from 'lucide-react';
import type { SideName, StatusShape } from '../../../src-preload/contract/shapes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Facts } from '../../components/facts.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/i18n.ts';
import { useStatus } from '../../state/status.ts';
import { openSetup } from '../setup/open-setup.ts';
import { describeSide } from './describe-side.ts';

export interface SideCardProps {
  readonly side: SideName;
  readonly status: StatusShape;
}

const SIDES = {
  till: {
    title: t('Till'),
    icon: CreditCard,
    step: 1,
    connect: t('Connect the till'),
    disconnect: t('Disconnect the till'),
    forgets: t(
      'The token is forgotten; links and history stay. Nothing is synced until it is connected again.',
    ),
  },
  store: {
    title: t('Store'),
    icon: Store,
    step: 2,
    connect: t('Connect the store'),
    disconnect: t('Disconnect the store'),
    forgets: t(
      'The keys are forgotten; links and history stay. Nothing is synced until it is connected again.',
    ),
  },
} as const;

/** One side: who it is, and whether it answers. */
export function SideCard({ side, status }: SideCardProps) {
  const { title, icon: Icon, step, ...words } = SIDES[side];
  const [isAsking, { open, close }] = useDisclosure(false);
  const isDisconnecting = useStatus((s) => s.isDisconnecting);
  const disconnect = useStatus((s) => s.disconnect);
  const { name, facts, state, isConnected } = describeSide(side, status, useNow());
  const isLost = side === 'till' && status.till?.login?.isLost === true;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={title}>
      <Group justify="space-between">
        <Group gap="sm">
          <Icon size={20} aria-hidden />
          <Title order={2}>{title}</Title>
        </Group>
        <StatusBadge {...state} />
      </Group>
      {isConnected ? (
        <>
          <Text fw={600}>{name}</Text>
          <Facts facts={facts} />
          {isLost && (
            <Group>
              <Button onClick={() => openSetup(step)}>{t('Reconnect')}</Button>
            </Group>
          )}
          <Anchor component="button" type="button" size="sm" ta="left" w="fit-content" onClick={open}>
            {words.disconnect}
          </Anchor>
        </>
      ) : (
        <Group>
          <Button variant="light" onClick={() => openSetup(step)}>
            {words.connect}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Disconnect {{name}}?', { name })}
        text={words.forgets}
        word={t('Disconnect')}
        isDangerous
        isBusy={isDisconnecting}
        confirm={() => void disconnect(side).then(close)}
        close={close}
      />
    </Stack>
  );
}
