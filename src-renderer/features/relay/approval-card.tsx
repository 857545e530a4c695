import { Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { useStatus } from '../../state/status.ts';
import { useStoreApproval } from '../../state/store-approval.ts';
import { ApprovalSection } from './approval-section.tsx';

/** Connects the store anew, without going through the setup; only where a relay makes it one click. */
export function ApprovalCard() {
  const hasRelay = useHub((s) => (s.hub?.relay ?? null) !== null);
  const store = useStatus((s) => s.status?.store ?? null);
  const isDone = useStoreApproval((s) => s.approval?.step === 'done');
  const [url, setUrl] = useState<string | null>(null);
  if (!hasRelay) return null;
  return (
    <Stack
      component="section"
      className="tb-card"
      gap="sm"
      aria-label={t('Connect the store with one click')}
    >
      <Title order={2}>{t(store ? 'Connect the store again' : 'Connect the store')}</Title>
      {isDone && <ApprovalResult />}
      <ApprovalSection url={url ?? store?.url ?? ''} changeUrl={setUrl} />
    </Stack>
  );
}

/** Which store is connected now. */
function ApprovalResult() {
  const store = useStatus((s) => s.status?.store ?? null);
  if (!store) return null;
  return (
    <Group className="tb-tone tb-notice" data-tone="good" gap="sm" role="status">
      <StatusBadge tone="good" word={t('Connected')} />
      <Text fw={600}>{store.name}</Text>
      <Text size="sm">{store.url}</Text>
    </Group>
  );
}
