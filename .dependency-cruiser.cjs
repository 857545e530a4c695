// Who may import whom. A rule's comment says why; the folders are described in the README's map.
const main = (rooms) => `^src-main/(${rooms})/`;
const ports =
  '^src-main/engine/(ports|ledger-ports|listing-ports|order-ports|order-ledger|hub-ports|connections|face|records-face)[.]ts$';
const anyMain = '^src-(main|practice|preload|renderer|hub)/';

/** A room that may import only what is listed (beside packages and Node's own modules). */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: `${anyMain}|^test/`, pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'A circle has no order in which it can be understood.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-missing',
      comment: 'An import that leads nowhere; keytar is optional.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^keytar$' },
    },
    only(
      'domain-alone',
      main('domain'),
      main('domain'),
      'Rules are pure: no clock, no chance, no input or output.',
    ),
    {
      name: 'domain-no-packages',
      comment: 'The domain is plain TypeScript, testable anywhere.',
      severity: 'error',
      from: { path: main('domain') },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'] },
    },
    only(
      'engine-by-ports',
      main('engine'),
      main('engine|domain'),
      'The engine knows others only by its ports, so it runs under a virtual clock.',
    ),
    {
      name: 'engine-no-io',
      comment: 'Node’s own modules are input and output; the engine has none.',
      severity: 'error',
      from: { path: main('engine') },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'] },
    },
    ...['store', 'connectors', 'secrets', 'oauth', 'log', 'runtime'].map((room) =>
      only(
        `${room}-adapts`,
        main(room),
        [main(`${room}|domain|runtime|log`), ports, ...(room === 'connectors' ? ['^src-hub/protocol/'] : [])],
        'An adapter knows the domain and the ports, never another adapter.',
      ),
    ),
    only(
      'hub-by-protocol',
      '^src-main/connectors/hub/',
      [main('connectors|domain|runtime|log'), ports, '^src-hub/protocol/'],
      'The app and the relay share the protocol, nothing else.',
    ),
    {
      name: 'protocol-for-the-hub-link',
      comment: 'Wire formats end in the connectors; only the link to the relay knows its frames.',
      severity: 'error',
      from: { path: '^src-main/connectors/(?!hub/)' },
      to: { path: '^src-hub/' },
    },
    only(
      'hub-protocol-alone',
      '^src-hub/protocol/',
      '^src-hub/protocol/',
      'Both ends share it; it drags nothing along.',
    ),
    only('hub-alone', '^src-hub/', '^src-hub/', 'The relay runs on a server that has nothing of the app.'),
    only(
      'headless-from-core',
      main('headless'),
      [
        main('headless|ipc|log|runtime'),
        '^src-main/boot/(core|practice|app-version)[.]ts$',
        '^src-main/engine/(face|ledger-ports)[.]ts$',
        main('domain'),
        '^src-preload/contract/',
      ],
      'The command line starts from boot and speaks to the engine’s face.',
    ),
    only(
      'shell-around-core',
      main('shell'),
      [
        main('shell|ipc|log|runtime'),
        ports,
        '^src-main/(boot/core|domain/failure)[.]ts$',
        '^src-preload/contract/',
      ],
      'The shell knows Electron and the engine’s face; connectors and store are not its business.',
    ),
    only(
      'desktop-composes',
      '^src-main/(boot/desktop|index)[.]ts$',
      [
        main('boot|shell|domain|engine|store|connectors|secrets|oauth|log|runtime|ipc|headless'),
        '^src-preload/contract/',
      ],
      'Core and shell meet here.',
    ),
    only(
      'components-alone',
      '^src-renderer/components/',
      ['^src-renderer/(components|i18n)/', '^src-preload/contract/'],
      'A component knows neither stores nor the bridge, so every screen can use it.',
    ),
    only(
      'features-by-state',
      '^src-renderer/features/',
      ['^src-renderer/(features|components|state|i18n)/', '^src-preload/contract/'],
      'A screen reaches the engine through the stores.',
    ),
    only(
      'state-by-bridge',
      '^src-renderer/state/',
      ['^src-renderer/(state/|i18n/|bridge[.]ts|bridge/)', '^src-preload/contract/'],
      'The stores speak to the engine and know no screen.',
    ),
    only(
      'i18n-alone',
      '^src-renderer/i18n/',
      ['^src-renderer/i18n/', '^src-preload/contract/languages/'],
      'Every part of the page speaks by it; it knows none of them.',
    ),
    only(
      'page-by-contract',
      '^src-renderer/',
      ['^src-renderer/', '^src-preload/contract/'],
      'The page shares only the contract with the rest.',
    ),
    only(
      'preload-by-contract',
      '^src-preload/index[.]ts$',
      '^src-preload/contract/',
      'The preload hands the contract’s channels on, nothing else.',
    ),
    only(
      'boot-composes',
      '^src-main/boot/(?!desktop)',
      [
        main('boot|domain|engine|store|connectors|secrets|oauth|log|runtime|ipc|headless'),
        '^src-practice/',
        '^src-hub/hub[.]ts$',
        '^src-preload/contract/',
      ],
      'The composition root knows all but the shell.',
    ),
    only(
      'ipc-at-the-gate',
      main('ipc'),
      [main('ipc|domain|log'), ports, '^src-preload/contract/'],
      'The gate knows the contract and the engine’s face; connectors and store are not its business.',
    ),
    {
      name: 'practice-by-boot',
      comment: 'Only boot may start the practice servers; the product does not know them otherwise.',
      severity: 'error',
      from: { path: '^src-main/', pathNot: main('boot') },
      to: { path: '^src-practice/' },
    },
    only(
      'contract-alone',
      '^src-preload/contract/',
      '^src-preload/contract/',
      'The contract is what both sides of the window share; it drags nothing along.',
    ),
    only(
      'practice-alone',
      '^src-practice/',
      '^src-practice/',
      'The practice servers are written from the services’ facts, not from our client.',
    ),
    {
      name: 'no-tests-inside',
      comment: 'The product does not know its tests.',
      severity: 'error',
      from: { path: anyMain },
      to: { path: '^test/' },
    },
    {
      name: 'electron-in-its-places',
      comment: 'Everything but the shell runs under plain Node.',
      severity: 'error',
      from: {
        pathNot:
          '^src-main/(shell/|ipc/electron[.]ts|boot/desktop[.]ts|index[.]ts)|^src-preload/index[.]ts|^test/',
      },
      to: { path: '^(node_modules/)?electron($|/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
