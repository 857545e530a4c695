import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { RelayConnectForm } from './relay-connect-form.tsx';
import { chooseRelayWord } from './relay-words.ts';

/** In the setup: a relay can be connected, and need not. */
export function RelayOffer({ why }: { readonly why: string }) {
  const hub = useHub((s) => s.hub);
  const [isOpen, setIsOpen] = useState(false);
  if (!hub) return null;
  if (hub.relay)
    return (
      <Group gap="sm">
        <StatusBadge {...chooseRelayWord(hub)} />
        <Text size="sm">{t('The relay of {{name}} is connected.', { name: hub.relay.shopName })}</Text>
      </Group>
    );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {why}{' '}
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? 'Not now' : 'Connect a relay')}
        </Anchor>
      </Text>
      {isOpen && <RelayConnectForm />}
    </Stack>
  );
}
