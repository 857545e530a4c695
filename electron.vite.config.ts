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
        output: {
          // Loaded in one go, before Electron is ready: the sandbox and the page's scheme must be told by then. What is
          // seldom needed (practice, mail, updates, other languages) is a file of its own, read at its first need.
          format: 'cjs',
          entryFileNames: 'index.cjs',
          chunkFileNames: '[name]-[hash].cjs',
          // The source stays in memory as long as the program runs: at twice its size with one character beyond ASCII.
          // Names stay, so that a crash says where it was.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true, asciiOnly: true } },
        },
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
