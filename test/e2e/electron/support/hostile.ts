/** Addresses to which the page must never go, and which must open nothing: 20 of them. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  'https://tillbridge.example/',
  'https://app.tillbridge/',
  'http://tillbridge/',
  'https://www.clover.com.evil.example/',
  'https://www.clover.com@evil.example/',
  'https://user:word@www.clover.com/',
  'http://www.clover.com/',
  'https://www.clover.com:444/',
  'app://tillbridge.example/',
  'app://tillbridge.evil/',
  'ftp://tillbridge/',
  'app://tillbridge@evil.example/',
  'file:///etc/passwd',
  'data:text/html,<h1>hello</h1>',
  'javascript:document.title="gone"',
  'blob:https://tillbridge.example/1',
  'about:blank',
  'smb://tillbridge.example/share',
  'ms-settings:privacy',
  'chrome://version',
];

/** Ways to write the path of a file outside the page's list: 30 of them. */
export const HOSTILE_PATHS: readonly string[] = [
  '../../etc/passwd',
  '../../../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '..%2F..%2Fetc%2Fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%2E%2E%2F%2E%2E%2Fetc%2Fpasswd',
  '..%252f..%252fetc%252fpasswd',
  '%252e%252e%252fetc%252fpasswd',
  '..\\..\\etc\\passwd',
  '..%5c..%5cetc%5cpasswd',
  '%2e%2e%5c%2e%2e%5cetc%5cpasswd',
  '....//....//etc/passwd',
  './/..//..//etc/passwd',
  '/etc/passwd',
  '//etc/passwd',
  '%2fetc%2fpasswd',
  'etc/passwd',
  'assets/../../main/index.cjs',
  'assets/..%2f..%2fmain%2findex.cjs',
  'assets/..%5c..%5cmain%5cindex.cjs',
  'main/index.cjs',
  '../main/index.cjs',
  '../preload/index.cjs',
  'package.json',
  '../../package.json',
  'index.html%00.js',
  'index.html%2f..%2f..%2fmain%2findex.cjs',
  '%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd',
  'file:///etc/passwd',
];

/** In the page: asks for each of the 12, and says how each was answered. */
export const ASK_FOR_PERMISSIONS = `(async () => {
  const told = (asked) => asked.then((value) => value === 'denied' ? 'denied' : 'granted', () => 'denied');
  const here = (name) => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 2000 }));
  return {
    notifications: await told(Notification.requestPermission()),
    microphone: await told(navigator.mediaDevices.getUserMedia({ audio: true })),
    camera: await told(navigator.mediaDevices.getUserMedia({ video: true })),
    screen: await told(navigator.mediaDevices.getDisplayMedia({ video: true })),
    geolocation: await told(here()),
    clipboardRead: await told(navigator.clipboard.readText()),
    midi: await told(navigator.requestMIDIAccess({ sysex: true })),
    usb: await told(navigator.usb.requestDevice({ filters: [] })),
    serial: await told(navigator.serial.requestPort()),
    hid: await told(navigator.hid.requestDevice({ filters: [] }).then((found) => found.length === 0 ? 'denied' : 'granted')),
    pointerLock: await told(document.body.requestPointerLock().then(() => 'granted')),
    idle: await told(IdleDetector.requestPermission()),
  };
})()`;
