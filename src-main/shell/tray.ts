import { Menu, nativeTheme, Tray } from 'electron';
import { type TrayActions, type TrayMenuFacts, writeTrayMenu } from './tray-menu.ts';
import type { TrayIcon, TrayState } from './tray-state.ts';

export interface AppTray {
  show(state: TrayState, facts: Omit<TrayMenuFacts, 'sentence'>): void;
  close(): void;
}

export interface AppTrayDeps {
  /** The picture's file, for a light or a dark bar. */
  readonly findIcon: (icon: TrayIcon, isDark: boolean) => string;
  readonly actions: TrayActions;
}

/** The icon in the bar of the desktop; a click opens the window, where the desktop passes clicks on. */
export function createTray({ findIcon, actions }: AppTrayDeps): AppTray {
  let icon: TrayIcon = 'waiting';
  let shown = '';
  const setStartsAtLogin: TrayActions['setStartsAtLogin'] = (isOn) => {
    // The click has turned the tick over by itself; whatever comes of it, the menu is written anew.
    shown = '';
    actions.setStartsAtLogin(isOn);
  };
  const find = (): string => findIcon(icon, nativeTheme.shouldUseDarkColors);
  const tray = new Tray(find());
  const repaint = (): void => tray.setImage(find());
  nativeTheme.on('updated', repaint);
  tray.on('click', actions.open);
  return {
    show: (state, facts) => {
      // Progress comes ten times a second; a menu that is rebuilt closes under the person's hand.
      const next = JSON.stringify([state, facts]);
      if (next === shown) return;
      shown = next;
      if (state.icon !== icon) {
        icon = state.icon;
        repaint();
      }
      tray.setToolTip(`Tillbridge - ${state.sentence}`);
      tray.setContextMenu(
        Menu.buildFromTemplate(
          writeTrayMenu({ ...facts, sentence: state.sentence }, { ...actions, setStartsAtLogin }),
        ),
      );
    },
    close: () => {
      nativeTheme.off('updated', repaint);
      tray.destroy();
    },
  };
}
