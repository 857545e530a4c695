/**
 * In the data file's `meta`: it is older than what was done with it, so that a pair which it does not know may have been
 * linked and agreed on since. There until everything was compared and no such pair was left.
 */
export const OLDER_LINKS_MARK = 'links.older';
