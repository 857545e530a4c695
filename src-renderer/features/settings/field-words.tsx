import type { FailureShape, SettingShape } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';

/** What every form of a setting is drawn from. */
export interface FieldProps {
  readonly setting: SettingShape;
  /** Why the newest value was not kept, and that value; null where it was. */
  readonly error: string | null;
  readonly refused: string | null;
  readonly isSaving: boolean;
  /** Kept a moment ago. */
  readonly isSaved: boolean;
  /** Why it does nothing now, and is not to be changed; null where it does something. */
  readonly idleWhy: string | null;
  readonly save: (value: string) => void;
}

/** In the words of this tab; the command line has the keys of settings instead. */
const NOBODY_GETS_IT = t(
  'E-mail cannot be on while nobody is named who gets it. Fill in “Send to” first; to empty it, switch e-mail off first.',
);

/** Why a value was not kept, in one line under the field. */
export function sayRefusal(
  refusal: { readonly value: string; readonly failure: FailureShape } | null,
): string | null {
  if (!refusal) return null;
  const { value, failure } = refusal;
  const { code, message, hint } = failure;
  if (code === 'SETTING_MAIL_WITHOUT_ADDRESS') return `${NOBODY_GETS_IT} ${code}`;
  if (code !== 'SETTING_REFUSED') return `${message} ${hint} ${code}`;
  const what =
    value.trim() === '' ? t('This cannot be empty.') : t('“{{value}}” does not fit here.', { value });
  return `${what} ${hint} ${code}`;
}

/** The help, why it does nothing now, and that the value was kept. */
export const saySaved = (text: string, isSaved: boolean, idleWhy: string | null) =>
  idleWhy !== null ? (
    `${text} ${idleWhy}`
  ) : isSaved ? (
    <>
      {text} <strong role="status">{t('Saved.')}</strong>
    </>
  ) : (
    text
  );
