import { createHash } from 'node:crypto';
import { BOUNCE_SCRIPT } from './bounce-script.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem;color:#1c1f23;background:#fff}
h1{font-size:1.3rem}code{display:block;padding:.8rem;border:1px solid #b8bec6;border-radius:6px;overflow-wrap:anywhere}
button{margin-top:.8rem;padding:.6rem 1.2rem;font:inherit;border:0;border-radius:6px;background:#0b5c8a;color:#fff;cursor:pointer}`;

/** The page is the same for everybody: what differs, its script reads from the address, in the browser. */
export const BOUNCE_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Tillbridge</title>
<style>${STYLE}</style>
</head>
<body>
<noscript><h1>JavaScript is off</h1><p>Switch it on for this page, or copy what follows <b>code=</b> in the address and paste it in Tillbridge.</p></noscript>
<main id="going" hidden><h1>Handing over to Tillbridge</h1><p>If nothing happens, Tillbridge is not running on this computer. Open it and press Connect again.</p></main>
<main id="paste" hidden><h1>One more step</h1><p>Copy this code, go back to Tillbridge and paste it under <b>Connect Clover, I have a code</b>.</p><code id="code"></code><button id="copy" type="button">Copy</button></main>
<main id="denied" hidden><h1>Clover did not connect</h1><p>Clover said: <span id="reason"></span></p><p>Go back to Tillbridge and press Connect again.</p></main>
<main id="approved" hidden><h1>The store is handed over</h1><p>Go back to Tillbridge: it goes on by itself. You can close this page.</p></main>
<main id="refused" hidden><h1>Nothing was handed over</h1><p>You did not approve it, so the store gave no keys. Go back to Tillbridge to begin again, or to give the keys by hand.</p></main>
<main id="launched" hidden><h1>Open Tillbridge and press Connect</h1><p>Tillbridge runs on your back-office computer. Open it there and press <b>Connect Clover</b>.</p></main>
<main id="nothing" hidden><h1>Nothing to hand over</h1><p>This page takes you from Clover back to Tillbridge. Open Tillbridge and press <b>Connect Clover</b>.</p></main>
<script>${BOUNCE_SCRIPT}</script>
</body>
</html>
`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing loads, nothing frames, nothing is kept; the only script is the one above, by its hash. */
export const BOUNCE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `script-src ${hash(BOUNCE_SCRIPT)}`,
    `style-src ${hash(STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'clipboard-write=(self)',
};
