import type { FieldNameShape } from '../../../src-preload/contract/live-shapes.ts';
import type { SideName } from '../../../src-preload/contract/shapes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { nameFields } from '../../components/field-name.ts';
import { t } from '../../i18n/i18n.ts';
import { useConflicts } from '../../state/conflicts.ts';

export interface BulkQuestion {
  readonly field: FieldNameShape;
  readonly take: SideName;
  readonly isAlways: boolean;
}

export interface BulkDialogProps {
  /** null: nothing is asked. */
  readonly question: BulkQuestion | null;
  readonly close: () => void;
}

/** Says what one answer for many would do, before it is given. */
export function BulkDialog({ question, close }: BulkDialogProps) {
  const { fields, isResolvingAll, resolveAll } = useConflicts();
  const count = fields.find(({ field }) => field === question?.field)?.count ?? 0;
  const confirm = async (): Promise<void> => {
    if (question) await resolveAll(question.field, question.take, question.isAlways);
    close();
  };
  return (
    <ConfirmDialog
      isOpen={question !== null}
      title={question ? titleOf(question, count) : ''}
      text={question ? sayBulk(question, count) : ''}
      word={question ? wordOf(question) : ''}
      isBusy={isResolvingAll}
      confirm={() => void confirm()}
      close={close}
    />
  );
}

/** A sentence of its own, unlike the button beside the value. */
const wordOf = ({ take }: BulkQuestion): string =>
  t(take === 'till' ? 'Take the till’s' : 'Take the store’s', { context: 'confirm' });

function titleOf({ field, take, isAlways }: BulkQuestion, count: number): string {
  const fields = nameFields(field);
  if (isAlways)
    return t(take === 'till' ? 'Always take the till’s {{fields}}?' : 'Always take the store’s {{fields}}?', {
      fields,
    });
  return t(
    take === 'till'
      ? 'Take the till’s {{fields}} for {{count, number}} products?'
      : 'Take the store’s {{fields}} for {{count, number}} products?',
    { fields, count },
  );
}

function sayBulk({ field, take, isAlways }: BulkQuestion, count: number): string {
  const now = t(
    take === 'till'
      ? '{{count, number}} products get the till’s value in the store too; the store’s own is replaced.'
      : '{{count, number}} products get the store’s value on the till too; the till’s own is replaced.',
    { count },
  );
  const later = t('From now on a rule settles every conflict of {{fields}} this way, until you remove it.', {
    fields: nameFields(field),
  });
  return [now, ...(isAlways ? [later] : []), t('It can be undone under Import, Earlier.')].join(' ');
}
