import { Stack, Text, Title } from '@mantine/core';
import type { RunResultShape } from '../../../src-preload/contract/run-shapes.ts';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { groupFailures } from './group-failures.ts';

const NAMES_SHOWN = 20;

/** What was refused, the same causes together: the cause, what to do, and whom it concerns. */
export function FailureList({ failures }: { readonly failures: RunResultShape['failures'] }) {
  if (failures.length === 0) return null;
  return (
    <Stack component="section" className="tb-card" gap="xs" aria-label={t('Refused')}>
      <Title order={2}>{t('Refused')}</Title>
      <ul className="tb-lines">
        {groupFailures(failures).map(({ failure, names }) => (
          <li key={`${failure.code} ${failure.message}`}>
            <Stack gap={4}>
              <Text fw={600}>{listNames(names)}</Text>
              <Text>{failure.message}</Text>
              <Text size="sm">{failure.hint}</Text>
              <Text size="xs" ff="monospace" c="dimmed">
                {failure.code}
              </Text>
            </Stack>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function listNames(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return more > 0 ? t('{{names}} and {{number}} more', { names: shown, number: formatCount(more) }) : shown;
}
