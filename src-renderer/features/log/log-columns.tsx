import { Stack, Text } from '@mantine/core';
import type { LogEntryShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Column } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import type { LogSort } from '../../state/log.ts';
import {
  formatLogMoment,
  LEVEL_FACES,
  nameAction,
  nameEntity,
  nameSide,
  startSentence,
} from './log-words.ts';

type LogColumn = Column<LogEntryShape, LogSort>;

const TIMES: LogColumn = {
  key: 'times',
  title: t('Times'),
  width: '64px',
  isNumber: true,
  sort: 'times',
  cell: ({ times }) => formatCount(times),
};

const SINGLE: readonly LogColumn[] = [
  {
    key: 'level',
    title: t('Level'),
    width: '124px',
    sort: 'level',
    cell: ({ level }) => <StatusBadge {...LEVEL_FACES[level]} />,
  },
  {
    key: 'time',
    title: t('Time'),
    width: '198px',
    sort: 'atMs',
    cell: ({ atMs }) => (
      <time dateTime={new Date(atMs).toISOString()} className="tb-tabular">
        {formatLogMoment(atMs)}
      </time>
    ),
  },
  { key: 'side', title: t('Side'), width: '80px', isExtra: true, cell: ({ side }) => nameSide(side) },
  {
    key: 'action',
    title: t('Kind'),
    width: '96px',
    isExtra: true,
    sort: 'action',
    cell: ({ action }) => nameAction(action),
  },
  {
    key: 'entity',
    title: t('About'),
    width: 'minmax(120px, 1fr)',
    sort: 'entity',
    cell: (entry) => (
      <Stack gap={0}>
        <Text span size="sm" truncate title={nameEntity(entry)}>
          {nameEntity(entry)}
        </Text>
        {entry.entities > 1 && (
          <Text span size="xs" c="dimmed">
            {t('and {{number}} more', { number: formatCount(entry.entities - 1) })}
          </Text>
        )}
      </Stack>
    ),
  },
  {
    key: 'message',
    title: t('What happened'),
    width: 'minmax(190px, 2.4fr)',
    cell: ({ message }) => (
      <Text size="sm" lh={1.35} lineClamp={2} className="tb-wraps" title={message}>
        {startSentence(message)}
      </Text>
    ),
  },
];

/** The columns of the log; folded entries say how often. */
export const listLogColumns = (isGrouped: boolean): readonly LogColumn[] =>
  isGrouped ? [...SINGLE, TIMES] : SINGLE;
