import type { AlertOutlet } from '../domain/alert.ts';
import { planTellings, type TellingPlan } from '../domain/alert-policy.ts';
import type { FailureCode } from '../domain/failure.ts';
import type { DayMinute } from '../domain/quiet-hours.ts';
import type { Settings } from '../domain/settings.ts';
import type { Words } from '../domain/words.ts';
import type { AlertKeeper } from './alert-keeper.ts';
import type { AlertMailer } from './alert-mailer.ts';
import { readTellingRules } from './alert-rules.ts';
import type { DesktopOutlet } from './alerts-face.ts';
import type { AlertLedger } from './ledger-ports.ts';
import { createMailRun, type MailRun } from './mail-run.ts';
import type { Clock, Timers } from './ports.ts';

/** A computer that slept, or a clock that was put forward, is noticed by then. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** That mails cannot be sent is not sent by mail. */
export const MAIL_TROUBLE = 'alerts.mail';

/** A network that is away for a moment comes back by itself. */
const MAY_PASS: ReadonlySet<FailureCode> = new Set(['MAIL_UNREACHABLE', 'MAIL_UNKNOWN_HOST', 'MAIL_REFUSED']);
const PATIENT_TRIES = 3;

export interface AlertTellerDeps {
  readonly kept: AlertLedger;
  readonly keeper: AlertKeeper;
  readonly mailer: AlertMailer;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly readSettings: () => Settings;
  /** The time of day at a moment in Unix milliseconds, where this computer is. */
  readonly readDayMinute: (atMs: number) => DayMinute;
  readonly words: Words;
}

export interface AlertTeller {
  attachDesktop(outlet: DesktopOutlet): void;
  start(): void;
  /** Looks anew at what is to be told; a mail that failed is tried again. */
  refresh(): void;
  /** Aborted when the program closes. */
  readonly signal: AbortSignal;
  close(): Promise<void>;
}

/** Tells what is due on every outlet, now and whenever the policy says to look again. */
export function createAlertTeller(deps: AlertTellerDeps): AlertTeller {
  const { kept, keeper, clock, timers, readSettings } = deps;
  let desktop: DesktopOutlet | null = null;
  let timer: { cancel(): void } | null = null;
  let isRunning = false;

  const tellDesktop = (outlet: DesktopOutlet, settings: Settings): number | null => {
    const { tellings, nextMs } = planOutlet('desktop', settings, deps);
    for (const telling of tellings) {
      kept.markTold(
        telling.alerts.map(({ id }) => id),
        'desktop',
        clock.nowMs(),
      );
      outlet.tell(telling, { isSilent: settings['alerts.sound'] === 'off' });
    }
    return nextMs;
  };
  const look = (): void => {
    if (!isRunning) return;
    timer?.cancel();
    const settings = readSettings();
    const times = [
      desktop && tellDesktop(desktop, settings),
      mails.look(() => planOutlet('mail', settings, deps)),
    ].filter((time) => time !== null);
    const waitMs = Math.min(LONGEST_WAIT_MS, ...times.map((time) => Math.max(0, time - clock.nowMs())));
    timer = times.length === 0 ? null : timers.after(waitMs, look);
  };
  const mails = openMailRun(deps, look);
  keeper.watch((gone) => {
    if (gone.length > 0) desktop?.withdraw(gone);
    look();
  });

  return {
    attachDesktop: (outlet) => {
      desktop = outlet;
      look();
    },
    start: () => {
      isRunning = true;
      look();
    },
    refresh: () => {
      mails.retryNow();
      look();
    },
    signal: mails.signal,
    close: async () => {
      isRunning = false;
      timer?.cancel();
      await mails.close();
    },
  };
}

const planOutlet = (outlet: AlertOutlet, settings: Settings, deps: AlertTellerDeps): TellingPlan =>
  planTellings(
    {
      unseen: deps.kept.unseen().filter(({ key }) => outlet !== 'mail' || key !== MAIL_TROUBLE),
      lastToldMs: deps.kept.lastTold(outlet),
      nowMs: deps.clock.nowMs(),
      readDayMinute: deps.readDayMinute,
      say: deps.words.say,
    },
    readTellingRules(outlet, settings),
  );

function openMailRun({ kept, keeper, mailer, clock }: AlertTellerDeps, onEnded: () => void): MailRun {
  return createMailRun({
    clock,
    send: mailer.send,
    onSent: ({ title, alerts }) => {
      kept.markTold(
        alerts.map(({ id }) => id),
        'mail',
        clock.nowMs(),
      );
      keeper.note('info', 'e-mail', `sent: ${title}`);
      keeper.settle(MAIL_TROUBLE);
    },
    onFailed: (failure, tries) => {
      keeper.note('warn', 'e-mail', `not sent: ${failure.code}`);
      if (MAY_PASS.has(failure.code) && tries < PATIENT_TRIES) return;
      keeper.raise(({ say, describeFailure }) => {
        const { message, hint } = describeFailure(failure);
        return {
          kind: 'missing-prerequisite',
          key: MAIL_TROUBLE,
          title: say('Alerts cannot be sent by e-mail.'),
          body: `${message} ${hint}`,
          opens: '#/settings/alerts',
        };
      });
    },
    onEnded,
  });
}
