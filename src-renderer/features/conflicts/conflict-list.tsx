import { Button, Group, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ConflictShape } from '../../../src-preload/contract/live-shapes.ts';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { useConflicts } from '../../state/conflicts.ts';
import { useStatus } from '../../state/status.ts';
import type { BulkQuestion } from './bulk-dialog.tsx';
import { ConflictRow } from './conflict-row.tsx';

export interface ConflictListProps {
  readonly conflicts: readonly ConflictShape[];
  readonly total: number;
  readonly ask: (question: BulkQuestion) => void;
}

/** The open conflicts, the oldest first; j and k move, 1 and 2 answer. */
export function ConflictList({ conflicts, total, ask }: ConflictListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  const showMore = useConflicts((s) => s.showMore);
  const till = useStatus((s) => s.status?.till?.currency ?? '');
  const store = useStatus((s) => s.status?.store?.currency ?? '');
  // A conflict that was settled leaves the list; the row that Tab reaches is then the first one.
  const active = conflicts.some(({ id }) => id === wanted) ? wanted : (conflicts[0]?.id ?? null);
  const move = (from: number, step: number): void => {
    const at = conflicts.findIndex(({ id }) => id === from);
    const next = conflicts[Math.min(conflicts.length - 1, Math.max(0, at + step))];
    if (!next) return;
    setWanted(next.id);
    list.current?.querySelector<HTMLElement>(`[data-conflict="${next.id}"]`)?.focus();
  };
  return (
    <>
      <ul className="tb-conflicts" ref={list} aria-label={t('Conflicts')}>
        {conflicts.map((conflict) => (
          <ConflictRow
            key={conflict.id}
            conflict={conflict}
            currencies={{ till, store }}
            isActive={conflict.id === active}
            activate={() => setWanted(conflict.id)}
            move={(step) => move(conflict.id, step)}
            askAlways={(take) => ask({ field: conflict.field, take, isAlways: true })}
          />
        ))}
      </ul>
      {conflicts.length < total && (
        <Group justify="center" gap="sm">
          <Text size="sm" c="dimmed">
            {t('{{shown}} of {{total}} are shown.', {
              shown: formatCount(conflicts.length),
              total: formatCount(total),
            })}
          </Text>
          <Button size="xs" variant="default" onClick={showMore}>
            {t('Show more')}
          </Button>
        </Group>
      )}
    </>
  );
}
