import { Group, Input, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t, tell } from '../../i18n/i18n.ts';
import { type FieldProps, saySaved } from './field-words.tsx';
import { nameSetting } from './setting-words.ts';

/** What is proposed to whoever has hours of their own. */
const USUAL = { from: '11:00', to: '23:00' };
const OWN = 'own';

const readSpan = (value: string): typeof USUAL | null => {
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(value) ?? [];
  return from && to ? { from, to } : null;
};

/** When the shop is open: as the till says, always, or from one time to another. */
export function HoursField({ setting, error, isSaving, isSaved, idleWhy, save }: FieldProps) {
  const [draft, setDraft] = useState<typeof USUAL | null>(null);
  const span = draft ?? readSpan(setting.value);
  /** Once both are there, and when the field is left: a time is typed in parts. */
  const keep = (next: typeof USUAL): void => {
    if (next.from !== '' && next.to !== '') save(`${next.from}-${next.to}`);
  };
  const choose = (value: string): void => {
    setDraft(value === OWN ? USUAL : null);
    if (value === OWN) keep(USUAL);
    else save(value);
  };
  const hours = [
    { key: 'from', label: t('Open from') },
    { key: 'to', label: t('Open until') },
  ] as const;
  return (
    <div>
      <NativeSelect
        maw={420}
        data-setting={setting.key}
        label={nameSetting(setting.key)}
        description={saySaved(tell(setting.meaning), isSaved, idleWhy)}
        disabled={idleWhy !== null}
        value={span ? OWN : setting.value}
        aria-busy={isSaving}
        data={[
          { value: 'till', label: t('As the till has them') },
          { value: 'always', label: t('Always open') },
          { value: OWN, label: t('Hours of my own') },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {span && (
        <Group gap="sm" mt="xs">
          {hours.map(({ key, label }) => (
            <TextInput
              key={key}
              type="time"
              w={140}
              label={label}
              disabled={idleWhy !== null}
              value={span[key]}
              onChange={(event) => setDraft({ ...span, [key]: event.currentTarget.value })}
              onBlur={() => keep(span)}
            />
          ))}
        </Group>
      )}
      {error && <Input.Error mt={4}>{error}</Input.Error>}
    </div>
  );
}
