export type HubFailureCode =
  | 'KEY_UNUSABLE'
  | 'KEY_CHANGED'
  | 'CONFIG_WRONG'
  | 'DATA_DAMAGED'
  | 'DATA_TOO_NEW'
  | 'DATA_UNWRITABLE'
  | 'PORT_TAKEN'
  | 'NO_DATA'
  | 'NOT_FOUND'
  | 'NOT_SURE'
  | 'NOT_HEALTHY';

/** The hub cannot start, or the operator's command cannot be done; the sentence says what is wrong and what to do. */
export class HubFailure extends Error {
  readonly code: HubFailureCode;
  constructor(code: HubFailureCode, message: string) {
    super(message);
    this.name = 'HubFailure';
    this.code = code;
  }
}
