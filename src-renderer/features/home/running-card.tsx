import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import type { ProgressShape } from '../../../src-preload/contract/run-shapes.ts';
import { formatCount } from '../../components/money.ts';
import { formatDuration } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';

/** The import that is under way, and the way to its screen. */
export function RunningCard() {
  const progress = useImport((s) => s.progress);
  const percent = progress && progress.total > 0 ? Math.min(100, (progress.done / progress.total) * 100) : 0;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Import under way')}>
      <Group justify="space-between">
        <Title order={2}>{t('Import under way')}</Title>
        <Button variant="default" size="xs" onClick={() => navigate('import')}>
          {t('Show')}
        </Button>
      </Group>
      <Progress value={percent} aria-label={t('Progress of the import')} size="lg" />
      {progress && (
        <Text size="sm" c="dimmed" className="tb-tabular">
          {sayProgress(progress)}
        </Text>
      )}
    </Stack>
  );
}

function sayProgress({ done, total, secondsLeft, failed }: ProgressShape): string {
  return [
    total > 0
      ? t('{{done}} of {{total}}', { done: formatCount(done), total: formatCount(total) })
      : t('Reading both sides'),
    secondsLeft === null ? '' : t('about {{duration}} left', { duration: formatDuration(secondsLeft) }),
    failed > 0 ? t('{{number}} failed', { number: formatCount(failed) }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
