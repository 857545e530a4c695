// Loaded before the app: notes what it shows where no test can look (the tray has no host here, a box would wait for a
// person) and what it would hand to another program. What the app does stays as it is.
const { app, dialog, shell, Tray } = require('electron');

const spied = {
  tray: { image: null, toolTip: null, menu: null, isDestroyed: false },
  boxes: [],
  opened: [],
  beeps: 0,
};
globalThis.spied = spied;

const note = (name, keep) => {
  const original = Tray.prototype[name];
  Tray.prototype[name] = function (...args) {
    keep(...args);
    return original.apply(this, args);
  };
};
note('setImage', (image) => {
  spied.tray.image = String(image);
});
note('setToolTip', (text) => {
  spied.tray.toolTip = text;
});
note('setContextMenu', (menu) => {
  spied.tray.menu = menu;
});
note('destroy', () => {
  spied.tray.isDestroyed = true;
});

dialog.showErrorBox = (title, content) => {
  spied.boxes.push({ title, content });
  console.log(JSON.stringify({ title, content }));
};
dialog.showMessageBox = (options) => {
  spied.boxes.push({ title: options.message, content: options.detail });
  return Promise.resolve({ response: 0, checkboxChecked: false });
};
shell.beep = () => {
  spied.beeps += 1;
};
shell.openExternal = (address) => {
  spied.opened.push(address);
  return Promise.resolve();
};

// The launcher used here takes `-r` only before the app, and has put the app first.
const relaunch = app.relaunch.bind(app);
app.relaunch = ({ args }) => {
  const isOfLauncher = (arg, at) => arg === '-r' || args[at - 1] === '-r' || arg === '--no-sandbox';
  const [mine, others] = [args.filter(isOfLauncher), args.filter((arg, at) => !isOfLauncher(arg, at))];
  relaunch({ args: [...mine, ...others] });
};

// For who starts the app without driving it.
app.on('browser-window-created', (_event, window) => window.once('show', () => console.log('window shown')));
