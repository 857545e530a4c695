import { Stack, Title } from '@mantine/core';
import type { OrderTicketShape } from '../../../src-preload/contract/order-shapes.ts';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';

export interface OrderRemarksProps {
  readonly ticket: OrderTicketShape;
  /** What the order itself says already. */
  readonly toldAbove: FailureShape | null;
  /** Those that may cost money or food, or the others. */
  readonly isFlagged: boolean;
}

/** What a person should know of the order. */
export function OrderRemarks({ ticket, toldAbove, isFlagged }: OrderRemarksProps) {
  const remarks = listOnce(ticket.remarks.filter((remark) => remark.isFlagged === isFlagged)).filter(
    ({ message }) => message !== toldAbove?.message,
  );
  if (remarks.length === 0) return null;
  const title = t(isFlagged ? 'To look at' : 'Remarks');
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Title order={3} size="h4">
        {title}
      </Title>
      {remarks.map((failure) => (
        <FailureNotice key={failure.message} failure={failure} tone={isFlagged ? 'waiting' : 'quiet'} />
      ))}
    </Stack>
  );
}

/** The same can be true of several lines. */
const listOnce = (remarks: OrderTicketShape['remarks']): FailureShape[] => [
  ...new Map(remarks.map(({ failure }) => [failure.message, failure])).values(),
];
