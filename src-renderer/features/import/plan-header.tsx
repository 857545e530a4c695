import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { PlanShape, RunShape } from '../../../src-preload/contract/run-shapes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { countWrites, describePlan } from './describe-plan.ts';

/** Where the changes of a plan come from that no import made. */
const WHERE_FROM: Readonly<Record<Exclude<RunShape['kind'], 'import'>, string>> = {
  csv: t('The counts of your file, for both sides.'),
  sync: t('Changes that the sync found, and stopped at.'),
  push: t('Changes of the store, for the till.'),
  undo: t('What the undo puts back.'),
};

/** A plan that a person asked for about some products has looked at no others. */
const isOfItsRowsOnly = ({ itemsOnTill, productsInStore }: PlanShape, writes: number): boolean =>
  itemsOnTill === writes && productsInStore === writes;

const sayRead = ({ itemsOnTill, productsInStore }: PlanShape): string =>
  t('{{items}} items on the till (each size is one), {{products}} products in the store.', {
    items: formatCount(itemsOnTill),
    products: formatCount(productsInStore),
  });

/** The plan in one sentence, and its approval. */
export function PlanHeader({ plan }: { readonly plan: PlanShape }) {
  const { choices, apply, approve, makePlan, leaveRun } = useImport();
  const [isAsking, setIsAsking] = useState(false);
  const kind = useImport((s) => s.runs.find(({ runId }) => runId === plan.runId)?.kind ?? 'import');
  const writes = countWrites(plan);
  const confirm = async (): Promise<void> => {
    setIsAsking(false);
    await approve();
    await apply(plan.runId);
  };
  return (
    <Group component="section" className="tb-card" justify="space-between" aria-label={t('Approval')}>
      <Stack gap={4} flex="1 1 360px">
        <Title order={2}>{describePlan(plan)}</Title>
        <Text c="dimmed">
          {kind === 'import' && !isOfItsRowsOnly(plan, writes)
            ? `${sayRead(plan)} `
            : kind !== 'import' && `${WHERE_FROM[kind]} `}
          {writes > 0 ? t('Nothing is written until you approve.') : ''}
        </Text>
      </Stack>
      <Group gap="sm">
        <Button variant="subtle" onClick={leaveRun}>
          {t('Not now')}
        </Button>
        {choices.size > 0 && (
          <Button variant="default" onClick={() => void makePlan()}>
            {t('Plan again with my {{count, number}} decisions', { count: choices.size })}
          </Button>
        )}
        <Button
          leftSection={<Check size={16} aria-hidden />}
          disabled={writes === 0 || plan.obstacle !== null}
          onClick={() => (plan.brake ? setIsAsking(true) : void apply(plan.runId))}
        >
          {writes === 0
            ? t('Nothing to do')
            : t('Approve and start ({{number}})', { number: formatCount(writes) })}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('This changes unusually much')}
        text={`${plan.brake?.message ?? ''} ${t('Do it only if that is what you want; it can be undone afterwards.')}`}
        word={t('Do it all the same')}
        isDangerous
        confirm={() => void confirm()}
        close={() => setIsAsking(false)}
      />
    </Group>
  );
}
