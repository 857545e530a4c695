import type { WorldKind } from '../world/world-job.ts';

/** A bug that the worlds must notice: a text of the product that stands in its file exactly once, and what is put there. */
export interface PlantedBug {
  readonly name: string;
  /** The worlds that are to notice it; those of the shop where absent. */
  readonly kind?: WorldKind;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/**
 * One is not among them: an outdated row that is dropped without a new hint does no harm, since the next look finds the
 * same difference again.
 */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'the last agreed values stay as they were after a write to the till',
    file: 'src-main/engine/till-recorder.ts',
    find: 'ledger.shadows.put(row.linkId, agreeOnTill(change, item, ledger.shadows.get(row.linkId)));',
    put: '',
  },
  {
    name: 'the last agreed values stay as they were after a write to the store',
    file: 'src-main/engine/result-recorder.ts',
    find: 'ledger.shadows.put(linkId, agree(change, stored, before, readCategories()));',
    put: 'if (!before) ledger.shadows.put(linkId, agree(change, stored, before, readCategories()));',
  },
  {
    name: 'a stock move is written and the agreed counts do not grow',
    file: 'src-main/engine/till-recorder.ts',
    find: '? shiftStock(before, decision, times)',
    put: '? { ...before }',
  },
  {
    name: 'a stock move on the till whose answer was lost is made again',
    file: 'src-main/engine/flows/earlier-try.ts',
    find: "  if (from === undefined) return 'none';",
    put: "  if (from === undefined || side === 'till') return 'none';",
  },
  {
    name: 'a till stock move is settled as not done, though it was',
    file: 'src-main/engine/flows/move-stock.ts',
    find: "  if (end === 'none') return false;\n",
    put: "  if (end !== 'unsure') return false;\n",
  },
  {
    name: 'a row is sent before its intent is committed',
    file: 'src-main/store/outbox-table.ts',
    find: 'for (const record of records) sql.start.run(floorId, record.seq);',
    put: '',
  },
  {
    name: 'of a conflict the newest value wins',
    file: 'src-main/domain/merge.ts',
    find: "'till-changed', input);\n  return settle(field, stored, till, input) ?? { verdict: 'conflict', rule: 'both-changed' };",
    put: "'till-changed', input);\n  return settle(field, stored, till, input) ?? write('till-changed', input);",
  },
  {
    name: 'two recounts of one thing are taken for movements',
    file: 'src-main/domain/merge-stock.ts',
    find: 'if (counted.till !== 0 && counted.store !== 0) {',
    put: 'if (counted.till !== 0 && counted.store !== 0 && isEqual) {',
  },
  {
    name: 'hints end before their plan is kept',
    file: 'src-main/engine/live/sync-planner.ts',
    find: 'const touched = findTouched(entries, ledger);',
    put: 'const touched = findTouched(entries, ledger);\n      ledger.inbox.remove(entries);',
  },
  {
    name: 'a run that made way is given up',
    file: 'src-main/engine/flows/import-catalog.ts',
    find: "ledger.runs.setState(runId, goesOn ? 'stopped' : 'cancelled');",
    put: "ledger.runs.setState(runId, 'cancelled');",
  },
  {
    name: 'a run that a failure stopped is given up',
    file: 'src-main/engine/live/sync-pass.ts',
    find: "const TO_BE_FINISHED: readonly RunState[] = ['planned', 'approved', 'applying', 'stopped'];",
    put: "const TO_BE_FINISHED: readonly RunState[] = ['planned', 'approved', 'applying'];",
  },
  {
    name: 'a run that died is given up',
    file: 'src-main/engine/live/sync-pass.ts',
    find: "const TO_BE_FINISHED: readonly RunState[] = ['planned', 'approved', 'applying', 'stopped'];",
    put: "const TO_BE_FINISHED: readonly RunState[] = ['planned', 'stopped'];",
  },
  {
    name: 'a category is dropped on the way to the till',
    file: 'src-main/domain/till-patch-build.ts',
    find: 'add: wanted.filter((id) => !present.includes(asCloverId(id))).map((id) => ({ till: asCloverId(id) })),',
    put: 'add: [],',
  },
  {
    name: 'categories are never taken away on the till',
    file: 'src-main/domain/till-patch-build.ts',
    find: 'remove: present.filter((id) => !wanted.includes(id)),',
    put: 'remove: [],',
  },
  {
    name: 'what moved on the till since the plan is overwritten',
    file: 'src-main/engine/flows/write-till.ts',
    find: 'if (!item || !intent || hasMoved(intent, item) || (!isTried && isNewsOfTheirs(intent, item))) {',
    put: 'if (!item || !intent) {',
  },
  {
    name: 'what moved in the store since the plan is overwritten',
    file: 'src-main/engine/row-preparer.ts',
    find: 'return product ? hasMoved(change, product, categories) : !isRestore(change);',
    put: 'return product ? false : !isRestore(change);',
  },
  {
    name: 'another category since the plan is no news',
    file: 'src-main/engine/flows/till-news.ts',
    find: 'hasMovedShelves(intent, item) || isOffAlready(intent, item);',
    put: 'isOffAlready(intent, item);',
  },
  {
    name: 'a create whose answer was lost is made again without a search',
    file: 'src-main/engine/store-writer.ts',
    find: 'if (creates.length === 0) return rows;',
    put: 'if (creates.length >= 0) return rows;',
  },
  {
    name: 'the look is remembered though its hints were not kept',
    file: 'src-main/engine/live/look.ts',
    find: 'ledger.inbox.add(hints, clock.nowMs());',
    put: 'if (store.ok && till.ok) ledger.inbox.add(hints, clock.nowMs());',
  },
  {
    name: 'no order is noted',
    file: 'src-main/engine/live/look.ts',
    find: 'hints.push(...noteOrders(side, orders, deps).filter(({ order }) => isWorthLook(side, order)));',
    put: 'hints.push(...noteOrders(side, [], deps).filter(({ order }) => isWorthLook(side, order)));',
  },
  {
    name: 'what a person said of older values still holds',
    file: 'src-main/domain/merge.ts',
    find: 'if (!isUnchanged(till, ruling.seen.till) || !isUnchanged(store, ruling.seen.store)) return null;',
    put: '',
  },
  {
    name: 'modifiers are not among the fields',
    file: 'src-main/domain/wanted-fields.ts',
    find: "wanted.set('modifiers', describeModifierGroups(item.modifierGroupIds, context.catalog));",
    put: '',
  },
  {
    name: 'what is new is told by this computer’s clock',
    file: 'src-main/engine/live/look.ts',
    find: '[TILL_CURSOR, changed.value.untilMs],',
    put: '[TILL_CURSOR, deps.clock.nowMs()],',
  },
  {
    name: 'a commit does not wait for the disk',
    file: 'src-main/store/database.ts',
    find: "db.pragma('synchronous = FULL');",
    put: "db.pragma('synchronous = NORMAL');",
  },
  {
    name: 'a hint is believed, and what it names not read again',
    file: 'src-main/engine/live/touched.ts',
    find: 'const missing = ids.filter((id) => !fresh?.items.has(id));',
    put: 'const missing: CloverId[] = [];',
  },
  {
    name: 'an answer to older values of a conflict is taken',
    file: 'src-main/engine/live/conflict-desk.ts',
    find: 'if (seen && !isAsSeen(conflict, seen))',
    put: 'if (seen && conflict === null)',
  },
  {
    name: 'a conflict shows the values that it was opened with',
    file: 'src-main/store/conflict-table.ts',
    find: 'SET base = excluded.base, till = excluded.till, store = excluded.store,',
    put: 'SET base = excluded.base,',
  },
  {
    name: 'a hint is acknowledged before it is committed',
    kind: 'hints',
    file: 'src-main/engine/hub/hub-link.ts',
    find: '    const upTo = Math.max(...all.map(({ seq }) => seq));\n',
    put: '    const upTo = Math.max(...all.map(({ seq }) => seq));\n    acknowledge(upTo);\n',
  },
  {
    name: 'a ticket is printed again when the printer’s answer was lost',
    kind: 'few orders',
    file: 'src-main/engine/orders/print-ticket.ts',
    find: "return look(goOn(asked, {}, 'the printer’s answer was lost', context), LOOK_EVERY_MS, context);",
    put: "return rest(orders.update(flow.wooId, { print: 'none' }), outcome, context);",
  },
  {
    name: 'a till that prints by itself gets our ticket as well',
    kind: 'few orders',
    file: 'src-main/engine/orders/order-engine.ts',
    find: "succeed(around.value.tillFacts.printsByItself ? 'till' : 'app')",
    put: "succeed('app')",
  },
  {
    name: 'a ticket that is left to the till is looked after by nobody',
    kind: 'few orders',
    file: 'src-main/engine/orders/print-ticket.ts',
    find: "const left = { step: 'printing', print: 'left',",
    put: "const left = { step: 'printed', print: 'left',",
  },
  {
    name: 'a print is asked for before it is kept',
    kind: 'few orders',
    file: 'src-main/engine/orders/print-ticket.ts',
    find: "const asked = orders.update(flow.wooId, { print: 'unknown', printAskedMs: clock.nowMs() });",
    put: 'const asked = flow;',
  },
  {
    name: 'a payment whose answer was lost is recorded again',
    kind: 'few orders',
    file: 'src-main/engine/orders/record-payment.ts',
    find: "if (ours) return settle(flow, ours.id, 'found', context);\n  if (isPaidOtherwise(read.value, ticket)) return settle(flow, null, 'paid at the till', context);",
    put: '',
  },
  {
    name: 'a jammed printer is told to nobody',
    kind: 'few orders',
    file: 'src-main/engine/orders/print-ticket.ts',
    find: 'context.bell.ringPrint(failed, failure);',
    put: '',
  },
  {
    name: 'a row that a side refused is dropped instead of set aside',
    file: 'src-main/store/change-table.ts',
    find: "UPDATE run_change SET state = 'failed', failure = ?,",
    put: "UPDATE run_change SET state = 'kept', failure = ?,",
  },
  {
    name: 'another shop is taken for the one that the links are of',
    file: 'src-main/engine/linked-shop.ts',
    find: "return hasLinks ? createFailure('SYNC_OTHER_SHOP') : null;",
    put: 'return null;',
  },
  {
    name: 'the till is asked more often than it allows',
    file: 'src-main/connectors/clover/clover-client.ts',
    find: 'rate: { calls: 14, windowMs: 1_000 },',
    put: 'rate: { calls: 20, windowMs: 1_000 },',
  },
];
