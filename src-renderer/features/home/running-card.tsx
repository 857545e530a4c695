import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { formatCount } from '../../components/money.ts';
import { formatDuration } from '../../components/time.tsx';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';

/** The import that is under way, and the way to its screen. */
export function RunningCard() {
  const progress = useImport((s) => s.progress);
  const percent = progress && progress.total > 0 ? Math.min(100, (progress.done / progress.total) * 100) : 0;
  const left = progress?.secondsLeft ?? null;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label="Import under way">
      <Group justify="space-between">
        <Title order={2}>Import under way</Title>
        <Button variant="default" size="xs" onClick={() => navigate('import')}>
          Show
        </Button>
      </Group>
      <Progress value={percent} aria-label="Progress of the import" size="lg" />
      {progress && (
        <Text size="sm" c="dimmed" className="tb-tabular">
          {progress.total > 0
            ? `${formatCount(progress.done)} of ${formatCount(progress.total)}`
            : 'Reading both sides'}
          {left === null ? '' : `, about ${formatDuration(left)} left`}
          {progress.failed > 0 ? `, ${formatCount(progress.failed)} failed` : ''}
        </Text>
      )}
    </Stack>
  );
}
