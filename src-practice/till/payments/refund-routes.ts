import type { TillContext } from '../context.ts';
import type { CreditRow, RefundRow } from '../order-rows.ts';
import type { Route } from '../rest/call.ts';
import { number, text } from '../rest/filter.ts';
import { answerList, type List } from '../rest/list.ts';
import { readTimedShelf } from '../rest/timed-source.ts';
import { showCredit, showRefund } from './payment-view.ts';

/**
 * `/refunds` and `/credits`, for reading: the API cannot give money back, so that writing is a 405
 * (clover.md 7.8). The fields to filter by are not published.
 */
export function createRefundRoutes(till: TillContext): Route[] {
  const { state } = till;
  const isNewestFirst = (): boolean => till.answers.orderOrder === 'newest';
  const refunds: List<RefundRow> = {
    source: readTimedShelf(state.refunds, isNewestFirst),
    fields: {
      createdTime: number((refund) => refund.createdTime),
      clientCreatedTime: number((refund) => refund.createdTime),
      modifiedTime: number((refund) => refund.modifiedTime),
      'payment.id': text((refund) => refund.paymentId),
      id: text((refund) => refund.id),
    },
    expands: {},
    show: showRefund,
  };
  const credits: List<CreditRow> = {
    source: readTimedShelf(state.credits, isNewestFirst),
    fields: {
      createdTime: number((credit) => credit.createdTime),
      modifiedTime: number((credit) => credit.modifiedTime),
      id: text((credit) => credit.id),
    },
    expands: {},
    show: showCredit,
  };
  const area = 'payments';
  return [
    { method: 'GET', path: '/refunds', area, answer: (call) => answerList(till, call, refunds) },
    { method: 'GET', path: '/credits', area, answer: (call) => answerList(till, call, credits) },
  ];
}
