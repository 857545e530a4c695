import { Notification } from 'electron';
import type { ShownNote } from './desktop-outlet.ts';

/** Held until clicked or closed: a notification that is collected as garbage no longer hears its click. */
export function createPresenter(): (note: ShownNote) => { close(): void } {
  const held = new Set<Notification>();
  return ({ title, body, isUrgent, isSilent, onClick }) => {
    if (!Notification.isSupported()) return { close: () => undefined };
    const notification = new Notification({
      title,
      body,
      silent: isSilent,
      urgency: isUrgent ? 'critical' : 'normal',
      timeoutType: isUrgent ? 'never' : 'default',
    });
    held.add(notification);
    const release = (): void => void held.delete(notification);
    notification.on('click', () => {
      release();
      onClick();
    });
    notification.on('close', release);
    notification.show();
    return {
      close: () => {
        release();
        notification.close();
      },
    };
  };
}
