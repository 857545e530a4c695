import type { Sentence } from '../sentence.ts';

/** Letting Tillbridge in through Clover's own page, and what becomes of it later. */
export const TILL_LOGIN_SENTENCES = {
  CLOVER_LOGIN_NO_APP: {
    says: 'This copy of Tillbridge has no App ID of its own for Clover’s page.',
    next: 'Enter the App ID of your own developer app, or connect with a merchant id and an API token.',
  },
  CLOVER_LOGIN_NO_LISTENER: {
    says: 'This computer let Tillbridge open no door for the browser to come back through[ ({detail})].',
    next: 'Look whether a firewall or another program is in the way, then try again; or connect with an API token.',
  },
  CLOVER_LOGIN_DENIED: {
    says: 'Nobody allowed Tillbridge in on Clover’s page, so nothing was connected.',
    next: 'Connect again and choose Allow; the owner or a manager of the Clover account can.',
  },
  CLOVER_LOGIN_TIMED_OUT: {
    says: 'Nobody answered on Clover’s page within five minutes, so nothing was connected.',
    next: 'Connect again. If Clover’s page shows an error, check the App ID, the Site URL and the region.',
  },
  CLOVER_LOGIN_CANCELLED: {
    says: 'Connecting was stopped before Clover’s page answered.',
    next: 'Connect again when you are ready.',
  },
  CLOVER_LOGIN_CODE_ODD: {
    says: 'What was pasted is no code of this try to connect.',
    next: 'Paste the code that the page shows, or the whole address of that page; if it is from an earlier try, connect again.',
  },
  CLOVER_LOGIN_NO_MERCHANT: {
    says: 'The code alone does not say which merchant it is for.',
    next: 'Paste the whole address of the page that showed the code, or give the merchant id beside it.',
  },
  CLOVER_LOGIN_CODE_REFUSED: {
    says: 'Clover did not take the code: it is too old or used, or App ID, App Secret and region do not belong together.',
    next: 'Connect again. With your own developer app check its App ID and App Secret first.',
  },
  CLOVER_LOGIN_OTHER_MERCHANT: {
    says: 'Clover’s answer names the merchant[ {merchant}], but its token does not open that merchant.',
    next: 'Connect again and log in at the merchant that you mean; check the region too.',
  },
  CLOVER_LOGIN_WITHDRAWN: {
    says: 'The till refuses Tillbridge though its access is fresh: the app was uninstalled at Clover, or its permissions were changed.',
    next: 'Disconnect the till and connect it again through Clover’s page.',
  },
  CLOVER_LOGIN_LOST: {
    says: 'Clover no longer renews the access to the till[: {reason}]. Nothing is lost, but nothing is kept in step.',
    next: 'Connect the till again through Clover’s page; links and history stay.',
  },
  CLOVER_LOGIN_ENDS_SOON: {
    says: 'The access to the till ends[ in {when}], and Tillbridge cannot lengthen it by itself.',
    next: 'Connect the till again through Clover’s page before that; it takes a minute.',
  },
} as const satisfies Record<string, Sentence>;
