import type { Sentence } from '../sentence.ts';

/** E-mail through the merchant's own account. */
export const MAIL_SENTENCES = {
  MAIL_NOT_SET_UP: {
    says: 'E-mail is not set up yet[: {missing} is missing].',
    next: 'Fill it in under Settings, Alerts, then send a test mail.',
  },
  MAIL_NO_PASSWORD: {
    says: 'The password of the e-mail account[ at {host}] is not on this computer.',
    next: 'Type it in under Settings, Alerts. Many providers want an "app password" there.',
  },
  MAIL_NOT_SAFE: {
    says: 'The way to the mail server[ {host}] would not be secret: without TLS, others could read the password and the mails. Nothing was sent.',
    next: 'Choose STARTTLS or TLS; "none" is for a mail server on this computer only.',
  },
  MAIL_UNKNOWN_HOST: {
    says: 'No mail server has the name {host|given}, or the internet is down here.',
    next: 'Check the name of the server for a typing mistake; your e-mail provider lists it as "SMTP server".',
  },
  MAIL_UNREACHABLE: {
    says: 'The mail server[ {host}] does not answer: its name or port is wrong, or the internet is down here.',
    next: 'Check server, port and security: 587 goes with STARTTLS, 465 with TLS.',
  },
  MAIL_TLS_FAILED: {
    says: 'The connection to the mail server[ {host}] is not safe: its certificate is wrong, expired or not trusted, or it speaks no TLS on this port. Nothing was sent.',
    next: 'Check port and security (465 with TLS, 587 with STARTTLS), and that the clock of this computer is right.',
  },
  MAIL_NO_TLS: {
    says: 'The mail server[ {host}] offers no STARTTLS, so the way to it would not be secret. Nothing was sent.',
    next: 'Choose TLS and port 465, or ask your e-mail provider for the right ones.',
  },
  MAIL_LOGIN_REFUSED: {
    says: 'The mail server[ {host}] refused the account’s name or its password.',
    next: 'Type both in again. Many providers want an "app password" in place of the usual one.',
  },
  MAIL_ADDRESS_REFUSED: {
    says: 'The mail server refused {whose|an address}[: "{reply}"].',
    next: 'Check the addresses for typing mistakes; the sender’s must be one that this account may send from.',
  },
  MAIL_REFUSED: {
    says: 'The mail server[ {host}] did not take the mail[: "{reply}"].',
    next: 'Try again later; if it stays so, ask your e-mail provider.',
  },
  MAIL_STOPPED: {
    says: 'The mail was not sent, since Tillbridge is closing.',
    next: 'It goes out after the next start.',
  },
} as const satisfies Record<string, Sentence>;
