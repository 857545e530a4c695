import type { Dictionary } from '../dictionary.ts';
import { ALERTS_TEXTS } from './alerts.ts';
import { COMPONENTS_TEXTS } from './components.ts';
import { CONFLICTS_TEXTS } from './conflicts.ts';
import { FACT_WORDS_TEXTS } from './fact-words.ts';
import { FAILURES_RUNS_TEXTS } from './failures-runs.ts';
import { FAILURES_SIDES_TEXTS } from './failures-sides.ts';
import { FAILURES_USE_TEXTS } from './failures-use.ts';
import { FRAME_TEXTS } from './frame.ts';
import { HINTS_TEXTS } from './hints.ts';
import { HOME_TEXTS } from './home.ts';
import { IMPORT_TEXTS } from './import.ts';
import { KEYS_TEXTS } from './keys.ts';
import { LANGUAGE_TEXTS } from './language.ts';
import { LOG_TEXTS } from './log.ts';
import { LOGIN_TEXTS } from './login.ts';
import { ORDER_STORY_TEXTS } from './order-story.ts';
import { ORDERS_TEXTS } from './orders.ts';
import { PRODUCTS_TEXTS } from './products.ts';
import { REASONS_TEXTS } from './reasons.ts';
import { REHEARSAL_TEXTS } from './rehearsal.ts';
import { RELAY_TEXTS } from './relay.ts';
import { SELF_TEST_TEXTS } from './self-test.ts';
import { SETTING_RULES_TEXTS } from './setting-rules.ts';
import { SETTINGS_TEXTS } from './settings.ts';
import { SETUP_TEXTS } from './setup.ts';
import { SHELF_TEXTS } from './shelf.ts';
import { SHELL_TEXTS } from './shell.ts';
import { STAFF_SHEET_TEXTS } from './staff-sheet.ts';
import { STOCK_TEXTS } from './stock.ts';
import { SUPPORT_TEXTS } from './support.ts';
import { UPDATES_TEXTS } from './updates.ts';

/** All texts of this language. */
export const ES: Dictionary = {
  ...SETTINGS_TEXTS,
  ...SETTING_RULES_TEXTS,
  ...RELAY_TEXTS,
  ...ORDERS_TEXTS,
  ...LOGIN_TEXTS,
  ...LOG_TEXTS,
  ...STOCK_TEXTS,
  ...IMPORT_TEXTS,
  ...CONFLICTS_TEXTS,
  ...PRODUCTS_TEXTS,
  ...SETUP_TEXTS,
  ...HOME_TEXTS,
  ...FRAME_TEXTS,
  ...COMPONENTS_TEXTS,
  ...SELF_TEST_TEXTS,
  ...REHEARSAL_TEXTS,
  ...SHELF_TEXTS,
  ...KEYS_TEXTS,
  ...STAFF_SHEET_TEXTS,
  ...HINTS_TEXTS,
  ...UPDATES_TEXTS,
  ...SUPPORT_TEXTS,
  ...FAILURES_USE_TEXTS,
  ...FAILURES_SIDES_TEXTS,
  ...FAILURES_RUNS_TEXTS,
  ...REASONS_TEXTS,
  ...FACT_WORDS_TEXTS,
  ...ORDER_STORY_TEXTS,
  ...ALERTS_TEXTS,
  ...SHELL_TEXTS,
  ...LANGUAGE_TEXTS,
};
