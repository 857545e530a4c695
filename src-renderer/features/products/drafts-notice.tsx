import { Button, Group, Stack, Text } from '@mantine/core';
import { EyeOff } from 'lucide-react';
import { useEffect } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import { useSettings } from '../../state/settings.ts';

/** That customers do not see what imports made, and the way to show it; nothing where they see it all. */
export function DraftsNotice() {
  const { drafts, version, loadDrafts } = useProducts();
  const { isPublishing, publishFailure, planPublish } = useImport();
  const isDraft = useSettings((s) => s.settings?.get('import.status')?.value === 'draft');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another count
  useEffect(() => void loadDrafts(), [loadDrafts, version]);
  if (drafts === null || drafts === 0) return null;
  const publish = async (): Promise<void> => {
    if (await planPublish()) navigate('import');
  };
  return (
    <Stack
      component="section"
      className="tb-tone tb-notice"
      data-tone="waiting"
      gap="sm"
      aria-label={t('Drafts in the store')}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <EyeOff size={20} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
        <Stack gap={4}>
          <Text fw={600}>
            {t('{{count, number}} products are drafts in the store: customers do not see them.', {
              count: drafts,
            })}
          </Text>
          <Text size="sm">
            {t(
              'Look them over in the store, then publish them: one by one there, or all of them here. You see the plan before anything is written, and it can be undone.',
            )}
            {isDraft &&
              ` ${t('The next imports make drafts too, unless you choose otherwise in the settings.')}`}
          </Text>
        </Stack>
      </Group>
      <Group gap="sm">
        <Button size="xs" variant="default" loading={isPublishing} onClick={() => void publish()}>
          {t(drafts === 1 ? 'Publish it…' : 'Publish them all…')}
        </Button>
        <Button size="xs" variant="default" onClick={() => navigate('settings', 'products', 'import.status')}>
          {t('Open Settings, Products')}
        </Button>
      </Group>
      {publishFailure && <FailureNotice failure={publishFailure} />}
    </Stack>
  );
}
