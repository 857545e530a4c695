import { Group } from '@mantine/core';
import type { HubStateShape } from '../../../src-preload/contract/hub-channels.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { chooseHookWord, chooseRelayWord } from './relay-words.ts';

/** How it stands with the relay, and whether webhooks come. */
export function RelayBadges({ hub }: { readonly hub: HubStateShape }) {
  const hooks = chooseHookWord(hub);
  return (
    <Group gap="xs">
      {hooks && <StatusBadge {...hooks} />}
      <StatusBadge {...chooseRelayWord(hub)} />
    </Group>
  );
}
