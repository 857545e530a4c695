import { CloseButton, Group, Text } from '@mantine/core';
import type { FailureShape } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useOrders } from '../../state/orders.ts';

/** What came of the newest test print, or of an act that was refused. */
export function OrderNews() {
  const { testPrint, isTestPrinting, refusal, shown, overview, forgetNews } = useOrders();
  const trouble = testPrint?.ok ? testPrint.value.failure : testPrint?.failure;
  const isToldAbove = overview?.needs.some(({ failure }) => failure.code === trouble?.code) ?? false;
  return (
    <>
      {isTestPrinting && (
        <Text role="status" className="tb-tone tb-notice" data-tone="accent">
          {t('A test ticket is on its way. The till says within half a minute whether it was printed.')}
        </Text>
      )}
      {testPrint?.ok && testPrint.value.isPrinted && (
        <Group className="tb-tone tb-notice" data-tone="good" justify="space-between" wrap="nowrap">
          <Text role="status">
            {t('The till says that the test ticket was printed. Please throw it away.')}
          </Text>
          <CloseButton aria-label={t('Close the message')} onClick={forgetNews} />
        </Group>
      )}
      {trouble && (
        <FailureNotice
          failure={{ ...trouble, ...sayTestFailure(trouble, isToldAbove) }}
          action={{ word: t('Close'), act: forgetNews }}
        />
      )}
      {refusal && shown === null && (
        <FailureNotice
          failure={{
            ...refusal.failure,
            message: t('Order {{number}}: {{message}}', {
              number: refusal.number,
              message: refusal.failure.message,
            }),
          }}
          action={{ word: t('Close'), act: forgetNews }}
        />
      )}
    </>
  );
}

const sayTestFailure = (
  { code, message, hint }: FailureShape,
  isToldAbove: boolean,
): Pick<FailureShape, 'message' | 'hint'> =>
  isToldAbove
    ? {
        message: t('The test ticket was not printed, for the same reason.'),
        hint: t('Mend that, then test again.'),
      }
    : {
        message: code.startsWith('ORDER_TEST_')
          ? message
          : t('The test ticket was not printed. {{message}}', { message }),
        hint,
      };
