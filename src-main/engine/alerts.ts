import { completeSettings, type Settings } from '../domain/settings.ts';
import { type AlertKeeperDeps, createAlertKeeper } from './alert-keeper.ts';
import { createAlertMailer } from './alert-mailer.ts';
import { type AlertTellerDeps, createAlertTeller, MAIL_TROUBLE } from './alert-teller.ts';
import type { Alerts } from './alerts-face.ts';
import type { Attempt } from './attempt.ts';
import type { Ledger } from './ledger-ports.ts';
import type { MailPort, SecretPort } from './ports.ts';

export interface AlertDeps
  extends Pick<AlertTellerDeps, 'clock' | 'timers' | 'readDayMinute' | 'words'>,
    Pick<AlertKeeperDeps, 'logWords'> {
  readonly ledger: Ledger;
  readonly mail: MailPort;
  readonly openVault: () => Promise<Attempt<SecretPort>>;
  /** A moment in words, where this computer is. */
  readonly describeTime: (atMs: number) => string;
  /** The shop's name; null while no till is connected. */
  readonly readShop: () => string | null;
}

/** The one notifier: keeps alerts and tells them; when, how and how often is the policy's business. */
export function createAlerts(deps: AlertDeps): Alerts {
  const { ledger } = deps;
  const readSettings = (): Settings => completeSettings(ledger.settings.all());
  const keeper = createAlertKeeper(deps);
  const mailer = createAlertMailer({ ...deps, meta: ledger.meta, readSettings });
  const teller = createAlertTeller({ ...deps, kept: ledger.alerts, keeper, mailer, readSettings });
  const { attachDesktop, start, refresh, close } = teller;
  return {
    raise: keeper.raise,
    settle: keeper.settle,
    seen: keeper.seen,
    watch: (hear) => keeper.watch(() => hear()),
    attachDesktop,
    start,
    refresh,
    close,
    list: (page) => ({
      alerts: ledger.alerts.page(page),
      unseen: ledger.alerts.countUnseen(),
      hasMailPassword: mailer.hasPassword(),
    }),
    setMailPassword: async (password) => {
      const done = await mailer.setPassword(password);
      if (!done.ok) return done;
      keeper.note(
        'info',
        'e-mail',
        password === '' ? 'the password was forgotten' : 'a new password was kept',
      );
      refresh();
      return done;
    },
    testMail: async () => {
      const tested = await mailer.sendTest(teller.signal);
      if (teller.signal.aborted) return tested;
      if (!tested.ok) {
        keeper.note('warn', 'e-mail', `the test mail failed: ${tested.failure.code}`);
        return tested;
      }
      keeper.note('info', 'e-mail', 'the test mail was sent');
      keeper.settle(MAIL_TROUBLE);
      refresh();
      return tested;
    },
  };
}
