import { Button, Group, List, Progress, Stack, Text, Title } from '@mantine/core';
import { Square } from 'lucide-react';
import type { ProgressShape } from '../../../src-preload/contract/run-shapes.ts';
import { formatCount } from '../../components/money.ts';
import { formatDuration } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useConnection } from '../../state/connection.ts';
import { useImport } from '../../state/import.ts';

const PHASE_WORDS: Readonly<Record<ProgressShape['phase'], string>> = {
  'reading-till': t('Reading the till'),
  'reading-store': t('Reading the store'),
  planning: t('Comparing both sides'),
  categories: t('Writing categories'),
  products: t('Writing products'),
  recovering: t('Finding out what an interrupted import had already done'),
  undoing: t('Taking the import back'),
  finished: t('Finishing'),
};

/** A plan or a run under way. It goes on when the screen or the window is left. */
export function ProgressView() {
  const { progress, failures, cancel } = useImport();
  const isLost = useConnection((s) => s.bridge !== 'alive');
  const isWriting = progress !== null && progress.runId > 0;
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Under way')}>
      <Group justify="space-between">
        <Title order={2}>
          {t('{{phase}}…', { phase: progress ? PHASE_WORDS[progress.phase] : t('Beginning') })}
        </Title>
        {isWriting && (
          <Button
            variant="default"
            leftSection={<Square size={14} aria-hidden />}
            onClick={() => void cancel()}
          >
            {t('Stop after this step')}
          </Button>
        )}
      </Group>
      <Progress
        value={progress === null || progress.total === 0 ? 100 : readPercent(progress)}
        animated={progress === null || progress.total === 0}
        size="lg"
        aria-label={t('Progress')}
      />
      {progress && <Text className="tb-tabular">{describeProgress(progress)}</Text>}
      <Text size="sm" c="dimmed">
        {isLost
          ? t('This is how it stood when the window lost Tillbridge.')
          : isWriting || progress === null // what begins may be an undo
            ? t(
                'You may leave this screen or close the window: it goes on, and this is where you find it again.',
              )
            : t('Nothing is written while a plan is made.')}
      </Text>
      {failures.length > 0 && (
        <Stack gap={4}>
          <Title order={3} size="h5">
            {t('Refused so far')}
          </Title>
          <List size="sm" aria-label={t('Refused so far')}>
            {failures.map(({ name, failure }) => (
              <List.Item key={`${name} ${failure.code}`}>
                <strong>{name}</strong>: {failure.message}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Stack>
  );
}

const readPercent = ({ done, total }: ProgressShape): number => Math.min(100, (done / total) * 100);

/** Of what: the till counts each size as an item. */
function sayDone(phase: ProgressShape['phase'], done: string, total: string): string {
  if (phase === 'categories') return t('{{done}} of {{total}} categories', { done, total });
  if (phase === 'reading-store') return t('{{done}} of {{total}} products', { done, total });
  return t('{{done}} of {{total}} items and sizes', { done, total });
}

function describeProgress({ phase, done, total, perSecond, secondsLeft, failed }: ProgressShape): string {
  return [
    total > 0
      ? sayDone(phase, formatCount(done), formatCount(total))
      : t('{{done}} so far', { done: formatCount(done) }),
    perSecond === null ? '' : t('{{number}} a second', { number: formatCount(Math.round(perSecond)) }),
    secondsLeft === null ? '' : t('about {{time}} left', { time: formatDuration(secondsLeft) }),
    failed > 0 ? t('{{count, number}} refused', { count: failed }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
