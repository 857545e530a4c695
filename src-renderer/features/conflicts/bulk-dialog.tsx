import type { FieldNameShape } from '../../../src-preload/contract/live-shapes.ts';
import type { SideName } from '../../../src-preload/contract/shapes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { nameFields } from '../../components/field-name.ts';
import { formatCount } from '../../components/money.ts';
import { useConflicts } from '../../state/conflicts.ts';
import { OTHER_SIDE } from './conflict-words.ts';

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
      word={question ? `Take the ${question.take}’s` : ''}
      isBusy={isResolvingAll}
      confirm={() => void confirm()}
      close={close}
    />
  );
}

const titleOf = ({ field, take, isAlways }: BulkQuestion, count: number): string =>
  isAlways
    ? `Always take the ${take}’s ${nameFields(field)}?`
    : `Take the ${take}’s ${nameFields(field)} for ${countProducts(count)}?`;

function sayBulk({ field, take, isAlways }: BulkQuestion, count: number): string {
  const now = `${countProducts(count)} ${count === 1 ? 'gets' : 'get'} the ${take}’s value in the ${OTHER_SIDE[take]} too; the ${OTHER_SIDE[take]}’s own is replaced.`;
  const later = isAlways
    ? ` From now on a rule settles every conflict of ${nameFields(field)} this way, until you remove it.`
    : '';
  return `${now.replace('in the till', 'on the till')}${later} It can be undone under Import, Earlier.`;
}

const countProducts = (count: number): string =>
  count === 1 ? '1 product' : `${formatCount(count)} products`;
