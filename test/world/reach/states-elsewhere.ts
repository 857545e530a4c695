/**
 * States that no call of the app shows in the worlds: passed within one turn, or of what people do in the window alone.
 * Each with the test that knows it.
 */
export const STATES_ELSEWHERE: Readonly<Record<string, string>> = {
  'state run planning': 'test/unit/store/approval.test.ts',
  'state run braked': 'test/integration/sync/clean.test.ts',
  'state run cancelled': 'test/integration/import/undo.test.ts',
  'state run approved': 'test/unit/store/approval.test.ts',
  'state run kind push': 'test/unit/store/till-approval.test.ts',
  'state order paid': 'test/integration/orders/order-flow.test.ts',
  'state hold person': 'test/integration/orders/order-trouble.test.ts',
  'state hold not-due': 'test/integration/orders/order-flow.test.ts',
  'state alert kind import-ended': 'test/integration/alerts/alerts.test.ts',
  'state alert kind weekly-report': 'test/integration/sync/weekly-report.test.ts',
};
