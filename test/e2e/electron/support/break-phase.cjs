// Loaded before the app: what one phase of the start needs throws, as named by BREAK_PHASE.
const { app, ipcMain, protocol } = require('electron');

const fail = () => {
  throw new TypeError('a defect near Zenobia Quillfeather');
};
const { on } = app;

const BREAKS = {
  system: () => {
    app.whenReady = () => Promise.reject(new TypeError('a defect near Zenobia Quillfeather'));
  },
  preferences: () => {
    const { getPath } = app;
    app.getPath = (name) => (name === 'userData' ? fail() : getPath.call(app, name));
  },
  language: () => {
    app.getPreferredSystemLanguages = fail;
  },
  guards: () => {
    app.on = (name, hear) => (name === 'web-contents-created' ? fail() : on.call(app, name, hear));
  },
  page: () => {
    protocol.handle = fail;
  },
  engine: () => {
    require('better-sqlite3').prototype.pragma = fail;
  },
  calls: () => {
    ipcMain.handle = fail;
  },
  desktop: () => {
    app.getLoginItemSettings = fail;
  },
};
BREAKS[process.env.BREAK_PHASE]();
