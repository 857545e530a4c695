import type { Dictionary } from '../dictionary.ts';
import { ALERTS_TEXTS } from './alerts.ts';
import { COMPONENTS_TEXTS } from './components.ts';
import { CONFLICTS_TEXTS } from './conflicts.ts';
import { FRAME_TEXTS } from './frame.ts';
import { HOME_TEXTS } from './home.ts';
import { IMPORT_TEXTS } from './import.ts';
import { LOG_TEXTS } from './log.ts';
import { LOGIN_TEXTS } from './login.ts';
import { ORDER_STORY_TEXTS } from './order-story.ts';
import { ORDERS_TEXTS } from './orders.ts';
import { PRODUCTS_TEXTS } from './products.ts';
import { REHEARSAL_TEXTS } from './rehearsal.ts';
import { SELF_TEST_TEXTS } from './self-test.ts';
import { SETTINGS_TEXTS } from './settings.ts';
import { SHELL_TEXTS } from './shell.ts';
import { STOCK_TEXTS } from './stock.ts';
import { SUPPORT_TEXTS } from './support.ts';

/** All texts of this language. */
export const EN: Dictionary = {
  ...SETTINGS_TEXTS,
  ...ORDERS_TEXTS,
  ...LOGIN_TEXTS,
  ...LOG_TEXTS,
  ...STOCK_TEXTS,
  ...IMPORT_TEXTS,
  ...CONFLICTS_TEXTS,
  ...PRODUCTS_TEXTS,
  ...HOME_TEXTS,
  ...FRAME_TEXTS,
  ...COMPONENTS_TEXTS,
  ...SELF_TEST_TEXTS,
  ...REHEARSAL_TEXTS,
  ...SUPPORT_TEXTS,
  ...ALERTS_TEXTS,
  ...ORDER_STORY_TEXTS,
  ...SHELL_TEXTS,
};
