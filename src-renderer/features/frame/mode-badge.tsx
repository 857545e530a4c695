import { Group } from '@mantine/core';
import { UNREAL_WORDS } from '../../components/practice-banner.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useConnection } from '../../state/connection.ts';
import { useOrders } from '../../state/orders.ts';
import { useStatus } from '../../state/status.ts';
import { useSync } from '../../state/sync.ts';
import { chooseEngineWord } from './engine-word.ts';

/** What the data is, and how the engine stands, in two words. */
export function ModeBadge() {
  const status = useStatus((s) => s.status);
  const bridge = useConnection((s) => s.bridge);
  const sync = useSync((s) => s.sync);
  const troubledOrders = useOrders((s) => (s.overview?.lanes.person ?? 0) + (s.overview?.needs.length ?? 0));
  if (!status) return null;
  const { mode } = status;
  const { tone, word } = chooseEngineWord(status, sync, bridge, troubledOrders);
  return (
    <Group gap="xs" wrap="nowrap" visibleFrom="xs">
      {(mode === 'practice' || mode === 'sandbox') && (
        <StatusBadge tone="waiting" word={UNREAL_WORDS[mode].word} />
      )}
      <StatusBadge tone={tone} word={word} />
    </Group>
  );
}
