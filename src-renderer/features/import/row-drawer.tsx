import { Anchor, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { PlanRowShape } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatFieldValue } from '../../components/field-value.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import { ReviewChoice } from './review-choice.tsx';
import { ACTION_FACES, ROW_STATES } from './row-actions.ts';

const VERDICT_WORDS: Readonly<Record<PlanRowShape['changes'][number]['verdict'], string>> = {
  write: 'is written',
  push: 'is written to the till',
  same: 'stays the same',
  keep: 'the store’s stays',
  conflict: 'waits for you',
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
        <Text>{row.reason}</Text>
        {row.notes.length > 0 && (
          <List size="sm">
            {row.notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        )}
      </Stack>
      {row.failure && <FailureNotice failure={row.failure} />}
      {row.action === 'review' && plan !== null && <ReviewChoice row={row} />}
      {row.changes.length > 0 && <ChangeTable row={row} currency={currency} />}
      <Text size="sm" c="dimmed">
        SKU {row.sku || 'none'} · till id {row.cloverId ?? 'none yet'} · store id {row.wooId ?? 'none yet'}
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
          Show it among the products
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

/** What is written or waits for a person comes first. */
const sortChanges = (changes: PlanRowShape['changes']): PlanRowShape['changes'] =>
  changes.toSorted((left, right) => URGENCY[left.verdict] - URGENCY[right.verdict]);

function ChangeTable({ row, currency }: { readonly row: PlanRowShape; readonly currency: string }) {
  const isNew = row.changes.every(({ store }) => store === null);
  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        Field by field
      </Title>
      <Table verticalSpacing="xs" aria-label="Field by field">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            <Table.Th>Till</Table.Th>
            {!isNew && <Table.Th>Store now</Table.Th>}
            <Table.Th>{isNew ? 'Store' : 'Store then'}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sortChanges(row.changes).map(({ field, till, store, wanted, verdict, rule }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" fw={500}>
                {field in FIELD_WORDS ? FIELD_WORDS[field as keyof typeof FIELD_WORDS] : field}
              </Table.Th>
              <Table.Td>{formatFieldValue(field, till, currency)}</Table.Td>
              {!isNew && (
                <Table.Td>{store === null ? '–' : formatFieldValue(field, store, currency)}</Table.Td>
              )}
              <Table.Td>
                <Text span fw={verdict === 'write' ? 600 : 400}>
                  {formatFieldValue(field, verdict === 'write' || store === null ? wanted : store, currency)}
                </Text>
                <Text size="xs" c="dimmed">
                  {VERDICT_WORDS[verdict]}: {rule}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
