import type { Sentence } from '../sentence.ts';

/** Using the program: commands, arguments, settings. */
export const USE_SENTENCES = {
  USE_UNKNOWN_COMMAND: {
    says: 'There is no command[ "{command}"].',
    next: '[Did you mean "{nearest}"? ]The command "help" lists all there are.',
  },
  USE_UNKNOWN_FLAG: {
    says: 'The command[ "{command}"] does not take {flag|this flag}.',
    next: '[Did you mean {nearest}? ]The command "help" shows what each command takes.',
  },
  USE_MISSING_ARGUMENT: {
    says: 'The command[ "{command}"] needs {name|one more argument}.',
    next: '{how|The command "help" shows what each command needs.}',
  },
  USE_BAD_VALUE: {
    says: '{name|A value} was not accepted[: {why}].',
    next: '{how|The command "help" shows what each command takes.}',
  },
  USE_UNKNOWN_PLAN: {
    says: 'There is no plan[ {plan}].',
    next: 'Make a new plan and use its number.',
  },
  USE_UNKNOWN_RUN: {
    says: 'There is no run[ {run}].',
    next: 'Look up the number of the run in the log.',
  },
  USE_UNKNOWN_PRODUCT: {
    says: 'No product has the name, SKU or id[ "{product}"].',
    next: 'Check the spelling, or look it up among the products.',
  },
  USE_AMBIGUOUS_PRODUCT: {
    says: 'More than one product is called[ "{product}"] so[: {matches}].',
    next: 'Use the id of the one you mean.',
  },
  USE_UNKNOWN_CONFLICT: {
    says: 'There is no open conflict[ {conflict}]: it was settled since, or there never was one.',
    next: 'Look at the list of conflicts; it shows those that are open.',
  },
  USE_APPROVAL_NEEDED: {
    says: '{what|This change} waits for your approval. Nothing was changed.',
    next: '{how|Look at what it would do, then approve it.}',
  },
  USE_NOT_PRACTICE: {
    says: 'The server[ at {host}] is not a practice server, and staff commands act on those only.',
    next: 'Start practice servers and connect to them.',
  },
  SETTING_UNKNOWN: {
    says: 'There is no setting[ "{key}"]. Nothing was changed.',
    next: '[Did you mean "{nearest}"? ]The list of settings shows every name.',
  },
  SETTING_REFUSED: {
    says: 'The value[ "{value}"] does not fit the setting[ {key}]. Nothing was changed.',
    next: 'Give a value that it takes[: {takes}].',
  },
  SETTING_MAIL_WITHOUT_ADDRESS: {
    says: 'E-mail cannot be on while nobody is named who gets it. Nothing was changed.',
    next: 'Give the address first ("Send to", alerts.mailTo). To take the address away, switch e-mail (alerts.mail) off first.',
  },
  SETTING_FILE_UNREADABLE: {
    says: 'The settings file[ {file}] cannot be read[: {detail}]. Nothing was changed.',
    next: 'Give a JSON file that holds one object with the names of settings and their values.',
  },
  USE_UNKNOWN_ORDER: {
    says: 'There is no web order[ {order}].',
    next: 'Look at "orders": its number or its id in the store names it.',
  },
} as const satisfies Record<string, Sentence>;
