import type { AlertKind } from './alert.ts';
import { normalizeTimeOfDay } from './quiet-hours.ts';
import { choose, type SettingDefinition, switchOff, switchOn, text, whole } from './setting-definition.ts';

const ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/;
const HOST = /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i;
const MOST_ADDRESSES = 5;

/** Named in the log as changed, never with its value. */
export const personal = <T extends SettingDefinition>(definition: T): T & { readonly isPersonal: true } => ({
  ...definition,
  isPersonal: true,
});

const timeOfDay = (meaning: string): SettingDefinition => ({
  initial: '',
  meaning,
  takes: 'a time of day such as 22:00, or nothing',
  accept: (value) => {
    const time = value.trim();
    return time === '' ? '' : normalizeTimeOfDay(time);
  },
});

/** The addresses of a list, each once. */
export const splitAddresses = (value: string): string[] => [
  ...new Set(
    value
      .split(',')
      .map((address) => address.trim())
      .filter((address) => address !== ''),
  ),
];

/** At most so many e-mail addresses. */
export const addresses = (most: number, meaning: string): SettingDefinition => ({
  initial: '',
  meaning,
  takes: most === 1 ? 'an e-mail address, or nothing' : `up to ${most} e-mail addresses, with commas between`,
  accept: (value) => {
    const list = splitAddresses(value);
    return list.length <= most && list.every((address) => ADDRESS.test(address)) ? list.join(', ') : null;
  },
});

const toldBy = (initial: ToldBy, what: string): SettingDefinition =>
  choose(initial, ['both', 'desktop', 'mail', 'off'], `How you are told of ${what}.`);

/** Where a kind of alert goes. */
export type ToldBy = 'both' | 'desktop' | 'mail' | 'off';

/** How and when a person is told. The password of the mail account is no setting: it lies in the vault. */
export const ALERT_SETTINGS = {
  'alerts.desktop': switchOn('Show notifications on this computer.'),
  'alerts.sound': switchOn('Let notifications make a sound.'),
  'alerts.quietFrom': timeOfDay(
    'From this time of day alerts wait; only lost orders and failed prints do not.',
  ),
  'alerts.quietTo': timeOfDay('At this time of day what waited is told in one.'),
  'alerts.repeatMinutes': whole(
    10,
    1,
    1440,
    'Minutes after which a lost order or a failed print is told again, until somebody has seen it.',
  ),
  'alerts.mail': switchOff('Send alerts by e-mail.'),
  'alerts.mailTo': personal(addresses(MOST_ADDRESSES, 'Who gets the e-mails.')),
  'alerts.mailFrom': personal(
    addresses(1, 'The sender’s address; empty takes the account’s name or the first receiver.'),
  ),
  'alerts.smtpHost': {
    initial: '',
    meaning: 'The server that your e-mail provider names for sending (SMTP).',
    takes: 'the name of a server, such as smtp.example.com',
    accept: (value: string) => {
      const host = value.trim();
      return host === '' || (host.length <= 253 && HOST.test(host)) ? host.toLowerCase() : null;
    },
  },
  'alerts.smtpPort': whole(587, 1, 65_535, 'Its port: mostly 587 with STARTTLS, 465 with TLS.'),
  'alerts.smtpSecurity': choose(
    'starttls',
    ['starttls', 'tls', 'none'],
    'How the way to the server is kept secret; none is for a server on this computer only.',
  ),
  'alerts.smtpUser': personal(
    text('', 200, 'The name of the account there; empty sends without signing in.'),
  ),
  'alerts.kind.lost-order': toldBy('both', 'a web order that did not reach the till'),
  'alerts.kind.failed-print': toldBy('both', 'a ticket that was not printed'),
  'alerts.kind.sync-error': toldBy('both', 'what cannot be brought in step'),
  'alerts.kind.missing-prerequisite': toldBy('both', 'what is missing for the sync, such as a permission'),
  'alerts.kind.low-stock': toldBy('both', 'products that are low on stock'),
  'alerts.kind.odd-price': toldBy(
    'both',
    'a price that came to nothing, or to ten times or a tenth of what it was',
  ),
  'alerts.kind.import-ended': toldBy('desktop', 'an import that stopped or left products out'),
  'alerts.kind.weekly-report': toldBy('mail', 'the weekly report'),
} as const satisfies { readonly [key in `alerts.kind.${AlertKind}`]: SettingDefinition } & Record<
  string,
  SettingDefinition
>;
