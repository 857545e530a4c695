import { Stack, Tabs } from '@mantine/core';
import { Fragment } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { t } from '../../i18n/i18n.ts';
import { navigate, useNavigation } from '../../state/navigation.ts';
import { useSettings } from '../../state/settings.ts';
import { RuleList } from '../conflicts/rule-list.tsx';
import { RehearsalLink } from '../rehearsal/rehearsal-link.tsx';
import { StaffSheetLink } from '../staff-sheet/staff-sheet-link.tsx';
import { AlertsTab } from './alerts-tab.tsx';
import { AppTab } from './app-tab.tsx';
import { CleanSection } from './clean-section.tsx';
import { ConnectionsTab } from './connections-tab.tsx';
import { SettingGroup } from './setting-group.tsx';
import { PLACED_KEYS, SETTING_TABS, type SettingTab } from './setting-tabs.ts';
import { SyncFields } from './sync-fields.tsx';
import { useSpot } from './use-spot.ts';

const FIRST = 'connections';

export function SettingsScreen() {
  const part = useNavigation((s) => s.part);
  const { settings, failure, load } = useSettings();
  useSpot(settings !== null);
  const chosen = SETTING_TABS.some(({ name }) => name === part) ? part : FIRST;
  return (
    <Screen title={t('Settings')} lead={t('A change is kept at once and counts from the next sync on.')}>
      <Tabs value={chosen} onChange={(name) => navigate('settings', name ?? FIRST)} keepMounted={false}>
        <Tabs.List mb="lg" aria-label={t('Settings')} className="tb-tabs">
          {SETTING_TABS.map(({ name, word, icon: Icon }) => (
            <Tabs.Tab key={name} value={name} leftSection={<Icon size={16} aria-hidden />}>
              {word}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SETTING_TABS.map((tab) => (
          <Tabs.Panel key={tab.name} value={tab.name}>
            {settings && <TabContent tab={tab} />}
            {!settings && failure && (
              <FailureNotice failure={failure} action={{ word: t('Try again'), act: () => void load() }} />
            )}
            {!settings && !failure && <LoadingState text={t('Reading the settings…')} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Screen>
  );
}

function TabContent({ tab }: { readonly tab: SettingTab }) {
  return (
    <Stack gap="lg" maw={880}>
      {tab.name === 'connections' && <ConnectionsTab />}
      {tab.groups.map((group) => (
        <Fragment key={group.title}>
          <SettingGroup {...group} />
          {group.keys.includes('sync.direction') && <SyncFields />}
        </Fragment>
      ))}
      {tab.name === 'sync' && <RuleList />}
      {tab.name === 'sync' && <StaffSheetLink />}
      {tab.name === 'alerts' && <AlertsTab />}
      {tab.name === 'app' && <AppTab />}
      {tab.name === 'advanced' && <AdvancedRest />}
    </Stack>
  );
}

function AdvancedRest() {
  const settings = useSettings((s) => s.settings);
  const others = [...(settings?.keys() ?? [])].filter((key) => !PLACED_KEYS.has(key));
  return (
    <>
      {others.length > 0 && <SettingGroup title={t('Other')} keys={others} />}
      <RehearsalLink />
      <CleanSection />
    </>
  );
}
