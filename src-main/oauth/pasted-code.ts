import { createFailure, type Failure } from '../domain/failure.ts';

const LONGEST_PASTE = 4096;
const LONGEST_CODE = 2048;
const CODE = /^[\w.~+/=-]{4,}$/;
/** 13 letters and digits (clover.md 0). */
const MERCHANT_ID = /^[0-9A-Za-z]{13}$/;

/** What Clover's page hands over; nothing of it is believed before it was compared and used. */
export interface HandedCode {
  readonly code: string;
  readonly merchantId: string | null;
  /** null: Clover did not echo it, which is nowhere promised (clover.md 2.2). */
  readonly state: string | null;
  readonly clientId: string | null;
}

/** The code in the query of a callback; null where there is none, or where a name stands there twice. */
export function readHandedCode(query: URLSearchParams): HandedCode | null {
  const names = ['code', 'merchant_id', 'state', 'client_id'];
  if (names.some((name) => query.getAll(name).length > 1)) return null;
  const code = query.get('code') ?? '';
  if (!CODE.test(code) || code.length > LONGEST_CODE) return null;
  const merchantId = query.get('merchant_id');
  if (merchantId !== null && !MERCHANT_ID.test(merchantId)) return null;
  return { code, merchantId, state: query.get('state'), clientId: query.get('client_id') };
}

const odd = () => createFailure('CLOVER_LOGIN_CODE_ODD');

/** What a person copied: the code, the code and the merchant id, or the whole address of the page. */
export function readPastedCode(text: string, merchantId: string | null): HandedCode | Failure {
  const typed = text.trim();
  if (typed.length > LONGEST_PASTE) return odd();
  const handed = typed.includes('code=') ? readAddress(typed) : readWords(typed);
  if (!handed) return odd();
  if (handed.merchantId !== null) return handed;
  const given = merchantId?.trim() ?? '';
  return MERCHANT_ID.test(given)
    ? { ...handed, merchantId: given }
    : createFailure('CLOVER_LOGIN_NO_MERCHANT');
}

const readAddress = (typed: string): HandedCode | null =>
  readHandedCode(new URLSearchParams((typed.split('?').at(-1) ?? '').replace(/#.*$/, '')));

function readWords(typed: string): HandedCode | null {
  const [code = '', merchantId = null, ...more] = typed.split(/\s+/);
  if (more.length > 0 || !CODE.test(code) || code.length > LONGEST_CODE) return null;
  if (merchantId !== null && !MERCHANT_ID.test(merchantId)) return null;
  return { code, merchantId, state: null, clientId: null };
}
