import { Button, Group, Stack, Table, Title } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import type { DriftShape } from '../../../src-preload/contract/live-shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { nameFieldFirst } from '../../components/field-name.ts';
import { HelpText } from '../../components/help-text.tsx';
import { formatCount } from '../../components/money.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { useStatus } from '../../state/status.ts';
import { useStock } from '../../state/stock.ts';
import { listFieldLines } from '../products/field-lines.ts';
import { DRIFT_WORDS } from './stock-words.ts';

const ROWS_SHOWN = 200;

/** What a fresh look at both sides found to be different, and the way to mend it. */
export function DriftReport() {
  const { drift, isComparing, compare, forgetDrift } = useStock();
  if (!drift) return null;
  const { drifts, fixed } = drift;
  const count = (why: DriftShape['why']): number => drifts.filter((one) => one.why === why).length;
  const [waiting, left] = [count('waiting'), count('left')];
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Comparison of both sides')}>
      <Group justify="space-between" gap="sm">
        <Stack gap={4}>
          <Title order={2}>{titleOf(waiting, count('conflict'), left)}</Title>
          <HelpText>
            {fixed > 0 && `${t('{{count, number}} were brought in step.', { count: fixed })} `}
            {t('Both sides were read afresh, every product of them.')}
            {left > 0 && ` ${sayLeft(left)}`}
          </HelpText>
        </Stack>
        <Group gap="sm">
          {waiting > 0 && (
            <Button loading={isComparing} onClick={() => void compare(true)}>
              {t('Bring {{number}} in step', { number: formatCount(waiting) })}
            </Button>
          )}
          <Button variant="default" onClick={forgetDrift}>
            {t('Close')}
          </Button>
        </Group>
      </Group>
      {drifts.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title={t('Nothing differs')}
          text={t('The till and the store say the same about every linked product.')}
        />
      ) : (
        <DriftTable drifts={drifts} />
      )}
    </Stack>
  );
}

function titleOf(waiting: number, conflicts: number, left: number): string {
  const open = waiting + conflicts;
  if (open === 0) return t(left === 0 ? 'Till and store are the same' : 'Nothing has to be brought in step');
  return t('{{count, number}} values differ', { count: open });
}

const sayLeft = (left: number): string =>
  t('{{count, number}} values differ on purpose: a pin, a setting, or what you left so.', { count: left });

/** What can be done about comes first. */
const URGENCY: Readonly<Record<DriftShape['why'], number>> = { waiting: 0, conflict: 1, left: 2 };

function DriftTable({ drifts }: { readonly drifts: readonly DriftShape[] }) {
  const till = useStatus((s) => s.status?.till?.currency ?? '');
  const store = useStatus((s) => s.status?.store?.currency ?? '');
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={t('Differences')} className="tb-tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Product')}</Table.Th>
              <Table.Th>{t('Field')}</Table.Th>
              <Table.Th>{t('Till')}</Table.Th>
              <Table.Th>{t('Store')}</Table.Th>
              <Table.Th>{t('Why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...drifts]
              .sort((one, other) => URGENCY[one.why] - URGENCY[other.why])
              .slice(0, ROWS_SHOWN)
              .map((drift) => (
                <Table.Tr key={`${drift.cloverId} ${drift.field}`}>
                  <Table.Td>{drift.name}</Table.Td>
                  <Table.Td>{nameFieldFirst(drift.field)}</Table.Td>
                  <Table.Td>{listFieldLines(drift.field, drift.till, till).join('; ')}</Table.Td>
                  <Table.Td>{listFieldLines(drift.field, drift.store, store).join('; ')}</Table.Td>
                  <Table.Td>
                    <StatusBadge {...DRIFT_WORDS[drift.why]} />
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {drifts.length > ROWS_SHOWN && (
        <HelpText>
          {t('The first {{shown}} of {{total}} are shown.', {
            shown: ROWS_SHOWN,
            total: formatCount(drifts.length),
          })}
        </HelpText>
      )}
    </>
  );
}
