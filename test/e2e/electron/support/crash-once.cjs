// Loaded before the app: a defect two seconds after its start; none in the start that follows the crash.
const AFTER_MS = 2000;
const hasCrashed = process.argv.some((arg) => arg.startsWith('--restart-after-crash='));
if (!hasCrashed)
  setTimeout(() => {
    throw new Error('a defect');
  }, AFTER_MS);
