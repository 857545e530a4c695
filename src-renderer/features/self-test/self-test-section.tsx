import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { ListChecks } from 'lucide-react';
import { HelpText } from '../../components/help-text.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { addressOf } from '../../state/navigation.ts';
import { useSelfTest } from '../../state/self-test.ts';
import { useStatus } from '../../state/status.ts';
import { countBad, listTestLines, type TestLine } from './list-test-lines.ts';

/** Half a minute after an update of either side: does everything still answer, and is everything still the same? */
export function SelfTestSection() {
  const { sides, relay, comparison, isRunning, hasEnded, run } = useSelfTest();
  const hub = useHub((s) => s.hub);
  const isSetUp = useStatus((s) => s.status !== null && s.status.mode !== 'setup');
  const lines = listTestLines({ sides, relay, hub, comparison });
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Self-test')}>
      <Title order={2}>{t('Self-test')}</Title>
      <HelpText>
        {t(
          'After an update of the till, the store or Tillbridge: asks both sides and the relay, and compares every linked product. It only reads, and takes about half a minute.',
        )}
      </HelpText>
      <Group>
        <Button
          variant="default"
          leftSection={<ListChecks size={16} aria-hidden />}
          loading={isRunning}
          disabled={!isSetUp}
          onClick={() => void run()}
        >
          {t('Start the self-test')}
        </Button>
        {!isSetUp && <HelpText>{t('Connect both sides first.')}</HelpText>}
      </Group>
      {(isRunning || hasEnded) && (
        <ul className="tb-lines">
          {lines.map((line) => (
            <TestRow key={`${line.what} ${line.failure?.message ?? ''}`} line={line} />
          ))}
        </ul>
      )}
      {hasEnded && (
        <Text role="status" fw={600}>
          {sayEnd(lines)}
        </Text>
      )}
    </Stack>
  );
}

function sayEnd(lines: readonly TestLine[]): string {
  const bad = countBad(lines);
  if (bad > 0) return t('{{count}} things need you.', { count: bad });
  if (lines.some(({ tone }) => tone === 'choice'))
    return t('Everything answers. What differs is a conflict, which only you can decide.');
  return lines.some(({ tone }) => tone === 'waiting')
    ? t('Everything answers. Look at the yellow lines when there is time.')
    : t('Everything works.');
}

const PLACES = {
  conflicts: t('Decide under Conflicts'),
  stock: t('Compare under Stock to see which'),
} as const;

function TestRow({ line: { what, tone, word, failure, places = [] } }: { readonly line: TestLine }) {
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2}>
          <Text fw={500}>{what}</Text>
          {failure && (
            <Text size="sm" c="dimmed">
              {failure.message} {failure.hint}
            </Text>
          )}
          {places.map((place) => (
            <Anchor key={place} href={addressOf(place)} size="sm">
              {PLACES[place]}
            </Anchor>
          ))}
        </Stack>
        <StatusBadge tone={tone} word={word} />
      </Group>
    </li>
  );
}
