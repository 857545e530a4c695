import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { FailureShape, SettingShape } from '../../../src-preload/contract/shapes.ts';
import { t, tell } from '../../i18n/i18n.ts';
import { useSettings } from '../../state/settings.ts';
import { isSwitch, readChoices } from './read-choices.ts';
import { SETTING_NEEDS } from './setting-tabs.ts';
import { nameChoice, nameSetting } from './setting-words.ts';

const FIELD_WIDTH_PIXELS = 420;

/** One setting in the form its values ask for; it is kept as soon as it is chosen, or when the field is left. */
export function SettingField({ name }: { readonly name: string }) {
  const setting = useSettings((s) => s.settings?.get(name));
  const refusal = useSettings((s) => s.refusals.get(name));
  const isSaving = useSettings((s) => s.saving.has(name));
  const isSaved = useSettings((s) => s.saved === name);
  const save = useSettings((s) => s.save);
  const need = SETTING_NEEDS[name];
  const isIdle = useSettings((s) => need !== undefined && s.settings?.get(need.key)?.value !== need.value);
  if (!setting) return null;
  const props: FieldProps = {
    setting,
    refusal: refusal ?? null,
    isSaving,
    isSaved,
    idleWhy: need && isIdle ? need.why : null,
    save: (value) => void save(name, value),
  };
  const choices = readChoices(setting);
  if (!choices) return <TextField key={setting.value} {...props} />;
  return isSwitch(choices) ? <SwitchField {...props} /> : <ChoiceField {...props} choices={choices} />;
}

interface FieldProps {
  readonly setting: SettingShape;
  readonly refusal: { readonly value: string; readonly failure: FailureShape } | null;
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
function sayRefusal(refusal: FieldProps['refusal']): string | null {
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
const explain = (text: string, isSaved: boolean, idleWhy: string | null) =>
  idleWhy !== null ? (
    `${text} ${idleWhy}`
  ) : isSaved ? (
    <>
      {text} <strong role="status">{t('Saved.')}</strong>
    </>
  ) : (
    text
  );

/** What it means, and what can be written into it. */
const sayTakes = ({ meaning, takes }: SettingShape): string =>
  t('{{meaning}} Takes {{values}}.', { meaning: tell(meaning), values: tell(takes) });

function SwitchField({ setting, refusal, isSaving, isSaved, idleWhy, save }: FieldProps) {
  return (
    <Switch
      data-setting={setting.key}
      label={nameSetting(setting.key)}
      description={explain(tell(setting.meaning), isSaved, idleWhy)}
      disabled={idleWhy !== null}
      error={sayRefusal(refusal)}
      checked={setting.value === 'on'}
      aria-busy={isSaving}
      onChange={(event) => save(event.currentTarget.checked ? 'on' : 'off')}
    />
  );
}

function ChoiceField(props: FieldProps & { readonly choices: readonly string[] }) {
  const { setting, refusal, isSaving, isSaved, idleWhy, save, choices } = props;
  return (
    <NativeSelect
      maw={FIELD_WIDTH_PIXELS}
      data-setting={setting.key}
      label={nameSetting(setting.key)}
      description={explain(tell(setting.meaning), isSaved, idleWhy)}
      disabled={idleWhy !== null}
      error={sayRefusal(refusal)}
      value={setting.value}
      aria-busy={isSaving}
      data={choices.map((value) => ({ value, label: nameChoice(setting.key, value) }))}
      onChange={(event) => save(event.currentTarget.value)}
    />
  );
}

function TextField({ setting, refusal, isSaving, isSaved, idleWhy, save }: FieldProps) {
  const [draft, setDraft] = useState(refusal?.value ?? setting.value);
  const keep = (): void => {
    if (draft !== setting.value || refusal) save(draft);
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') setDraft(setting.value);
  };
  return (
    <TextInput
      maw={FIELD_WIDTH_PIXELS}
      data-setting={setting.key}
      label={nameSetting(setting.key)}
      description={explain(sayTakes(setting), isSaved, idleWhy)}
      disabled={idleWhy !== null}
      error={sayRefusal(refusal)}
      value={draft}
      aria-busy={isSaving}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={handleKey}
    />
  );
}
