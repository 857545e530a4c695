import { Group, Stack, Text } from '@mantine/core';
import type { HeldWriteShape } from '../../../src-preload/contract/rehearsal-channels.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TimeAgo } from '../../components/time.tsx';
import type { Column } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import { FLAG_FACES, nameHeld, nameSide, sayHeld } from './held-words.ts';

/** @param currency of prices */
export const listHeldColumns = (currency: string): readonly Column<HeldWriteShape>[] => [
  {
    key: 'name',
    title: t('What'),
    width: 'minmax(140px, 2fr)',
    cell: (write) => (
      <Stack gap={0}>
        <Text span size="sm" fw={500} truncate title={nameHeld(write)}>
          {nameHeld(write)}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {nameSide(write)}
        </Text>
      </Stack>
    ),
  },
  {
    key: 'would',
    title: t('Would be written'),
    width: 'minmax(220px, 4fr)',
    cell: (write) => (
      <Stack gap={2}>
        <Text span size="sm" truncate title={sayHeld(write, currency)}>
          {sayHeld(write, currency)}
        </Text>
        {write.flags.length > 0 && (
          <Group gap={6} wrap="nowrap">
            {write.flags.map((flag) => (
              <StatusBadge key={flag} {...FLAG_FACES[flag]} />
            ))}
          </Group>
        )}
      </Stack>
    ),
  },
  {
    key: 'when',
    title: t('When'),
    width: '132px',
    isExtra: true,
    cell: ({ atMs }) => <TimeAgo atMs={atMs} />,
  },
];
