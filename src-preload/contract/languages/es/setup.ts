import type { Dictionary } from '../dictionary.ts';

export const SETUP_TEXTS = {
  '{{name}} is connected.': '{{name}}: conexión establecida.',
  'Connecting your own takes its place.': 'Si conecta la suya, ocupará su lugar.',
  'Stay in practice': 'Seguir practicando',
  'Keep it and go on': 'Conservarla y continuar',
  'Asking both sides…': 'Consultando ambos lados…',
  Checks: 'Comprobaciones',
  'Check again': 'Comprobar de nuevo',
  'A relay is optional: with one, changes travel within two seconds. It can be connected later too.':
    'El relé es opcional: con él, los cambios llegan en dos segundos. También se puede conectar más tarde.',
  'Put it right': 'Corregirlo',
  'The till answers': 'La caja responde',
  'The store answers': 'La tienda responde',
  'To know': 'Para su información',
  'Look at it': 'Revíselo',
  No: 'No',
  Yes: 'Sí',
  items: 'artículos',
  orders: 'pedidos',
  payments: 'pagos',
  customers: 'clientes',
  'Read and write': 'Lectura y escritura',
  'Read only': 'Solo lectura',
  None: 'Ninguno',
  'Without it no web order goes to the till. Give the token read and write for Orders in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.':
    'Sin él ningún pedido web llega a la caja. Dé al token lectura y escritura para Orders en el panel de Clover, en Account & Setup, API Tokens, y conecte con ese token.',
  'Without it web orders wait unpaid on the till. Give the token read and write for Payments in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.':
    'Sin él los pedidos web quedan sin pagar en la caja. Dé al token lectura y escritura para Payments en el panel de Clover, en Account & Setup, API Tokens, y conecte con ese token.',
  'Only needed if everything about a customer goes to the till (Settings, Orders). Give the token read and write for Customers in the Clover dashboard under Account & Setup, API Tokens, then connect with that token.':
    'Solo hace falta si a la caja se envía todo sobre el cliente (Ajustes, Pedidos). Dé al token lectura y escritura para Customers en el panel de Clover, en Account & Setup, API Tokens, y conecte con ese token.',
  'Both sides have the same currency': 'Ambos lados tienen la misma moneda',
  '{{till}} and {{store}}': '{{till}} y {{store}}',
  'Starting the practice till and store, and connecting to them…':
    'Iniciando la caja y la tienda de práctica y conectando con ellas…',
  'My shop': 'Mi negocio',
  'Connect your Clover till and your WooCommerce store. You need your log-in at Clover (or an API token) and WooCommerce keys; the next steps say where to find them.':
    'Conecte su caja Clover y su tienda WooCommerce. Necesita su acceso a Clover (o un token de API) y claves de WooCommerce; los pasos siguientes indican dónde encontrarlos.',
  'Practice: a pizzeria': 'Práctica: una pizzería',
  'A practice till and a practice store start on this computer, with a pizzeria’s menu. Nothing reaches a real shop.':
    'En este equipo se inician una caja y una tienda de práctica con la carta de una pizzería. Nada llega a un negocio real.',
  'Practice: a large shop': 'Práctica: un comercio grande',
  'The same with thousands of items, to see how Tillbridge does with a long list.':
    'Lo mismo con miles de artículos, para ver cómo se desenvuelve Tillbridge con una lista larga.',
  'Plan and go live': 'Plan y puesta en marcha',
  '<b>{{till}}</b> and <b>{{store}}</b> will be kept in step.':
    '<b>{{till}}</b> y <b>{{store}}</b> se mantendrán sincronizados.',
  'The till wins first for: {{fields}}.': 'Al principio manda la caja en: {{fields}}.',
  'The store wins first for: {{fields}}.': 'Al principio manda la tienda en: {{fields}}.',
  'The first plan brings the store’s products onto the till.':
    'El primer plan lleva los productos de la tienda a la caja.',
  'The first plan brings the till’s items into the store.':
    'El primer plan lleva los artículos de la caja a la tienda.',
  'After that, changes go: {{direction}}.': 'Después, sentido de los cambios: {{direction}}.',
  'New products are: {{status}}.': 'Productos nuevos: {{status}}.',
  'The plan shows each product and what would be done to it. You approve it on the next screen; until then nothing is written, and an import can be undone.':
    'El plan muestra cada producto y lo que se haría con él. Usted lo aprueba en la pantalla siguiente; hasta entonces no se escribe nada, y una importación se puede deshacer.',
  'Reading the settings…': 'Leyendo los ajustes…',
  'New products': 'Productos nuevos',
  'How the two compare': 'Comparación de ambos lados',
  'Counting reads both sides and writes nothing.': 'El recuento lee ambos lados y no escribe nada.',
  'Count again': 'Contar de nuevo',
  'Count both sides': 'Contar ambos lados',
  'The till has {{items}} items, the store {{products}} products; {{matches}} match.':
    'La caja tiene {{items}} artículos y la tienda {{products}} productos; coinciden {{matches}}.',
  'Practice or real': 'Práctica o real',
  'What wins': 'Qué manda',
  Plan: 'Plan',
  'Step {{step}} of {{steps}}. It takes about ten minutes, and nothing is written before you approve the plan.':
    'Paso {{step}} de {{steps}}. Lleva unos diez minutos y no se escribe nada antes de que apruebe el plan.',
  'Steps of the setup': 'Pasos de la configuración',
  Back: 'Atrás',
  'Connecting with one click, without keys, needs a relay: a store hands its keys only to an address on the internet.':
    'Para conectar con un clic, sin claves, hace falta un relé: una tienda solo entrega sus claves a una dirección de internet.',
  'With one click': 'Con un clic',
  'Or with keys': 'O con claves',
  'In WordPress: WooCommerce, Settings, Advanced, REST API, Add key. Choose Read/Write, then copy both keys: the secret is shown once.':
    'En WordPress: WooCommerce, Ajustes, Avanzado, API REST, Añadir clave. Elija Lectura/Escritura y copie ambas claves: la clave secreta se muestra una sola vez.',
  'Address of the store': 'Dirección de la tienda',
  'Consumer key': 'Clave del cliente',
  'Begins with ck_': 'Empieza por ck_',
  'Consumer secret': 'Clave secreta del cliente',
  'Begins with cs_; kept sealed on this computer': 'Empieza por cs_; se guarda cifrada en este equipo',
  'Show or hide the secret': 'Mostrar u ocultar la clave secreta',
  'With Clover': 'Con Clover',
  'Clover’s own page opens in your browser. Log in there and choose Allow: that is all.':
    'La página de Clover se abre en su navegador. Inicie sesión allí y elija Permitir: eso es todo.',
  'Where your Clover account is': 'Dónde está su cuenta de Clover',
  'Or with an API token': 'O con un token de API',
  'In Clover’s web dashboard: Account & Setup, then API Tokens, then Create new token. It needs Merchant (read) and Inventory (read and write).':
    'En el panel web de Clover: Account & Setup, luego API Tokens y Create new token. Necesita Merchant (lectura) e Inventory (lectura y escritura).',
  'Merchant id': 'Id de comercio',
  '13 letters and figures, in the address of the dashboard after /m/':
    '13 letras y cifras, en la dirección del panel después de /m/',
  'A merchant id has 13 letters and figures, without blanks.':
    'Un id de comercio tiene 13 letras y cifras, sin espacios.',
  'API token': 'Token de API',
  'Kept sealed on this computer': 'Se guarda cifrado en este equipo',
  'Show or hide the token': 'Mostrar u ocultar el token',
  'Use another server': 'Usar otro servidor',
  'Address of the API': 'Dirección de la API',
  'Only for a practice or test server; empty for Clover itself':
    'Solo para un servidor de práctica o de pruebas; vacío para Clover',
  'Practice has ended.': 'La práctica ha terminado.',
  'The practice till and store run only while Tillbridge is open. They are gone, with everything you tried there. Begin again below, or connect your own shop.':
    'La caja y la tienda de práctica solo funcionan mientras Tillbridge está abierto. Ya no existen, ni nada de lo que probó allí. Empiece de nuevo abajo o conecte su propia tienda.',
  'shop details': 'datos de la tienda',
  'What Tillbridge may do at the till: {{area}}': 'Lo que Tillbridge puede hacer en la caja: {{area}}',
} as const satisfies Dictionary;
