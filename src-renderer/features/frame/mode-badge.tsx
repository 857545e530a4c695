import { Group } from '@mantine/core';
import { UNREAL_WORDS } from '../../components/practice-banner.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { useConnection } from '../../state/connection.ts';
import { useOrders } from '../../state/orders.ts';
import { useRehearsal } from '../../state/rehearsal.ts';
import { useStatus } from '../../state/status.ts';
import { isSafeMode, useSupport } from '../../state/support.ts';
import { useSync } from '../../state/sync.ts';
import { chooseEngineWord } from './engine-word.ts';

/** What the data is, and how the engine stands, in two words. */
export function ModeBadge() {
  const status = useStatus((s) => s.status);
  const bridge = useConnection((s) => s.bridge);
  const sync = useSync((s) => s.sync);
  const troubledOrders = useOrders((s) => (s.overview?.lanes.person ?? 0) + (s.overview?.needs.length ?? 0));
  const isSafe = useSupport(isSafeMode);
  const isRehearsing = useRehearsal((s) => s.state !== null && s.state.startedMs !== null);
  if (!status) return null;
  const { mode } = status;
  const { tone, word } = isSafe
    ? { tone: 'bad' as const, word: t('Safe mode') }
    : isRehearsing && bridge === 'alive'
      ? { tone: 'waiting' as const, word: t('Rehearsal') }
      : chooseEngineWord(status, sync, bridge === 'lost' || bridge === 'refused', troubledOrders);
  return (
    <Group gap="xs" wrap="nowrap">
      {/* A narrow window has no room for it; the banner below says it as well. */}
      {(mode === 'practice' || mode === 'sandbox') && (
        <Group visibleFrom="xs">
          <StatusBadge tone="waiting" word={UNREAL_WORDS[mode].word} />
        </Group>
      )}
      <StatusBadge tone={tone} word={word} />
    </Group>
  );
}
