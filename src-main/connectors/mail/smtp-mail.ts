import { createFailure, type Failure } from '../../domain/failure.ts';
import type { MailAccess, MailMessage, MailPort } from '../../engine/ports.ts';
import { isLoopback } from '../woo/store-address.ts';
import { explainMailFailure } from './mail-failures.ts';

const CONNECT_WITHIN_MS = 15_000;
const GREET_WITHIN_MS = 15_000;
const SILENT_FOR_MS = 30_000;

export interface SmtpOptions {
  /** Certificates (PEM) trusted in place of the system's; for tests. */
  readonly trusted?: readonly string[];
}

/** Mail through an SMTP server: one connection a mail, nothing kept open, nothing unencrypted off this computer. */
export const createSmtpMail = ({ trusted }: SmtpOptions = {}): MailPort => ({
  send: async (access, message, signal) => {
    const refusal = checkSafety(access);
    if (refusal) return refusal;
    // Loaded with the first mail: most starts send none.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      ...describeServer(access),
      tls: { minVersion: 'TLSv1.2', ...(trusted ? { ca: [...trusted] } : {}) },
    });
    try {
      await transport.sendMail({ ...describeMessage(message), signal });
      return null;
    } catch (error) {
      return explainMailFailure(error, access);
    } finally {
      transport.close();
    }
  },
});

/** The password and what the shop is told of would be readable on the way. */
const checkSafety = ({ security, host }: MailAccess): Failure | null =>
  security === 'none' && !isLoopback(host) ? createFailure('MAIL_NOT_SAFE', { host }) : null;

const describeServer = ({ host, port, security, login }: MailAccess) => ({
  host,
  port,
  secure: security === 'tls',
  requireTLS: security === 'starttls',
  ignoreTLS: security === 'none',
  ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
  connectionTimeout: CONNECT_WITHIN_MS,
  greetingTimeout: GREET_WITHIN_MS,
  socketTimeout: SILENT_FOR_MS,
  logger: false,
  disableFileAccess: true,
  disableUrlAccess: true,
});

const describeMessage = ({ from, to, subject, text, html, isUrgent }: MailMessage) => ({
  from: { name: 'Tillbridge', address: from },
  to: [...to],
  subject,
  text,
  html,
  headers: { 'Auto-Submitted': 'auto-generated' },
  ...(isUrgent ? { priority: 'high' as const } : {}),
});
