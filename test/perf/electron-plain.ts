import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The least that electron-vite's React template comes to: one window that says a word. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'plain', version: '1.0.0', main: 'out/main/index.cjs' }),
  'electron.vite.config.mjs': `
    import react from '@vitejs/plugin-react';
    const output = { format: 'cjs', entryFileNames: 'index.cjs' };
    const build = { externalizeDeps: true, rolldownOptions: { external: ['electron'], output } };
    export default { main: { build }, preload: { build }, renderer: { plugins: [react()] } };
  `,
  'src/main/index.js': `
    import { app, BrowserWindow } from 'electron';
    import { join } from 'node:path';
    app.whenReady().then(() => {
      const preload = join(__dirname, '../preload/index.cjs');
      const window = new BrowserWindow({ width: 1200, height: 800, show: false, webPreferences: { preload } });
      window.once('ready-to-show', () => window.show());
      window.loadFile(join(__dirname, '../renderer/index.html'));
    });
    process.on('SIGTERM', () => app.quit());
  `,
  'src/preload/index.js': `
    import { contextBridge } from 'electron';
    contextBridge.exposeInMainWorld('plain', { version: '1.0.0' });
  `,
  'src/renderer/index.html':
    '<!doctype html><html><head><title>plain</title></head><body><div id="root"></div><script type="module" src="/main.jsx"></script></body></html>',
  'src/renderer/main.jsx': `
    import { createRoot } from 'react-dom/client';
    createRoot(document.getElementById('root')).render(<h1>Everything is in step.</h1>);
  `,
};

/** Builds a plain electron-vite React app in an empty folder, from the packages of a checkout. */
export function buildPlainApp(folder: string, root: string): void {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  execFileSync(process.execPath, [builder, 'build', '--logLevel', 'error'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'pipe',
  });
}
