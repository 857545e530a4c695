import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { SettingShape } from '../../../src-preload/contract/shapes.ts';
import { t, tell } from '../../i18n/i18n.ts';
import { useSettings } from '../../state/settings.ts';
import { type FieldProps, sayRefusal, saySaved } from './field-words.tsx';
import { HoursField } from './hours-field.tsx';
import { isSwitch, readChoices } from './read-choices.ts';
import { SETTING_NEEDS } from './setting-tabs.ts';
import { nameChoice, nameSetting } from './setting-words.ts';

const FIELD_WIDTH_PIXELS = 420;
/** Of three kinds, one of which is two times. */
const HOURS = 'poll.hours';

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
    error: sayRefusal(refusal ?? null),
    refused: refusal?.value ?? null,
    isSaving,
    isSaved,
    idleWhy: need && isIdle ? need.why : null,
    save: (value) => void save(name, value),
  };
  if (name === HOURS) return <HoursField {...props} />;
  const choices = readChoices(setting);
  if (!choices) return <TextField key={setting.value} {...props} />;
  return isSwitch(choices) ? <SwitchField {...props} /> : <ChoiceField {...props} choices={choices} />;
}

/** What it means, and what can be written into it. */
const sayTakes = ({ meaning, takes }: SettingShape): string =>
  t('{{meaning}} Takes {{values}}.', { meaning: tell(meaning), values: tell(takes) });

function SwitchField({ setting, error, isSaving, isSaved, idleWhy, save }: FieldProps) {
  return (
    <Switch
      data-setting={setting.key}
      label={nameSetting(setting.key)}
      description={saySaved(tell(setting.meaning), isSaved, idleWhy)}
      disabled={idleWhy !== null}
      error={error}
      checked={setting.value === 'on'}
      aria-busy={isSaving}
      onChange={(event) => save(event.currentTarget.checked ? 'on' : 'off')}
    />
  );
}

function ChoiceField(props: FieldProps & { readonly choices: readonly string[] }) {
  const { setting, error, isSaving, isSaved, idleWhy, save, choices } = props;
  return (
    <NativeSelect
      maw={FIELD_WIDTH_PIXELS}
      data-setting={setting.key}
      label={nameSetting(setting.key)}
      description={saySaved(tell(setting.meaning), isSaved, idleWhy)}
      disabled={idleWhy !== null}
      error={error}
      value={setting.value}
      aria-busy={isSaving}
      data={choices.map((value) => ({ value, label: nameChoice(setting.key, value) }))}
      onChange={(event) => save(event.currentTarget.value)}
    />
  );
}

function TextField({ setting, error, refused, isSaving, isSaved, idleWhy, save }: FieldProps) {
  const [draft, setDraft] = useState(refused ?? setting.value);
  const keep = (): void => {
    if (draft !== setting.value || refused !== null) save(draft);
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
      description={saySaved(sayTakes(setting), isSaved, idleWhy)}
      disabled={idleWhy !== null}
      error={error}
      value={draft}
      aria-busy={isSaving}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={handleKey}
    />
  );
}
