import type { FailureCode } from '../domain/failure.ts';

/** What an error thrown by the network means. */
export interface NetworkTrouble {
  readonly code: FailureCode;
  /** False only when it is certain that no byte of the request has left. */
  readonly wasSent: boolean;
}

/** A chain of causes longer than this is a loop. */
const MOST_CAUSES = 12;

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_SOCKET_CONNECTION_TIMEOUT',
]);
const UNKNOWN_HOST = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA']);
/** OpenSSL's verdicts on a certificate; others begin with one of the prefixes below. */
const CERTIFICATE = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
  'PATH_LENGTH_EXCEEDED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'EPROTO',
]);
const CERTIFICATE_PREFIX = /^(?:CERT_|CRL_|UNABLE_TO_(?:GET|DECRYPT|DECODE)_)/;
/** Handshakes that failed; a broken record in mid-stream is none of them. */
const HANDSHAKE =
  /^ERR_SSL_.*(?:WRONG_VERSION|HANDSHAKE|PROTOCOL|NO_SHARED|UNRECOGNIZED_NAME|ALERT_UNKNOWN_CA)/;
/** A tunnel that the proxy did not open has no code of its own. */
const PROXY_REFUSAL = /^Proxy response \(\d+\)/;
/** fetch calls some ports bad, and nothing is sent there (Fetch standard, 2.9). */
const FORBIDDEN_PORT = 'bad port';
const TIMED_OUT = new Set([
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/**
 * Reads the codes in an error, in its causes and in the errors it gathers: fetch says only "fetch failed"
 * and hides the reason inside. Of several tries at one host (IPv6, then IPv4) each must be certain.
 */
export function readNetworkTrouble(error: unknown): NetworkTrouble {
  const parts = listCauses(error);
  const named = parts.map(nameTrouble).filter((trouble) => trouble !== null);
  const sent = named.find((trouble) => trouble.wasSent);
  return sent ?? named[0] ?? { code: 'NET_BROKEN_ANSWER', wasSent: true };
}

function nameTrouble(error: CodedError): NetworkTrouble | null {
  const { code, syscall } = error;
  if (PROXY_REFUSAL.test(error.message)) return { code: 'NET_PROXY_REFUSED', wasSent: false };
  if (error.message === FORBIDDEN_PORT) return { code: 'NET_UNREACHABLE', wasSent: false };
  if (code === undefined) return null;
  if (code === 'ERR_INVALID_URL') return { code: 'NET_BAD_URL', wasSent: false };
  if (UNREACHABLE.has(code)) return { code: 'NET_UNREACHABLE', wasSent: false };
  if (UNKNOWN_HOST.has(code) || syscall === 'getaddrinfo')
    return { code: 'NET_UNKNOWN_HOST', wasSent: false };
  if (CERTIFICATE.has(code) || CERTIFICATE_PREFIX.test(code) || HANDSHAKE.test(code)) {
    return { code: 'NET_TLS_FAILED', wasSent: false };
  }
  // The same code for a connection that never came about and for one that fell silent.
  if (syscall === 'connect') return { code: 'NET_UNREACHABLE', wasSent: false };
  if (TIMED_OUT.has(code)) return { code: 'NET_TIMED_OUT', wasSent: true };
  return { code: 'NET_BROKEN_ANSWER', wasSent: true };
}

interface CodedError {
  readonly code: string | undefined;
  readonly syscall: string | undefined;
  readonly message: string;
}

function listCauses(error: unknown): CodedError[] {
  const found: CodedError[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && found.length < MOST_CAUSES) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null) continue;
    const { code, syscall, message, cause, errors } = next as Record<string, unknown>;
    const isGathered = Array.isArray(errors) && errors.length > 0;
    // What gathers others repeats the code of one of them.
    if (!isGathered)
      found.push({ code: readText(code), syscall: readText(syscall), message: readText(message) ?? '' });
    if (isGathered) waiting.push(...errors);
    waiting.push(cause);
  }
  return found;
}

const readText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
