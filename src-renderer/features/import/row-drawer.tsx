import { Anchor, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import type { PlanRowShape } from '../../../src-preload/contract/run-shapes.ts';
import type { SideName } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { nameField } from '../../components/field-name.ts';
import { formatFieldValue } from '../../components/field-value.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t, tell } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import { ReviewChoice } from './review-choice.tsx';
import { ACTION_FACES, ROW_STATES } from './row-actions.ts';

const VERDICT_WORDS: Readonly<Record<PlanRowShape['changes'][number]['verdict'], string>> = {
  write: t('is written'),
  push: t('is written'),
  same: t('stays the same'),
  keep: t('the store’s stays'),
  conflict: t('waits for you'),
};

export interface RowDrawerProps {
  readonly row: PlanRowShape | null;
  readonly currency: string;
  readonly close: () => void;
}

/** One row of a plan: every field, what it would become, and why. */
export function RowDrawer({ row, currency, close }: RowDrawerProps) {
  return (
    <SideDrawer isOpen={row !== null} title={row?.name ?? ''} close={close}>
      {row && <RowContent row={row} currency={currency} />}
    </SideDrawer>
  );
}

function RowContent({ row, currency }: { readonly row: PlanRowShape; readonly currency: string }) {
  const plan = useImport((s) => s.plan);
  return (
    <>
      <Stack gap="xs">
        <Group gap="xs">
          <StatusBadge {...ACTION_FACES[row.action]} />
          {row.state !== 'planned' && <StatusBadge {...ROW_STATES[row.state]} />}
        </Group>
        <Text>{tell(row.reason)}</Text>
        {row.notes.length > 0 && (
          <List size="sm">
            {row.notes.map((note) => (
              <List.Item key={note}>{tell(note)}</List.Item>
            ))}
          </List>
        )}
      </Stack>
      {row.failure && <FailureNotice failure={row.failure} />}
      {row.action === 'review' && plan !== null && <ReviewChoice row={row} />}
      {row.changes.length > 0 && <ChangeTable row={row} currency={currency} />}
      <Text size="sm" c="dimmed">
        {[
          `SKU ${row.sku || t('none')}`,
          t('till id {{id}}', { id: row.cloverId ?? t('none yet') }),
          t('store id {{id}}', { id: row.wooId ?? t('none yet') }),
        ].join(' · ')}
      </Text>
      {row.cloverId !== null && row.state !== 'planned' && (
        <Anchor
          component="button"
          type="button"
          ta="left"
          onClick={() => {
            useProducts.getState().setStatus(null);
            useProducts.getState().setSearch(row.cloverId ?? '');
            navigate('products');
          }}
        >
          {t('Show it among the products')}
        </Anchor>
      )}
    </>
  );
}

const URGENCY: Readonly<Record<PlanRowShape['changes'][number]['verdict'], number>> = {
  conflict: 0,
  write: 1,
  push: 1,
  keep: 2,
  same: 3,
};

const isEmpty = (value: Change['till'] | null): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What neither side has, and neither gets, is no news. */
const hasValue = ({ till, store, wanted, pushed }: Change): boolean =>
  ![till, store, wanted, pushed].every(isEmpty);

/** What is written or waits for a person comes first. */
const sortChanges = (changes: PlanRowShape['changes']): PlanRowShape['changes'] =>
  changes.toSorted((left, right) => URGENCY[left.verdict] - URGENCY[right.verdict]);

function ChangeTable({ row, currency }: { readonly row: PlanRowShape; readonly currency: string }) {
  const isNew = { till: row.action === 'create_clover', store: row.action === 'create_woo' };
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('Field by field')}
      </Title>
      <Table verticalSpacing="xs" aria-label={t('Field by field')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Field')}</Table.Th>
            <Table.Th>{t('Till')}</Table.Th>
            <Table.Th>{t('Store')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sortChanges(row.changes.filter(hasValue)).map((change) => (
            <Table.Tr key={change.field}>
              <Table.Th scope="row" fw={500} style={{ verticalAlign: 'top' }}>
                {nameField(change.field)}
              </Table.Th>
              {(['till', 'store'] as const).map((side) => (
                <Table.Td key={side} valign="top">
                  <SideValue change={change} side={side} isNew={isNew[side]} currency={currency} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

type Change = PlanRowShape['changes'][number];

interface SideValueProps {
  readonly change: Change;
  readonly side: SideName;
  /** It is yet to be made on this side. */
  readonly isNew: boolean;
  readonly currency: string;
}

/** What is on a side, what it becomes, and why. */
function SideValue({ change, side, isNew, currency }: SideValueProps) {
  const { field, verdict, rule } = change;
  const isWritten = verdict === (side === 'till' ? 'push' : 'write');
  const before = side === 'till' ? change.till : change.store;
  const after = side === 'till' ? change.pushed : change.wanted;
  const isTold = isWritten || (side === 'store' && verdict !== 'push');
  const format = (value: Change['till']): string => formatFieldValue(field, value, currency);
  const hadOne = !isNew && !(side === 'store' && before === null);
  return (
    <>
      {isWritten ? (
        <Text span size="sm">
          {hadOne && `${format(before)} → `}
          <Text span inherit fw={600}>
            {format(after)}
          </Text>
        </Text>
      ) : (
        <Text span size="sm">
          {hadOne ? format(before) : '–'}
        </Text>
      )}
      {isTold && (
        <Text size="xs" c="dimmed">
          {VERDICT_WORDS[verdict]}: {tell(rule)}
        </Text>
      )}
    </>
  );
}
