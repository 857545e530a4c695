import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { PlanRowShape } from '../../../src-preload/contract/run-shapes.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { nameFieldFirst } from '../../components/field-name.ts';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { fetchPlanRows } from '../../state/import.ts';
import { useStatus } from '../../state/status.ts';
import { listFieldLines } from '../products/field-lines.ts';
import { listWritten, type WrittenLine } from './list-written.ts';

const PORTION_ROWS = 100;
/** Longer than this, a value is cut: the product itself shows all of it. */
const LONGEST = 80;

interface Portions {
  readonly rows: readonly PlanRowShape[];
  readonly total: number;
}

/** What a run wrote, product by product and field by field, so that nobody takes it back unseen. */
export function WrittenTable({ runId }: { readonly runId: number }) {
  const [read, setRead] = useState<Portions | null>(null);
  const [failure, setFailure] = useState<FailureShape | null>(null);
  const readMore = useCallback(
    async (rows: readonly PlanRowShape[]) => {
      const answer = await fetchPlanRows({ runId, limit: PORTION_ROWS, offset: rows.length });
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setRead({ rows: [...rows, ...answer.value.rows], total: answer.value.total });
    },
    [runId],
  );
  useEffect(() => void readMore([]), [readMore]);
  if (failure)
    return (
      <FailureNotice
        failure={failure}
        action={{ word: t('Try again'), act: () => void readMore(read?.rows ?? []) }}
      />
    );
  const lines = read?.rows.flatMap(listWritten) ?? [];
  if (read === null || lines.length === 0) return null;
  // What is left alone stands last: after it comes nothing that was written.
  const isWhole = read.rows.length >= read.total || read.rows.at(-1)?.action === 'skip';
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('What it wrote')}>
      <Title order={2}>{t('What it wrote')}</Title>
      <WrittenLines lines={lines} />
      {!isWhole && (
        <Group justify="center" gap="sm">
          <Text size="sm" c="dimmed">
            {t('{{shown}} of {{total}} rows are shown: categories, products and each of their variants.', {
              shown: formatCount(read.rows.length),
              total: formatCount(read.total),
            })}
          </Text>
          <Button size="xs" variant="default" onClick={() => void readMore(read.rows)}>
            {t('Show more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function WrittenLines({ lines }: { readonly lines: readonly WrittenLine[] }) {
  const till = useStatus((s) => s.status?.till?.currency ?? '');
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table aria-label={t('What it wrote')} className="tb-tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Product')}</Table.Th>
            <Table.Th>{t('Field')}</Table.Th>
            <Table.Th>{t('Written to')}</Table.Th>
            <Table.Th>{t('Before')}</Table.Th>
            <Table.Th>{t('After')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.key}>
              <Table.Td>{line.name}</Table.Td>
              {line.field === null ? (
                <Table.Td colSpan={4}>{line.words}</Table.Td>
              ) : (
                <>
                  <Table.Td>{nameFieldFirst(line.field)}</Table.Td>
                  <Table.Td>{t(line.side === 'till' ? 'Till' : 'Store')}</Table.Td>
                  <Table.Td>{sayShort(line.field, line.before, till)}</Table.Td>
                  <Table.Td>{sayShort(line.field, line.after, till)}</Table.Td>
                </>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function sayShort(field: string, value: Parameters<typeof listFieldLines>[1], currency: string): string {
  const text = listFieldLines(field, value, currency).join('; ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
