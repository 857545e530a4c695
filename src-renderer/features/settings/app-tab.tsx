import { Stack, Title } from '@mantine/core';
import { t } from '../../i18n/i18n.ts';
import { SelfTestSection } from '../self-test/self-test-section.tsx';
import { DataSection } from '../support/data-section.tsx';
import { SupportSection } from '../support/support-section.tsx';
import { UpdatesSection } from '../updates/updates-section.tsx';
import { AutostartField } from './autostart-field.tsx';
import { LanguageSection } from './language-section.tsx';

/** The program itself on this computer: what concerns neither the till nor the store. */
export function AppTab() {
  return (
    <>
      <LanguageSection />
      <Stack component="section" className="tb-card" gap="sm" aria-label={t('When the computer starts')}>
        <Title order={2}>{t('When the computer starts')}</Title>
        <AutostartField />
      </Stack>
      <UpdatesSection />
      <SelfTestSection />
      <SupportSection />
      <DataSection />
    </>
  );
}
