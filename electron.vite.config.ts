import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What must stay a package of its own: native code. Everything else is bundled, so little is shipped. */
const NATIVE = ['better-sqlite3', 'keytar', 'electron'];

// The page is built by `src-renderer/vite.config.ts`, the same for the desktop and for a browser.
// TILLBRIDGE_NODE_TARGET builds for an older Electron than the one in package.json.
const nodeTarget = process.env.TILLBRIDGE_NODE_TARGET || 'node24';

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: at('src-main/index.ts'),
        external: NATIVE,
        // Loaded in one go, before Electron is ready: the sandbox and the page's scheme must be told by then.
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: at('src-preload/index.ts'),
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
});
