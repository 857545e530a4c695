import type { Command } from './command.ts';
import { APPLY, APPROVE } from './commands/apply.ts';
import { CLEAN } from './commands/clean.ts';
import { CONFLICTS } from './commands/conflicts.ts';
import { CONNECT_CLOVER, CONNECT_WOO, DISCONNECT } from './commands/connect.ts';
import { DRIFT } from './commands/drift.ts';
import { CONNECT_HUB, HUB, HUB_CODE, HUB_ERASE, HUB_HELD, HUB_INVITE, HUB_REVOKE } from './commands/hub.ts';
import { IMPORT } from './commands/import.ts';
import { LINKS } from './commands/links.ts';
import { LOG } from './commands/log.ts';
import { ORDERS_BY_HAND, ORDERS_RETRY, ORDERS_SEEN, REPRINT, TEST_PRINT } from './commands/order-acts.ts';
import { ORDERS, PRINTS } from './commands/orders.ts';
import { PARKED, PARKED_RETRY } from './commands/parked.ts';
import { PIN, UNPIN } from './commands/pin.ts';
import { PLAN } from './commands/plan.ts';
import { PRACTICE } from './commands/practice.ts';
import { REHEARSE } from './commands/rehearse.ts';
import { RESOLVE } from './commands/resolve.ts';
import { RULES, RULES_REMOVE } from './commands/rules.ts';
import { RUN } from './commands/run.ts';
import { SETTINGS, SETTINGS_LOAD, SETTINGS_SET } from './commands/settings.ts';
import { SOLDOUT } from './commands/soldout.ts';
import { STAFF_STORE, STAFF_TILL } from './commands/staff.ts';
import { STATUS } from './commands/status.ts';
import { STOCK, STOCK_EXPORT, STOCK_IMPORT } from './commands/stock.ts';
import { DIAGNOSTICS, ERASE, EXPORT_DATA } from './commands/support.ts';
import { SYNC } from './commands/sync.ts';
import { TEST } from './commands/test.ts';
import { THRESHOLD } from './commands/threshold.ts';
import { UNDO } from './commands/undo.ts';
import { WHY } from './commands/why.ts';

/** Every command there is, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  CONNECT_CLOVER,
  CONNECT_WOO,
  CONNECT_HUB,
  DISCONNECT,
  TEST,
  SETTINGS,
  SETTINGS_SET,
  SETTINGS_LOAD,
  PLAN,
  APPLY,
  APPROVE,
  IMPORT,
  UNDO,
  SYNC,
  RUN,
  REHEARSE,
  STATUS,
  CONFLICTS,
  RESOLVE,
  RULES,
  RULES_REMOVE,
  PIN,
  UNPIN,
  STOCK,
  STOCK_EXPORT,
  STOCK_IMPORT,
  THRESHOLD,
  SOLDOUT,
  DRIFT,
  ORDERS,
  ORDERS_RETRY,
  ORDERS_SEEN,
  ORDERS_BY_HAND,
  PRINTS,
  REPRINT,
  TEST_PRINT,
  PARKED,
  PARKED_RETRY,
  HUB,
  HUB_INVITE,
  HUB_REVOKE,
  HUB_CODE,
  HUB_HELD,
  HUB_ERASE,
  LINKS,
  WHY,
  LOG,
  CLEAN,
  DIAGNOSTICS,
  EXPORT_DATA,
  ERASE,
  PRACTICE,
  STAFF_TILL,
  STAFF_STORE,
];
