// keytar is optional: where it could not be built its own types are missing too. Only what is used.
declare module 'keytar' {
  const keytar: import('./keychain-vault.ts').Keytar;
  export default keytar;
}
