import '@mantine/core/styles.css';
import './styles/window.css';
import { pickLanguage } from '../src-preload/contract/languages/dictionary.ts';
import { takeToken } from './bridge/token.ts';
import { speak } from './i18n/i18n.ts';

declare global {
  /** Where the scroll lock of dialogs (react-remove-scroll, by get-nonce) looks for the nonce of its style. */
  var __webpack_nonce__: string | undefined;
}

const readMeta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

const nonce = readMeta('style-nonce');
if (nonce !== '') globalThis.__webpack_nonce__ = nonce;

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
// At once: the screens come later, and the address may be another one by then.
takeToken(window);
void openWindow(root);

/**
 * In a function and not awaited up here: the window's module takes texts from this one's file, and would wait for it
 * to end while this one waits for the window.
 */
async function openWindow(at: HTMLElement): Promise<void> {
  // Whoever serves the page writes the chosen language into it; without a choice the system's own one counts.
  const language = pickLanguage([readMeta('language'), ...navigator.languages]);
  document.documentElement.lang = language;
  // A page in English is better than none.
  await speak(language).catch((error: unknown) => console.error('No texts of this language.', error));
  // Only now: screens look their texts up when they are read.
  const { drawWindow } = await import('./window.tsx');
  drawWindow(at, nonce);
}
