import { Stack, Text } from '@mantine/core';
import type { LogEntryShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Column } from '../../components/virtual-table.tsx';
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
  title: 'Times',
  width: '64px',
  isNumber: true,
  sort: 'times',
  cell: ({ times }) => formatCount(times),
};

const SINGLE: readonly LogColumn[] = [
  {
    key: 'level',
    title: 'Level',
    width: '106px',
    sort: 'level',
    cell: ({ level }) => <StatusBadge {...LEVEL_FACES[level]} />,
  },
  {
    key: 'time',
    title: 'Time',
    width: '198px',
    sort: 'atMs',
    cell: ({ atMs }) => (
      <time dateTime={new Date(atMs).toISOString()} className="tb-tabular">
        {formatLogMoment(atMs)}
      </time>
    ),
  },
  { key: 'side', title: 'Side', width: '80px', cell: ({ side }) => nameSide(side) },
  {
    key: 'action',
    title: 'Kind',
    width: '96px',
    sort: 'action',
    cell: ({ action }) => nameAction(action),
  },
  {
    key: 'entity',
    title: 'About',
    width: 'minmax(120px, 1fr)',
    sort: 'entity',
    cell: (entry) => (
      <Stack gap={0}>
        <Text span size="sm" truncate title={nameEntity(entry)}>
          {nameEntity(entry)}
        </Text>
        {entry.entities > 1 && (
          <Text span size="xs" c="dimmed">
            and {formatCount(entry.entities - 1)} more
          </Text>
        )}
      </Stack>
    ),
  },
  {
    key: 'message',
    title: 'What happened',
    width: 'minmax(190px, 2.4fr)',
    cell: ({ message }) => <span title={message}>{startSentence(message)}</span>,
  },
];

/** The columns of the log; folded entries say how often. */
export const listLogColumns = (isGrouped: boolean): readonly LogColumn[] =>
  isGrouped ? [...SINGLE, TIMES] : SINGLE;
