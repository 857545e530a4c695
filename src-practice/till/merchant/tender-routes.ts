import { z } from 'zod';
import { createId, type TillContext } from '../context.ts';
import { missField, readBody } from '../rest/body.ts';
import type { Route, TillAnswer, TillCall } from '../rest/call.ts';
import { flag, text } from '../rest/filter.ts';
import { answerList, readShelf } from '../rest/list.ts';
import type { TenderRow } from '../rows.ts';

/** The system tenders Clover names (clover.md 7.7); a real merchant has a few more. */
const SYSTEM_TENDERS = [
  { labelKey: 'com.clover.tender.cash', label: 'Cash', opensCashDrawer: true },
  { labelKey: 'com.clover.tender.check', label: 'Check', opensCashDrawer: true },
  { labelKey: 'com.clover.tender.credit_card', label: 'Credit Card', supportsTipping: true },
  { labelKey: 'com.clover.tender.debit_card', label: 'Debit Card', supportsTipping: true },
  { labelKey: 'com.clover.tender.external_payment', label: 'External Payment' },
  { labelKey: 'com.clover.tender.external_gift_card', label: 'External Gift Card' },
  { labelKey: 'com.clover.tender.external_pin_debit', label: 'External Pin Debit', enabled: false },
] as const;

const NEW_TENDER = {
  editable: false,
  opensCashDrawer: false,
  supportsTipping: false,
  enabled: true,
  visible: true,
};

const TENDER_BODY = z.object({
  label: z.string().min(1).max(127).exactOptional(),
  opensCashDrawer: z.boolean().exactOptional(),
  supportsTipping: z.boolean().exactOptional(),
  enabled: z.boolean().exactOptional(),
  visible: z.boolean().exactOptional(),
});

/** Gives a new merchant the tenders every merchant has. */
export function addSystemTenders(till: TillContext): void {
  for (const tender of SYSTEM_TENDERS) {
    till.state.tenders.put({ ...NEW_TENDER, ...tender, id: createId(till) });
  }
}

/** `/tenders`: the list, and a tender of the merchant's own (clover.md 7.7). */
export function createTenderRoutes(till: TillContext): Route[] {
  const { tenders } = till.state;
  const base = `/v3/merchants/${till.merchant.id}/tenders`;
  const show = (call: TillCall, tender: TenderRow): unknown => ({
    href: `${call.origin}${base}/${tender.id}`,
    ...tender,
  });
  const fields = {
    labelKey: text<TenderRow>((tender) => tender.labelKey),
    label: text<TenderRow>((tender) => tender.label),
    enabled: flag<TenderRow>((tender) => tender.enabled),
    visible: flag<TenderRow>((tender) => tender.visible),
    id: text<TenderRow>((tender) => tender.id),
  };
  const create = (call: TillCall): TillAnswer => {
    const { label, ...given } = readBody(call, TENDER_BODY);
    if (label === undefined) throw missField('label');
    const tender = tenders.put({ ...NEW_TENDER, ...given, id: createId(till), label, editable: true });
    return { body: show(call, tender) };
  };
  const list = (call: TillCall): TillAnswer =>
    answerList(till, call, {
      source: readShelf(tenders, () => tenders.keys()),
      fields,
      expands: {},
      show: (tender) => show(call, tender),
    });
  return [
    { method: 'GET', path: '/tenders', area: 'merchant', answer: list },
    { method: 'POST', path: '/tenders', area: 'merchant', answer: create },
  ];
}
