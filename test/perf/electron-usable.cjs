// Loaded before an app: says on standard output when its window shows what TILLBRIDGE_USABLE names, a drawn frame later.
const { app } = require('electron');

const wait = `new Promise((resolve) => {
  const wanted = new RegExp(${JSON.stringify(process.env.TILLBRIDGE_USABLE)});
  const look = () => {
    if (!wanted.test(document.body.textContent)) return false;
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => look() && observer.disconnect());
  observer.observe(document, { childList: true, subtree: true, characterData: true });
})`;

app.on('web-contents-created', (_event, contents) =>
  contents.on('dom-ready', () => contents.executeJavaScript(wait).then(() => console.log('usable'))),
);
