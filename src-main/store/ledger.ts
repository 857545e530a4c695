import type { Database } from 'better-sqlite3';
import type { ShopKey } from '../domain/shop.ts';
import type { Ledger } from '../engine/ledger-ports.ts';
import { createAlertTable } from './alert-table.ts';
import { createChangeTable } from './change-table.ts';
import { createConflictTable } from './conflict-table.ts';
import { createInboxTable } from './inbox-table.ts';
import { createJournalTable } from './journal-table.ts';
import { createLeftTable } from './left-table.ts';
import { createLinkTable } from './link-table.ts';
import { createListings } from './listings.ts';
import { createOrderTable } from './order-table.ts';
import { createOutboxTable } from './outbox-table.ts';
import { createMetaTable, createSettingTable } from './pair-table.ts';
import { createRetention } from './retention.ts';
import { createRuleTable } from './rule-table.ts';
import { createRunTable } from './run-table.ts';
import { createShadowTable } from './shadow-table.ts';
import { createSightTable } from './sight-table.ts';
import { createStockMoveTable } from './stock-move-table.ts';
import { createStockRuleTable } from './stock-rule-table.ts';

/** All tables of one data file behind the engine's port. */
export function createLedger(db: Database): Ledger {
  return {
    transaction: (work) => (db.inTransaction ? work() : db.transaction(work).immediate()),
    links: createLinkTable(db),
    shadows: createShadowTable(db),
    runs: createRunTable(db),
    changes: createChangeTable(db),
    outbox: createOutboxTable(db),
    journal: createJournalTable(db),
    settings: createSettingTable(db),
    meta: createMetaTable(db),
    listings: createListings(db),
    alerts: createAlertTable(db),
    retention: createRetention(db),
    inbox: createInboxTable(db),
    left: createLeftTable(db),
    conflicts: createConflictTable(db),
    rules: createRuleTable(db),
    stockMoves: createStockMoveTable(db),
    stockRules: createStockRuleTable(db),
    sights: createSightTable(db),
    ordersOf: rememberOrderTables(db),
  };
}

/** Asked for with every look and every nap: its statements are prepared once for each shop. */
function rememberOrderTables(db: Database): Ledger['ordersOf'] {
  const tables = new Map<ShopKey, ReturnType<Ledger['ordersOf']>>();
  return (shop) => {
    const known = tables.get(shop);
    if (known) return known;
    const made = createOrderTable(db, shop);
    tables.set(shop, made);
    return made;
  };
}
