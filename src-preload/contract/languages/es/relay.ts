import type { Dictionary } from '../dictionary.ts';

export const RELAY_TEXTS = {
  'As customers open it': 'Como la abren los clientes',
  'Connect the store with one click': 'Conectar la tienda con un clic',
  Connected: 'Conectado',
  'Your store’s own page opens in your browser. Log in there and press Approve: no keys have to be copied.':
    'La página de su propia tienda se abre en el navegador. Inicie sesión allí y pulse Aprobar: no hay que copiar claves.',
  'Address of your store': 'Dirección de su tienda',
  'Connect with one click': 'Conectar con un clic',
  'Your store’s page is open in your browser. Log in there and press Approve; this window goes on by itself. It waits nearly ten minutes.':
    'La página de su tienda está abierta en el navegador. Inicie sesión allí y pulse Aprobar; esta ventana sigue sola. Espera casi diez minutos.',
  'Open the page again': 'Abrir la página otra vez',
  'PCs of this shop': 'PC de este negocio',
  'One PC writes at a time; another takes over by itself when it is gone.':
    'Solo un PC escribe a la vez; otro lo releva por sí solo cuando falta.',
  'Asking the relay…': 'Preguntando al relé…',
  'Ask again': 'Preguntar de nuevo',
  'Paired PCs': 'PC emparejados',
  'End the pairing of {{name}}?': '¿Terminar el emparejamiento de {{name}}?',
  'That PC can no longer ask the relay anything, at once. To use it again, pair it with a new code.':
    'Ese PC deja enseguida de poder preguntar al relé. Para volver a usarlo, emparéjelo con un código nuevo.',
  'End the pairing': 'Terminar el emparejamiento',
  'Not seen yet': 'Aún no visto',
  'Last seen <when/>': 'Visto por última vez: <when/>',
  'This PC': 'Este PC',
  'Revoke {{name}}': 'Revocar {{name}}',
  Revoke: 'Revocar',
  'Code for another PC': 'Código para otro PC',
  'Type it there under Settings, Connections. Valid once, until {{moment}}':
    'Escríbalo allí en Ajustes, Conexiones. Vale una vez, hasta {{moment}}',
  'Get a new code': 'Obtener un código nuevo',
  'What the relay holds': 'Lo que guarda el relé',
  'Which things have changed, by their ids and for at most seven days; the PCs of this shop; what is needed to know the webhooks as genuine. No names of customers, no contents of orders, no access to till or store.':
    'Qué cosas han cambiado, por su ID y durante siete días como máximo; los PC de este negocio; lo necesario para saber que los webhooks son auténticos. Ni nombres de clientes, ni contenido de pedidos, ni acceso a la caja o la tienda.',
  'View it': 'Verlo',
  'Hide it': 'Ocultarlo',
  'Save as JSON': 'Guardar como JSON',
  'All that the relay holds': 'Todo lo que guarda el relé',
  'Erase everything there…': 'Borrar todo allí…',
  'Erase all that the relay holds on this shop?': '¿Borrar todo lo que el relé guarda de este negocio?',
  'It cannot be taken back. The pairing of every PC of this shop ends with it; each needs a new code from whoever runs the relay. Nothing is erased on the till, in the store or on this PC.':
    'No se puede deshacer. Con ello termina el emparejamiento de todos los PC de este negocio; cada uno necesita un código nuevo de quien lleva el relé. No se borra nada en la caja, en la tienda ni en este PC.',
  'Erase everything': 'Borrar todo',
  'Only this PC is in use…': 'Solo se usa este PC…',
  'Pair this PC again': 'Emparejar de nuevo este PC',
  'App ID of your app': 'App ID de su aplicación',
  'In Clover’s developer dashboard, under your app’s settings: 13 letters and figures':
    'En el panel de desarrollador de Clover, en los ajustes de su aplicación: 13 letras y cifras',
  'Clover Auth Code': 'Clover Auth Code',
  'On the same page under Webhooks, after the verification. The relay keeps it sealed; it is never shown again':
    'En la misma página, en Webhooks, después de la verificación. El relé lo guarda cifrado; no se muestra nunca más',
  'Show or hide the auth code': 'Mostrar u ocultar el código',
  'Give it to the relay': 'Dárselo al relé',
  'The relay knows an auth code.': 'El relé conoce un código.',
  Addresses: 'Direcciones',
  'Whoever runs this relay has an app at Clover for all its shops, so nothing has to be copied. With a developer app of your own, these belong into it.':
    'Quien lleva este relé tiene una aplicación en Clover para todos sus negocios, así que no hay que copiar nada. Si tiene una aplicación de desarrollador propia, estas van en ella.',
  'These belong into your developer app at Clover.': 'Estas van en su aplicación de desarrollador en Clover.',
  'Webhook address for the till': 'Dirección de webhook para la caja',
  'In your app at Clover, under Webhooks: what Clover calls':
    'En su aplicación en Clover, en Webhooks: lo que llama Clover',
  'Site URL': 'Site URL',
  'In your app at Clover, under REST Configuration: the page that leads back to this PC':
    'En su aplicación en Clover, en REST Configuration: la página que lleva de vuelta a este PC',
  'Webhook address for the store': 'Dirección de webhook para la tienda',
  'Tillbridge makes the store’s webhooks by itself; here only to compare':
    'Tillbridge crea solo los webhooks de la tienda; aquí solo para comparar',
  Relay: 'Relé',
  'Show the relay': 'Mostrar el relé',
  'nothing yet': 'nada todavía',
  'all the time just now': 'ahora mismo sin parar',
  'by itself every {{time}}': 'por sí solo cada {{time}}',
  'No relay is connected, and none is needed: both sides are looked at.':
    'No hay ningún relé conectado, ni hace falta: se consulta a ambos lados.',
  'No relay is connected, and none is needed: both sides are looked at every {{time}}.':
    'No hay ningún relé conectado, ni hace falta: se consulta a ambos lados cada {{time}}.',
  'Connect a relay': 'Conectar un relé',
  'Address of the relay': 'Dirección del relé',
  'Whoever runs it tells you': 'Se la dice quien lo lleva',
  'Pairing code': 'Código de emparejamiento',
  'From whoever runs the relay, or from another PC of this shop that is paired. Valid once, for ten minutes':
    'De quien lleva el relé, o de otro PC emparejado de este negocio. Vale una vez, durante diez minutos',
  'Name of this PC': 'Nombre de este PC',
  'What other PCs of this shop call it': 'Como lo llaman los demás PC de este negocio',
  'Connect the relay': 'Conectar el relé',
  'Disconnect the relay': 'Desconectar el relé',
  'Disconnect this PC from the relay of {{name}}?': '¿Desconectar este PC del relé de {{name}}?',
  'Its webhooks are taken out of the store, and this PC is no longer paired. The sync goes on: both sides are looked at as before. What the relay holds stays there until it is erased or seven days old.':
    'Sus webhooks se quitan de la tienda y este PC deja de estar emparejado. La sincronización sigue: se consulta a ambos lados como antes. Lo que guarda el relé se queda allí hasta que se borre o tenga siete días.',
  'A relay is a small server on the internet. The till and the store tell it of each change, and it wakes this PC, so changes travel within two seconds. It never sees the till’s token or what is in an order. Without one everything works, a little slower.':
    'Un relé es un pequeño servidor en internet. La caja y la tienda le avisan de cada cambio y él despierta este PC, así los cambios viajan en dos segundos. Nunca ve el token de la caja ni lo que hay en un pedido. Sin él todo funciona, un poco más lento.',
  'Try again now': 'Reintentar ahora',
  Writes: 'Escribe',
  'The relay of {{name}} is connected.': 'El relé de {{name}} está conectado.',
  'How the relay is used': 'Cómo se usa el relé',
  'Switched off': 'Desactivado',
  'Not reached': 'Sin respuesta',
  'Another PC writes': 'Escribe otro PC',
  Paired: 'Emparejado',
  'Pair again': 'Emparejar de nuevo',
  'Webhooks active': 'Webhooks activos',
  'The till’s webhooks': 'Los webhooks de la caja',
  'The app of this relay sends them already. Only a developer app of your own has to be verified here, once.':
    'La aplicación de este relé ya los envía. Solo hay que verificar aquí, una vez, una aplicación de desarrollador propia.',
  'Your developer app at Clover has to be verified here, once.':
    'Su aplicación de desarrollador en Clover se debe verificar aquí, una vez.',
  'The relay does not know the auth code of the till’s webhooks yet.':
    'El relé aún no conoce el Auth Code de los webhooks de la caja.',
  'Verify a developer app': 'Verificar una aplicación de desarrollador',
  'In your app at Clover, under Webhooks, put in the webhook address from above and press Send Verification Code.':
    'En su aplicación en Clover, en Webhooks, ponga la dirección de webhook de arriba y pulse Send Verification Code.',
  'Copy the code that appears here, and paste it there.': 'Copie el código que aparece aquí y péguelo allí.',
  'Clover then shows an auth code: put it in below.': 'Clover muestra entonces un Auth Code: póngalo abajo.',
  'Waiting for Clover’s code. It is looked for every seven seconds.':
    'Esperando el código de Clover. Se busca cada siete segundos.',
  'Clover’s verification code': 'Código de verificación de Clover',
  'Check now': 'Comprobar ahora',
  'Paste it on Clover’s page': 'Péguelo en la página de Clover',
  'Paste it on Clover’s page. It came {{moment}}': 'Péguelo en la página de Clover. Llegó: {{moment}}',
  'Heard from till': 'Avisó la caja',
  'Heard from store': 'Avisó la tienda',
  'Not heard from both sides yet': 'Aún sin noticias de ambos lados',
} as const satisfies Dictionary;
