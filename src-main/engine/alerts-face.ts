import type { Alert, KeptAlert, WriteAlert } from '../domain/alert.ts';
import type { Telling } from '../domain/alert-policy.ts';
import type { Attempt } from './attempt.ts';

/** Shows notifications on this computer; given by the shell, absent on a box without a desktop. */
export interface DesktopOutlet {
  tell(telling: Telling, options: { readonly isSilent: boolean }): void;
  /** Somebody has seen these elsewhere: what still shows them may go. */
  withdraw(ids: readonly number[]): void;
}

/** The one notifier: whatever a person should hear of goes in here and reaches them by desktop and e-mail. */
export interface Alerts {
  raise(alert: Alert | WriteAlert): void;
  /** Its cause is gone: it is forgotten, and would be new if it came again. */
  settle(key: string): void;
  /** Answers how many nobody had seen before. */
  seen(ids: readonly number[]): number;
  /** What nobody has seen first, then newest first. */
  list(page: { readonly limit: number; readonly offset: number }): AlertList;
  /** Called after every change of the list; returns the way to stop. */
  watch(hear: () => void): () => void;
  attachDesktop(outlet: DesktopOutlet): void;
  /** Until then alerts are kept and told to nobody: only a program that stays tells. */
  start(): void;
  /** Looks at the rules anew. */
  refresh(): void;
  /** An empty one is forgotten. Kept in the vault, and told to nobody but the mail server. */
  setMailPassword(password: string): Promise<Attempt<void>>;
  /** Sends a mail now, also while e-mail is switched off; answers to whom. */
  testMail(): Promise<Attempt<{ readonly to: string }>>;
  close(): Promise<void>;
}

export interface AlertList {
  readonly alerts: readonly KeptAlert[];
  readonly unseen: number;
  readonly hasMailPassword: boolean;
}
