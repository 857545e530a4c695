import { createFailure, type Failure } from '../../domain/failure.ts';
import type { MailAccess } from '../../engine/ports.ts';

/** What nodemailer puts on its errors. */
interface MailError {
  readonly code?: string;
  /** The system's own code, such as ECONNREFUSED. */
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly rejected?: readonly unknown[];
}

const UNKNOWN_HOST: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'ENODATA']);
const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|EPROTO$|DEPTH_ZERO|SELF_SIGNED|CERT_|UNABLE_TO_)/;
/** The server wants a login before it takes a mail (RFC 4954 6). */
const LOGIN_REQUIRED = 530;
const LONGEST_REPLY = 160;

/** Gives a failed sending its meaning. Nothing of it holds the password, whatever the server answers. */
export function explainMailFailure(error: unknown, access: MailAccess): Failure {
  const failed = (typeof error === 'object' && error !== null ? error : {}) as MailError;
  const host = `${access.host}:${access.port}`;
  const { code = '', originalCode = '', responseCode = 0 } = failed;
  if (code === 'EABORT') return createFailure('MAIL_STOPPED');
  const isLogin = code === 'EAUTH' && !isTemporary(responseCode);
  if (isLogin || responseCode === LOGIN_REQUIRED) return createFailure('MAIL_LOGIN_REFUSED', { host });
  if (code === 'EDNS' || UNKNOWN_HOST.has(originalCode)) return createFailure('MAIL_UNKNOWN_HOST', { host });
  if (code === 'ETLS' && responseCode !== 0) return createFailure('MAIL_NO_TLS', { host });
  if (code === 'ETLS' || TLS_CODE.test(originalCode) || TLS_CODE.test(code))
    return createFailure('MAIL_TLS_FAILED', { host });
  if (code === 'EENVELOPE' && responseCode >= 500 && failed.command !== 'DATA')
    return createFailure('MAIL_ADDRESS_REFUSED', { ...nameAddress(failed), ...readReply(failed, access) });
  if (responseCode !== 0) return createFailure('MAIL_REFUSED', { host, ...readReply(failed, access) });
  return createFailure('MAIL_UNREACHABLE', { host });
}

const isTemporary = (responseCode: number): boolean => responseCode >= 400 && responseCode < 500;

function nameAddress({ command, rejected }: MailError): Failure['facts'] {
  if (command === 'MAIL FROM') return { whose: 'the sender’s address' };
  const [first] = rejected ?? [];
  return typeof first === 'string' ? { whose: `the address ${first}` } : {};
}

/** The server's own words, unless they repeat what it was told in secret. */
function readReply({ response = '' }: MailError, { login }: MailAccess): Failure['facts'] {
  const reply = response.replace(/\p{Cc}+/gu, ' ').trim();
  if (reply === '' || (login && holdsSecret(reply, login))) return {};
  return { reply: reply.slice(0, LONGEST_REPLY) };
}

function holdsSecret(reply: string, { user, password }: NonNullable<MailAccess['login']>): boolean {
  const encode = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/, '');
  return [password, encode(password), encode(`\0${user}\0${password}`)].some((form) => reply.includes(form));
}
