/** This computer itself; nobody's real till or store answers there. */
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** Whether a side's address is that of a practice server: those run on this computer only. */
export const isPracticeUrl = (url: string): boolean =>
  URL.canParse(url) && LOOPBACK.test(new URL(url).hostname);
