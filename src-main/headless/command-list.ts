import type { Command } from './command.ts';
import { APPLY, APPROVE } from './commands/apply.ts';
import { CLEAN } from './commands/clean.ts';
import { CONNECT_CLOVER, CONNECT_WOO, DISCONNECT } from './commands/connect.ts';
import { IMPORT } from './commands/import.ts';
import { LINKS } from './commands/links.ts';
import { LOG } from './commands/log.ts';
import { PLAN } from './commands/plan.ts';
import { PRACTICE } from './commands/practice.ts';
import { SETTINGS, SETTINGS_LOAD, SETTINGS_SET } from './commands/settings.ts';
import { STAFF_STORE, STAFF_TILL } from './commands/staff.ts';
import { STATUS } from './commands/status.ts';
import { TEST } from './commands/test.ts';
import { UNDO } from './commands/undo.ts';
import { WHY } from './commands/why.ts';

/** Every command there is, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  CONNECT_CLOVER,
  CONNECT_WOO,
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
  STATUS,
  LINKS,
  WHY,
  LOG,
  CLEAN,
  PRACTICE,
  STAFF_TILL,
  STAFF_STORE,
];
