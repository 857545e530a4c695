import { type MailText, writeAlertMail, writeTestMail } from '../domain/alert-mail.ts';
import type { Telling } from '../domain/alert-policy.ts';
import { splitAddresses } from '../domain/alert-settings.ts';
import { createFailure, type Failure, FailureError } from '../domain/failure.ts';
import type { Settings } from '../domain/settings.ts';
import type { Words } from '../domain/words.ts';
import { type Attempt, fail, succeed } from './attempt.ts';
import type { MetaLedger } from './ledger-ports.ts';
import type { MailAccess, MailPort, SecretPort } from './ports.ts';

/** Names of the password in the vault, and of the mark in the data file that there is one. */
const PASSWORD_SECRET = 'mail.password';
const PASSWORD_META = 'mail.hasPassword';

export interface MailerDeps {
  readonly mail: MailPort;
  readonly meta: MetaLedger;
  readonly openVault: () => Promise<Attempt<SecretPort>>;
  readonly readSettings: () => Settings;
  readonly readShop: () => string | null;
  readonly describeTime: (atMs: number) => string;
  readonly words: Words;
}

export interface AlertMailer {
  hasPassword(): boolean;
  setPassword(password: string): Promise<Attempt<void>>;
  send(telling: Telling, signal: AbortSignal): Promise<Failure | null>;
  sendTest(signal: AbortSignal): Promise<Attempt<{ readonly to: string }>>;
}

/** Alerts through the merchant's own mail account. */
export function createAlertMailer(deps: MailerDeps): AlertMailer {
  const { mail, meta, openVault, readSettings, readShop, describeTime, words } = deps;
  const send = async (
    text: MailText,
    { to, isUrgent }: { readonly to: readonly string[]; readonly isUrgent: boolean },
    signal: AbortSignal,
  ): Promise<Failure | null> => {
    const settings = readSettings();
    const access = await readAccess(settings, openVault).catch(failAccess);
    if (!access.ok) return access.failure;
    return mail.send(access.value, { ...text, from: chooseSender(settings), to, isUrgent }, signal);
  };
  const readReceivers = (): string[] => splitAddresses(readSettings()['alerts.mailTo']);
  return {
    hasPassword: () => meta.get(PASSWORD_META) !== null,
    setPassword: (password) => keepPassword(deps, password).catch(failAccess),
    send: (telling, signal) => {
      const text = writeAlertMail(telling, { shop: readShop(), describeTime, words });
      return send(text, { to: readReceivers(), isUrgent: telling.isUrgent }, signal);
    },
    sendTest: async (signal) => {
      const receivers = readReceivers();
      // One mail each: a server that takes one address of two would say nothing about the other.
      for (const to of receivers.length === 0 ? [[]] : receivers.map((address) => [address])) {
        const failure = await send(
          writeTestMail({ shop: readShop(), words }),
          { to, isUrgent: false },
          signal,
        );
        if (failure) return fail(failure);
      }
      return succeed({ to: receivers.join(', ') });
    },
  };
}

async function keepPassword({ meta, openVault }: MailerDeps, password: string): Promise<Attempt<void>> {
  const vault = await openVault();
  if (!vault.ok) return vault;
  if (password === '') {
    await vault.value.remove(PASSWORD_SECRET);
    meta.remove(PASSWORD_META);
  } else {
    await vault.value.set(PASSWORD_SECRET, password);
    meta.put(PASSWORD_META, 'true');
  }
  return succeed(undefined);
}

async function readAccess(
  settings: Settings,
  openVault: MailerDeps['openVault'],
): Promise<Attempt<MailAccess>> {
  const { 'alerts.smtpHost': host, 'alerts.smtpUser': user, 'alerts.mailTo': to } = settings;
  if (host === '') return fail(createFailure('MAIL_NOT_SET_UP', { missing: 'the mail server' }));
  if (to === '') return fail(createFailure('MAIL_NOT_SET_UP', { missing: 'the address that gets it' }));
  const security = readSecurity(settings['alerts.smtpSecurity']);
  const access = { host, port: Number(settings['alerts.smtpPort']), security };
  if (user === '') return succeed({ ...access, login: null });
  const vault = await openVault();
  if (!vault.ok) return vault;
  const password = await vault.value.get(PASSWORD_SECRET);
  if (password === null) return fail(createFailure('MAIL_NO_PASSWORD', { host }));
  return succeed({ ...access, login: { user, password } });
}

/** A vault that was closed or damaged since it was opened. */
function failAccess(error: unknown): Attempt<never> {
  if (error instanceof FailureError) return fail(error.failure);
  const detail = error instanceof Error ? error.message : String(error);
  return fail(createFailure('SECRET_NO_KEYCHAIN', { detail }));
}

const readSecurity = (value: string): MailAccess['security'] =>
  value === 'tls' || value === 'none' ? value : 'starttls';

/** Most servers take mails from the account's own address only. */
function chooseSender(settings: Settings): string {
  const { 'alerts.mailFrom': sender, 'alerts.smtpUser': user, 'alerts.mailTo': to } = settings;
  if (sender !== '') return sender;
  return user.includes('@') ? user : (splitAddresses(to)[0] ?? '');
}
