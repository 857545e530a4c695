import { openVault } from '../../src-main/secrets/vault.ts';

// Writes, reads and removes a secret in the keychain of the session it runs in; prints what it read.
const [dataDir = ''] = process.argv.slice(2);
const vault = await openVault({
  dataDir,
  secretKey: null,
  loadKeytar: async () => (await import('keytar')).default,
});
await vault.set('woo.keys', 'pâté-secret');
const other = await openVault({
  dataDir: `${dataDir}-other`,
  secretKey: null,
  loadKeytar: async () => (await import('keytar')).default,
});
const seen = { mine: await vault.get('woo.keys'), others: await other.get('woo.keys') };
await vault.remove('woo.keys');
process.stdout.write(JSON.stringify({ ...seen, after: await vault.get('woo.keys') }));
