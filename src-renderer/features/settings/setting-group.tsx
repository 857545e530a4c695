import { Stack, Title } from '@mantine/core';
import { HelpText } from '../../components/help-text.tsx';
import { SettingField } from './setting-field.tsx';
import type { SettingGroup as Group } from './setting-tabs.ts';

export function SettingGroup({ title, text, keys }: Group) {
  return (
    <Stack component="section" className="tb-card" gap="lg" aria-label={title}>
      <Stack gap={4}>
        <Title order={2}>{title}</Title>
        {text && <HelpText>{text}</HelpText>}
      </Stack>
      {keys.map((key) => (
        <SettingField key={key} name={key} />
      ))}
    </Stack>
  );
}
