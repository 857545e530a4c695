import { Stack, Text } from '@mantine/core';
import type { PlanRowShape } from '../../../src-preload/contract/run-shapes.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Column } from '../../components/virtual-table.tsx';
import { t, tell } from '../../i18n/i18n.ts';
import { ACTION_FACES } from './row-actions.ts';
import { sayChanges } from './say-changes.ts';

const KIND_WORDS: Readonly<Record<PlanRowShape['kind'], string>> = {
  category: t('category'),
  product: '',
  variable: t('with variants'),
  variation: t('variant'),
};

/** Under the name: what tells it from others of that name. */
const sayWhich = ({ kind, sku }: PlanRowShape): string => {
  const word = KIND_WORDS[kind];
  if (kind === 'category' || kind === 'variable') return word;
  return [sku || t('no SKU'), word].filter(Boolean).join(' · ');
};

/**
 * The columns of a plan.
 * @param currency of prices
 */
export const listPlanColumns = (currency: string): readonly Column<PlanRowShape>[] => [
  {
    key: 'action',
    title: t('What it does'),
    width: '158px',
    cell: ({ action }) => <StatusBadge {...ACTION_FACES[action]} />,
  },
  {
    key: 'name',
    title: t('Name'),
    width: 'minmax(120px, 1.4fr)',
    cell: (row) => (
      <Stack gap={0}>
        <Text span size="sm" fw={500} truncate title={row.name}>
          {row.name}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {sayWhich(row)}
        </Text>
      </Stack>
    ),
  },
  {
    key: 'changes',
    title: t('What changes'),
    width: 'minmax(100px, 1.2fr)',
    cell: (row) => {
      const said = sayChanges(row, currency);
      return (
        <Text size="xs" lineClamp={2} className="tb-wraps tb-tabular" title={said}>
          {said || '–'}
        </Text>
      );
    },
  },
  {
    key: 'reason',
    title: t('Why'),
    width: 'minmax(120px, 1.4fr)',
    cell: ({ reason }) => (
      <Text size="xs" c="dimmed" lineClamp={2} className="tb-wraps" title={tell(reason)}>
        {tell(reason)}
      </Text>
    ),
  },
];
