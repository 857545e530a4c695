import { Text } from '@mantine/core';
import type { PlanRowShape } from '../../../src-preload/contract/shapes.ts';
import { nameField } from '../../components/field-name.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Column } from '../../components/virtual-table.tsx';
import { ACTION_FACES } from './row-actions.ts';

const KIND_WORDS: Readonly<Record<PlanRowShape['kind'], string>> = {
  category: 'Category',
  product: 'Product',
  variable: 'With variants',
  variation: 'Variant',
};

const listWritten = ({ changes }: PlanRowShape): string =>
  changes
    .filter(({ verdict }) => verdict === 'write' || verdict === 'push' || verdict === 'conflict')
    .map(({ field }) => nameField(field))
    .join(', ');

export const PLAN_COLUMNS: readonly Column<PlanRowShape>[] = [
  {
    key: 'action',
    title: 'What it does',
    width: '154px',
    cell: ({ action }) => <StatusBadge {...ACTION_FACES[action]} />,
  },
  { key: 'name', title: 'Name', width: 'minmax(180px, 2fr)', cell: ({ name }) => name },
  { key: 'kind', title: 'Kind', width: '112px', cell: ({ kind }) => KIND_WORDS[kind] },
  { key: 'sku', title: 'SKU', width: '116px', cell: ({ sku }) => sku || '–' },
  {
    key: 'fields',
    title: 'Fields',
    width: 'minmax(80px, 1fr)',
    cell: (row) => (
      <Text span size="sm" c="dimmed">
        {listWritten(row) || '–'}
      </Text>
    ),
  },
  {
    key: 'reason',
    title: 'Why',
    width: 'minmax(160px, 1.6fr)',
    cell: ({ reason }) => (
      <Text span size="sm" title={reason}>
        {reason}
      </Text>
    ),
  },
];
