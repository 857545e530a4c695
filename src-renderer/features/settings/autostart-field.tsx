import { Switch } from '@mantine/core';
import { useEffect } from 'react';
import { t } from '../../i18n/i18n.ts';
import { useAlerts } from '../../state/alerts.ts';

/** The computer's own state: it is changed there too, so it is asked anew whenever the window comes to the front. */
export function AutostartField() {
  const { autostart, autostartFailure, loadAutostart, setAutostart } = useAlerts();
  useEffect(() => {
    const ask = (): void => void loadAutostart();
    ask();
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [loadAutostart]);
  if (!autostart) return null;
  const { isAvailable, isOn } = autostart;
  return (
    <Switch
      label={t('Start with the computer')}
      description={t(
        isAvailable
          ? 'Tillbridge starts without a window when you sign in, and is found in the bar.'
          : 'Only the desktop app can do this; this window is in a browser.',
      )}
      error={
        autostartFailure && `${autostartFailure.message} ${autostartFailure.hint} ${autostartFailure.code}`
      }
      checked={isOn}
      disabled={!isAvailable}
      onChange={(event) => void setAutostart(event.currentTarget.checked)}
    />
  );
}
