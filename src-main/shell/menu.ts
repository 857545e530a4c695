import type { MenuItemConstructorOptions } from 'electron';
import { say } from '../ipc/speech.ts';

/** The app's menu: editing, zoom and closing by their usual keys; nothing that opens developer tools. */
export function writeAppMenu(platform: string): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [writeMacMenu()] : []),
    {
      label: say('File'),
      submenu: [
        { role: 'close', label: say('Close window') },
        ...(isMac ? [] : [{ role: 'quit' as const, label: say('Quit Tillbridge') }]),
      ],
    },
    {
      label: say('Edit'),
      submenu: [
        { role: 'undo', label: say('Undo', { context: 'edit' }) },
        { role: 'redo', label: say('Redo') },
        { type: 'separator' },
        { role: 'cut', label: say('Cut') },
        { role: 'copy', label: say('Copy') },
        { role: 'paste', label: say('Paste') },
        { role: 'selectAll', label: say('Select all') },
      ],
    },
    {
      label: say('View'),
      submenu: [
        { role: 'resetZoom', label: say('Actual size') },
        { role: 'zoomIn', label: say('Zoom in') },
        { role: 'zoomOut', label: say('Zoom out') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say('Full screen') },
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const, label: say('Window') }] : []),
  ];
}

const writeMacMenu = (): MenuItemConstructorOptions => ({
  label: 'Tillbridge',
  submenu: [
    { role: 'about', label: say('About Tillbridge') },
    { type: 'separator' },
    { role: 'hide', label: say('Hide Tillbridge') },
    { role: 'hideOthers', label: say('Hide others') },
    { role: 'unhide', label: say('Show all') },
    { type: 'separator' },
    { role: 'quit', label: say('Quit Tillbridge') },
  ],
});
