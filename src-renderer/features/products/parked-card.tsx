import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { ParkedRowShape } from '../../../src-preload/contract/live-shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { formatCount } from '../../components/money.ts';
import { TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useParked } from '../../state/parked.ts';

const FEW = 3;

/** Changes that were refused and set aside, so that they hold up nothing else. */
export function ParkedCard() {
  const { rows, total, isRetrying, failure, retry } = useParked();
  const [isWhole, setIsWhole] = useState(false);
  if (!rows || total === 0) return failure ? <FailureNotice failure={failure} /> : null;
  const shown = isWhole ? rows : rows.slice(0, FEW);
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Set aside')}>
      <Group justify="space-between" gap="sm">
        <Stack gap={4}>
          <Title order={2}>{t('{{count, number}} changes were set aside', { count: total })}</Title>
          <HelpText>
            {t('Each was refused. Mend what it says, then try it again; nothing else waits for it.')}
          </HelpText>
        </Stack>
        <Button
          variant="default"
          leftSection={<RotateCw size={16} aria-hidden />}
          loading={isRetrying}
          onClick={() => void retry('all')}
        >
          {total === 1 ? t('Try again') : t('Try all {{number}} again', { number: formatCount(total) })}
        </Button>
      </Group>
      {failure && <FailureNotice failure={failure} />}
      <ul className="tb-lines">
        {shown.map((row) => (
          <ParkedLine key={row.id} row={row} isAlone={total === 1} />
        ))}
      </ul>
      {rows.length > FEW && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('Show fewer') : t('Show all {{number}}', { number: formatCount(rows.length) })}
        </Anchor>
      )}
    </Stack>
  );
}

function ParkedLine({ row, isAlone }: { readonly row: ParkedRowShape; readonly isAlone: boolean }) {
  const retry = useParked((s) => s.retry);
  const { id, name, failure, atMs } = row;
  return (
    <li>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Stack gap={2} flex={1} miw={0}>
          <Text fw={500}>
            {name}{' '}
            <Text span size="sm" c="dimmed">
              · <TimeAgo atMs={atMs} />
            </Text>
          </Text>
          <Text size="sm">
            {failure.message} {failure.hint}{' '}
            <Text span size="xs" ff="monospace" c="dimmed">
              {failure.code}
            </Text>
          </Text>
        </Stack>
        {!isAlone && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('Try again: {{name}}', { name })}
            onClick={() => void retry([id])}
          >
            {t('Try again')}
          </Button>
        )}
      </Group>
    </li>
  );
}
