import type { Dictionary } from '../dictionary.ts';

export const FAILURES_SIDES_TEXTS = {
  'No connection to {host|the other side}: it is switched off, or the internet is down here.':
    'Sin conexión con {host|el otro lado}: está apagado o aquí no hay internet.',
  'Check the address and the internet connection, then try again.':
    'Revise la dirección y la conexión a internet, y vuelva a intentarlo.',
  'No server has the name {host|in this address}, or the internet is down here.':
    'Ningún servidor tiene el nombre {host|de esta dirección}, o aquí no hay internet.',
  'Check the address for a typing mistake.': 'Revise si la dirección tiene un error de escritura.',
  'The connection to {host|the other side} is not safe: its certificate is wrong, expired or not trusted. Nothing was sent.':
    'La conexión con {host|el otro lado} no es segura: su certificado es incorrecto, está caducado o no es de confianza. No se envió nada.',
  'Check that the clock of this computer is right; if it is, ask the host of the site for a new certificate.':
    'Compruebe que la hora de este equipo sea correcta; si lo es, pida un certificado nuevo al proveedor del sitio.',
  'No answer came from {host|the other side} in time.': 'No respondió a tiempo {host|el otro lado}.',
  'Try again in a minute; if it stays so, ask the host of the site why it is slow.':
    'Vuelva a intentarlo en un minuto; si sigue igual, pregunte al proveedor del sitio por qué va lento.',
  'The answer of {host|the other side} broke off or could not be read.':
    'Se cortó o no se pudo leer lo que respondió {host|el otro lado}.',
  'Try again in a minute; if it stays so, ask the host of the site.':
    'Vuelva a intentarlo en un minuto; si sigue igual, pregunte al proveedor del sitio.',
  'The address[ http://{host}] is not safe: your keys would travel where others can read them. Plain http is for this computer itself only.':
    'La dirección[ http://{host}] no es segura: sus claves viajarían donde otros pueden leerlas. El http sin cifrar es solo para este mismo equipo.',
  'Use the address that begins with https:.': 'Use la dirección que empieza por https:.',
  'The address[ "{url}"] is not one of a website.': 'La dirección[ «{url}»] no es la de un sitio web.',
  'Give it in full, for example https://shop.example.com.':
    'Escríbala completa, por ejemplo https://shop.example.com.',
  'A proxy on the way to {host|the other side} refused the connection.':
    'Un proxy intermedio rechazó la conexión con {host|el otro lado}.',
  'Ask the people who run this network to let Tillbridge through.':
    'Pida a los responsables de esta red que dejen pasar a Tillbridge.',
  'Something else[ ({location})] answered in place of {host|the other side}: a sign-in page of this network, or the site has moved.':
    'Otra cosa[ ({location})] respondió donde debía hacerlo {host|el otro lado}: una página de acceso de esta red, o el sitio se mudó.',
  'Open the address in a browser: sign in to the network if it asks, or connect with the address where the site is now.':
    'Abra la dirección en un navegador: inicie sesión en la red si se lo pide, o conecte con la dirección donde está ahora el sitio.',
  'No till is connected.': 'No hay ninguna caja conectada.',
  'Connect the till first.': 'Conecte primero la caja.',
  'The till refused the API token[ for merchant {merchant}]: the token is wrong, expired or withdrawn, or it belongs to another merchant.':
    'La caja rechazó el token de API[ del comercio {merchant}]: es incorrecto, caducó, se retiró o es de otro comercio.',
  'Make a new API token in the Clover dashboard (Account & Setup, API Tokens) and connect with it.':
    'Cree un token de API nuevo en el panel de Clover (Account & Setup, API Tokens) y conecte con él.',
  'The till refused[ the merchant id "{merchant}"]: a merchant id has 13 letters and digits[, and this one has {characters}].':
    'La caja rechazó[ el identificador de comercio «{merchant}»]: tiene que tener 13 letras y cifras[, y este tiene {characters}].',
  'Copy it from the address bar of the Clover dashboard, where it stands after "/m/", and connect again.':
    'Cópielo de la barra de direcciones del panel de Clover, donde está después de «/m/», y conecte de nuevo.',
  'This merchant and token are not known in the region[ "{environment}"]: each Clover region knows only its own.':
    'Este comercio y este token no se conocen en la región[ «{environment}»]: cada región de Clover solo conoce los suyos.',
  'Connect again with the region of your Clover account[: {label} ("{right}")].':
    'Conecte de nuevo con la región de su cuenta de Clover[: {label} («{right}»)].',
  'The API token may not use {permission|a part of the till that is needed}.':
    'Al token de API le falta un permiso: {permission|una parte de la caja que se necesita}.',
  'In the Clover dashboard make a token that has the permission[ {permission}], then connect with it. If Tillbridge was connected through Clover’s page, give its app that permission, then disconnect and connect again.':
    'En el panel de Clover cree un token que tenga el permiso[ {permission}] y conecte con él. Si Tillbridge se conectó por la página de Clover, dé ese permiso a su aplicación, desconecte y conecte de nuevo.',
  'The API token may not use {permission|a part of the till that orders need}, so web orders cannot go to the till.':
    'Al token de API le falta un permiso: {permission|una parte de la caja que los pedidos necesitan}. Por eso los pedidos web no pueden ir a la caja.',
  'In the Clover dashboard (Account & Setup, API Tokens) make a token that has read and write for Orders and Payments too, then connect with it. A shop without web orders can switch them off under Settings, Orders.':
    'En el panel de Clover (Account & Setup, API Tokens) cree un token que también pueda leer y escribir Orders y Payments, y conecte con él. Una tienda sin pedidos web puede desactivarlos en Ajustes, Pedidos.',
  'The server[ at {host}] answers, but not as a Clover till does.':
    'El servidor[ de {host}] responde, pero no como una caja Clover.',
  'Check the address of the till; for a real Clover till give none and choose the region.':
    'Revise la dirección de la caja; para una caja Clover real no ponga ninguna y elija la región.',
  'The till asks for a pause: it got too many requests in a short time.':
    'La caja pide una pausa: recibió demasiadas peticiones en poco tiempo.',
  'Wait a minute, then try again.': 'Espere un minuto y vuelva a intentarlo.',
  'The till refused a request[ for "{thing}"][ (answer {status})][: {message}].':
    'La caja rechazó una petición[ de «{thing}»][ (respuesta {status})][: {message}].',
  'Test the connection; if it is fine, send the log to support.':
    'Pruebe la conexión; si está bien, envíe el registro al soporte.',
  'The till’s own servers are in trouble[ (answer {status})].':
    'Los propios servidores de la caja tienen problemas[ (respuesta {status})].',
  'Try again in some minutes; nothing is lost.': 'Vuelva a intentarlo en unos minutos; no se pierde nada.',
  'What was to be changed[, "{thing}",] is no longer on the till.':
    'Lo que se iba a cambiar[, «{thing}»,] ya no está en la caja.',
  'Make a new plan: it sees what is there now.': 'Haga un plan nuevo: ve lo que hay ahora.',
  'The till has no default order printer, so nothing can be printed from here.':
    'La caja no tiene impresora de pedidos predeterminada, así que desde aquí no se puede imprimir nada.',
  'Set one on the Clover device (Setup, Printers), then print again.':
    'Configure una en el dispositivo Clover (Setup, Printers) y vuelva a imprimir.',
  'Printing from outside is not available for this till.': 'Esta caja no permite imprimir desde fuera.',
  'Let the till print orders by itself (on the Clover device under Setup, Printers), then choose "Leave it to the till" under Orders & kitchen.':
    'Deje que la caja imprima los pedidos por sí misma (en el dispositivo Clover, Setup, Printers) y elija «Dejarlo a la caja» en Pedidos y cocina.',
  'The till did not move the category[ {name}]: it does not take that place for it.':
    'La caja no movió la categoría[ {name}]: no la acepta en ese lugar.',
  'Move it on the till by hand (Clover dashboard, Inventory, Categories), or leave it where it is.':
    'Muévala a mano en la caja (panel de Clover, Inventory, Categories) o déjela donde está.',
  'This copy of Tillbridge has no App ID of its own for Clover’s page.':
    'Esta copia de Tillbridge no tiene App ID propio para la página de Clover.',
  'Enter the App ID of your own developer app, or connect with a merchant id and an API token.':
    'Escriba el App ID de su propia aplicación de desarrollador, o conecte con un identificador de comercio y un token de API.',
  'This computer let Tillbridge open no door for the browser to come back through[ ({detail})].':
    'Este equipo no dejó que Tillbridge abriera una puerta por la que vuelva el navegador[ ({detail})].',
  'Look whether a firewall or another program is in the way, then try again; or connect with an API token.':
    'Mire si un cortafuegos u otro programa lo impide y vuelva a intentarlo; o conecte con un token de API.',
  'Nobody allowed Tillbridge in on Clover’s page, so nothing was connected.':
    'Nadie permitió el acceso de Tillbridge en la página de Clover, así que no se conectó nada.',
  'Connect again and choose Allow; the owner or a manager of the Clover account can.':
    'Conecte de nuevo y elija «Allow»; puede hacerlo el dueño o un encargado de la cuenta de Clover.',
  'Nobody answered on Clover’s page within five minutes, so nothing was connected.':
    'Nadie respondió en la página de Clover en cinco minutos, así que no se conectó nada.',
  'Connect again. If Clover’s page shows an error, check the App ID, the Site URL and the region.':
    'Conecte de nuevo. Si la página de Clover muestra un error, revise el App ID, el Site URL y la región.',
  'Connecting was stopped before Clover’s page answered.':
    'La conexión se detuvo antes de que respondiera la página de Clover.',
  'Connect again when you are ready.': 'Conecte de nuevo cuando esté listo.',
  'What was pasted is no code of this try to connect.':
    'Lo que se pegó no es un código de este intento de conexión.',
  'Paste the code that the page shows, or the whole address of that page; if it is from an earlier try, connect again.':
    'Pegue el código que muestra la página o la dirección completa de esa página; si es de un intento anterior, conecte de nuevo.',
  'The code alone does not say which merchant it is for.':
    'El código por sí solo no dice de qué comercio es.',
  'Paste the whole address of the page that showed the code, or give the merchant id beside it.':
    'Pegue la dirección completa de la página que mostró el código, o indique al lado el identificador del comercio.',
  'Clover did not take the code: it is too old or used, or App ID, App Secret and region do not belong together.':
    'Clover no aceptó el código: es demasiado antiguo o ya se usó, o el App ID, el App Secret y la región no corresponden.',
  'Connect again. With your own developer app check its App ID and App Secret first.':
    'Conecte de nuevo. Con su propia aplicación de desarrollador, revise antes su App ID y App Secret.',
  'Clover’s answer names the merchant[ {merchant}], but its token does not open that merchant.':
    'La respuesta de Clover nombra el comercio[ {merchant}], pero su token no abre ese comercio.',
  'Connect again and log in at the merchant that you mean; check the region too.':
    'Conecte de nuevo e inicie sesión en el comercio que quiere; revise también la región.',
  'The till refuses Tillbridge though its access is fresh: the app was uninstalled at Clover, or its permissions were changed.':
    'La caja rechaza a Tillbridge aunque su acceso es reciente: la aplicación se desinstaló en Clover o se cambiaron sus permisos.',
  'Disconnect the till and connect it again through Clover’s page.':
    'Desconecte la caja y conéctela de nuevo por la página de Clover.',
  'Clover no longer renews the access to the till[: {reason}]. Nothing is lost, but nothing is kept in step.':
    'Clover ya no renueva el acceso a la caja[: {reason}]. No se pierde nada, pero no se sincroniza nada.',
  'Connect the till again through Clover’s page; links and history stay.':
    'Conecte de nuevo la caja por la página de Clover; los enlaces y el historial se conservan.',
  'The access to the till ends[ in {when}], and Tillbridge cannot lengthen it by itself.':
    'El acceso a la caja termina[ en {when}], y Tillbridge no puede alargarlo por sí mismo.',
  'Connect the till again through Clover’s page before that; it takes a minute.':
    'Conecte antes de nuevo la caja por la página de Clover; lleva un minuto.',
  'No store is connected.': 'No hay ninguna tienda conectada.',
  'Connect the store first.': 'Conecte primero la tienda.',
  'The store does not know this consumer key.': 'La tienda no conoce esta clave de cliente (consumer key).',
  'Copy the key again, or make a new one in WooCommerce (Settings, Advanced, REST API).':
    'Copie la clave otra vez o cree una nueva en WooCommerce (Ajustes, Avanzado, API REST).',
  'The store knows the consumer key, but the consumer secret does not belong to it.':
    'La tienda conoce la clave de cliente, pero la clave secreta no le corresponde.',
  'Copy the secret again; it is shown only once, so if it is lost make a new key.':
    'Copie la clave secreta otra vez; solo se muestra una vez, así que si se perdió cree una clave nueva.',
  'The consumer key may only read, so nothing could be written to the store.':
    'La clave de cliente solo puede leer, así que no se podría escribir nada en la tienda.',
  'In WooCommerce (Settings, Advanced, REST API) set the key to Read/Write.':
    'En WooCommerce (Ajustes, Avanzado, API REST) ponga la clave en Lectura/Escritura.',
  'The person that the consumer key belongs to may not manage products.':
    'La persona a la que pertenece la clave de cliente no puede gestionar productos.',
  'Make the key for a shop manager or an administrator.':
    'Cree la clave para un gestor de la tienda o un administrador.',
  'The store[ at {host}] answers with a web page where its REST API should be: a security plugin or the host blocks it.':
    'La tienda[ de {host}] responde con una página web donde debería estar su API REST: la bloquea un plugin de seguridad o el proveedor.',
  'Allow the REST API (/wp-json/) in the security plugin, or ask the host of the site to.':
    'Permita la API REST (/wp-json/) en el plugin de seguridad, o pídaselo al proveedor del sitio.',
  'The store[ at {host}] uses plain permalinks, and with these WooCommerce’s REST API has no address.':
    'La tienda[ de {host}] usa enlaces permanentes simples, y con ellos la API REST de WooCommerce no tiene dirección.',
  'In WordPress open Settings, Permalinks, choose "Post name" and save.':
    'En WordPress abra Ajustes, Enlaces permanentes, elija «Nombre de la entrada» y guarde.',
  'The site[ at {host}] is WordPress, but WooCommerce is not active there.':
    'El sitio[ de {host}] es WordPress, pero WooCommerce no está activo allí.',
  'Check the address, or activate WooCommerce.': 'Revise la dirección o active WooCommerce.',
  'The store or its host asks for a pause: it got too many requests in a short time.':
    'La tienda o su proveedor pide una pausa: recibió demasiadas peticiones en poco tiempo.',
  'The store refused this[ (answer {status})][: {message}].':
    'La tienda rechazó esto[ (respuesta {status})][: {message}].',
  'Mend what it says, then try it again, or import again.':
    'Corrija lo que dice y vuelva a intentarlo, o importe de nuevo.',
  'The store’s own server is in trouble[ (answer {status})].':
    'El propio servidor de la tienda tiene problemas[ (respuesta {status})].',
  'Try again in some minutes; if it stays so, ask the host of the site.':
    'Vuelva a intentarlo en unos minutos; si sigue igual, pregunte al proveedor del sitio.',
  'Another product of the store[ (id {owner})] has the SKU[ {sku}] already.':
    'Otro producto de la tienda[ (identificador {owner})] ya tiene el SKU[ {sku}].',
  'Give one of the two another SKU, then try it again, or import again.':
    'Dé otro SKU a uno de los dos y vuelva a intentarlo, o importe de nuevo.',
  'A product in the store’s trash still holds the SKU[ {sku}].':
    'Un producto en la papelera de la tienda todavía tiene el SKU[ {sku}].',
  'Restore that product or delete it for good, then try it again, or import again.':
    'Restaure ese producto o bórrelo definitivamente y vuelva a intentarlo, o importe de nuevo.',
  'Another product of the store[ (id {owner})] has this barcode already.':
    'Otro producto de la tienda[ (identificador {owner})] ya tiene este código de barras.',
  'Take the barcode from one of the two, then try it again, or import again.':
    'Quite el código de barras a uno de los dos y vuelva a intentarlo, o importe de nuevo.',
  'The store takes fewer products at once than were sent[ (at most {limit})].':
    'La tienda acepta menos productos a la vez de los que se enviaron[ (como máximo {limit})].',
  'Go on with the import; it continues with smaller portions.':
    'Continúe la importación; sigue con porciones más pequeñas.',
  'The product[ {product}] is not in the store any more.': 'El producto[ {product}] ya no está en la tienda.',
  'Restore it from the trash, or make a new plan.': 'Restáurelo de la papelera o haga un plan nuevo.',
  'The store does not count the stock of the product[ {product}] itself.':
    'La tienda no lleva por sí misma las existencias del producto[ {product}].',
  'Turn on stock management for it (WooCommerce, Products, Inventory), or leave its stock out.':
    'Active la gestión de inventario para él (WooCommerce, Productos, Inventario) o deje fuera sus existencias.',
  'The store has a category[ named {name}] in that place already.':
    'La tienda ya tiene en ese lugar una categoría[ llamada {name}].',
  'Rename one of the two, in the store or on the till.':
    'Cambie el nombre de una de las dos, en la tienda o en la caja.',
  'The store did not move the category[ {name}]: it does not take that place for it.':
    'La tienda no movió la categoría[ {name}]: no la acepta en ese lugar.',
  'See in the store whether the place lies below the category itself, then move it there by hand.':
    'Mire en la tienda si el lugar está debajo de la propia categoría, y muévala allí a mano.',
  'Modifier groups go from the till to the store only[: {reason}].':
    'Los grupos de modificadores van solo de la caja a la tienda[: {reason}].',
  'Change modifier groups on the till, or see to the plugin; the setting sync.addOns chooses which one is filled.':
    'Cambie los grupos de modificadores en la caja u ocúpese del plugin; el ajuste sync.addOns elige cuál se llena.',
  'The till sells in {till|one currency} and the store in {store|another}, and prices are never converted.':
    'La caja vende en {till|una moneda} y la tienda en {store|otra}, y los precios nunca se convierten.',
  'Connect a store that sells in the till’s currency, or change the store’s (WooCommerce, Settings, General).':
    'Conecte una tienda que venda en la moneda de la caja, o cambie la de la tienda (WooCommerce, Ajustes, Generales).',
  'The till’s prices {till|are kept one way} and the store’s {store|the other}, so the same figure means two prices.':
    'Los precios de la caja {till|se llevan de una forma} y los de la tienda {store|de otra}, así que la misma cifra significa dos precios.',
  'Choose what becomes of the figure: it is copied as it is (same), or the tax is added (add) or taken off (remove).':
    'Elija qué pasa con la cifra: se copia tal cual (same), o se añade (add) o se quita (remove) el impuesto.',
  'No relay is connected.': 'No hay ningún relé conectado.',
  'Connect one in Settings with its address and a pairing code, or go on without: both sides are then looked at every few seconds.':
    'Conecte uno en Ajustes con su dirección y un código de emparejamiento, o siga sin él: entonces se miran ambos lados cada pocos segundos.',
  'What answers at {host|this address} is not a Tillbridge relay.':
    'Lo que responde en {host|esta dirección} no es un relé de Tillbridge.',
  'Check the address with whoever runs the relay.': 'Revise la dirección con quien gestiona el relé.',
  'The relay refused this[: {message}].': 'El relé rechazó esto[: {message}].',
  'Follow what it says; if that does not help, ask whoever runs the relay.':
    'Siga lo que dice; si no ayuda, pregunte a quien gestiona el relé.',
  'The relay at {host|its address} no longer knows this PC: its pairing was removed.':
    'El relé de {host|su dirección} ya no conoce este PC: se quitó su emparejamiento.',
  'Pair this PC again with a new code. Everything goes on meanwhile, a little slower.':
    'Empareje de nuevo este PC con un código nuevo. Mientras tanto todo sigue, un poco más lento.',
  'The relay at {host|its address} asks for fewer calls for a moment.':
    'El relé de {host|su dirección} pide menos llamadas por un momento.',
  'Nothing to do: Tillbridge waits and tries again by itself.':
    'Nada que hacer: Tillbridge espera y lo intenta de nuevo por sí mismo.',
  'The relay at {host|its address} has trouble of its own.':
    'El relé de {host|su dirección} tiene problemas propios.',
  'Nothing to do: both sides are looked at directly until it is well again.':
    'Nada que hacer: se miran directamente ambos lados hasta que se recupere.',
  'The relay at {host|its address} has said nothing for too long.':
    'El relé de {host|su dirección} lleva demasiado tiempo sin decir nada.',
  'Nothing to do: Tillbridge connects again by itself and looks at both sides directly meanwhile.':
    'Nada que hacer: Tillbridge se conecta de nuevo por sí mismo y mientras tanto mira directamente ambos lados.',
  'The connection to the relay at {host|its address} is lost.':
    'Se perdió la conexión con el relé de {host|su dirección}.',
  'Nothing to do: Tillbridge connects again by itself.':
    'Nada que hacer: Tillbridge se conecta de nuevo por sí mismo.',
  'Another program with this PC’s pairing has connected to the relay.':
    'Otro programa con el emparejamiento de este PC se conectó al relé.',
  'Pair each PC with a code of its own, and run Tillbridge once on each.':
    'Empareje cada PC con un código propio y ejecute Tillbridge una sola vez en cada uno.',
  'The keys that the store handed over cannot be opened here.':
    'Las claves que entregó la tienda no se pueden abrir aquí.',
  'Begin the approval again from this window.': 'Empiece de nuevo la aprobación desde esta ventana.',
  'The store did not hand over its keys: the approval was refused or took too long.':
    'La tienda no entregó sus claves: la aprobación se rechazó o tardó demasiado.',
  'Begin again and press Approve in the store, or give key and secret by hand.':
    'Empiece de nuevo y pulse «Approve» en la tienda, o escriba la clave y la clave secreta a mano.',
  'A pairing code is needed.': 'Hace falta un código de emparejamiento.',
  'Get one from whoever runs the relay, or from another paired PC under Settings, Connections.':
    'Pídalo a quien gestiona el relé, o sáquelo de otro PC emparejado en Ajustes, Conexiones.',
  'The PC[ "{holder}"] keeps this shop in step at present; this one only watches.':
    'El PC[ «{holder}»] mantiene ahora sincronizada esta tienda; este solo mira.',
  'Nothing to do: this PC takes over by itself when that one is gone. To work here, close Tillbridge there.':
    'Nada que hacer: este PC toma el relevo por sí mismo cuando aquel no esté. Para trabajar aquí, cierre allí Tillbridge.',
  'The relay is away and another PC is paired for this shop, so this one writes nothing until it is sure to be alone.':
    'El relé no está disponible y hay otro PC emparejado para esta tienda, así que este no escribe nada hasta estar seguro de estar solo.',
  'Wait for the relay, or say in Settings, Connections that only this PC is in use.':
    'Espere al relé, o indique en Ajustes, Conexiones que solo se usa este PC.',
  'E-mail is not set up yet[: {missing} is missing].':
    'El correo aún no está configurado[: falta {missing}].',
  'Fill it in under Settings, Alerts, then send a test mail.':
    'Complételo en Ajustes, Avisos y envíe después un correo de prueba.',
  'The password of the e-mail account[ at {host}] is not on this computer.':
    'La contraseña de la cuenta de correo[ de {host}] no está en este equipo.',
  'Type it in under Settings, Alerts. Many providers want an "app password" there.':
    'Escríbala en Ajustes, Avisos. Muchos proveedores piden ahí una «contraseña de aplicación».',
  'The way to the mail server[ {host}] would not be secret: without TLS, others could read the password and the mails. Nothing was sent.':
    'El camino al servidor de correo[ {host}] no sería secreto: sin TLS, otros podrían leer la contraseña y los correos. No se envió nada.',
  'Choose STARTTLS or TLS; "none" is for a mail server on this computer only.':
    'Elija STARTTLS o TLS; «none» es solo para un servidor de correo en este equipo.',
  'No mail server has the name {host|given}, or the internet is down here.':
    'Ningún servidor de correo tiene el nombre {host|indicado}, o aquí no hay internet.',
  'Check the name of the server for a typing mistake; your e-mail provider lists it as "SMTP server".':
    'Revise si el nombre del servidor tiene un error; su proveedor de correo lo llama «servidor SMTP».',
  'The mail server[ {host}] does not answer: its name or port is wrong, or the internet is down here.':
    'El servidor de correo[ {host}] no responde: su nombre o puerto es incorrecto, o aquí no hay internet.',
  'Check server, port and security: 587 goes with STARTTLS, 465 with TLS.':
    'Revise servidor, puerto y seguridad: 587 va con STARTTLS, 465 con TLS.',
  'The connection to the mail server[ {host}] is not safe: its certificate is wrong, expired or not trusted, or it speaks no TLS on this port. Nothing was sent.':
    'La conexión con el servidor de correo[ {host}] no es segura: su certificado es incorrecto, está caducado o no es de confianza, o no usa TLS en este puerto. No se envió nada.',
  'Check port and security (465 with TLS, 587 with STARTTLS), and that the clock of this computer is right.':
    'Revise puerto y seguridad (465 con TLS, 587 con STARTTLS) y que la hora de este equipo sea correcta.',
  'The mail server[ {host}] offers no STARTTLS, so the way to it would not be secret. Nothing was sent.':
    'El servidor de correo[ {host}] no ofrece STARTTLS, así que el camino no sería secreto. No se envió nada.',
  'Choose TLS and port 465, or ask your e-mail provider for the right ones.':
    'Elija TLS y el puerto 465, o pregunte los datos correctos a su proveedor de correo.',
  'The mail server[ {host}] refused the account’s name or its password.':
    'El servidor de correo[ {host}] rechazó el nombre de la cuenta o su contraseña.',
  'Type both in again. Many providers want an "app password" in place of the usual one.':
    'Escriba ambos de nuevo. Muchos proveedores piden una «contraseña de aplicación» en lugar de la habitual.',
  'The mail server refused {whose|an address}[: "{reply}"].':
    'El servidor de correo rechazó {whose|una dirección}[: «{reply}»].',
  'Check the addresses for typing mistakes; the sender’s must be one that this account may send from.':
    'Revise si las direcciones tienen errores; la del remitente debe ser una desde la que esta cuenta pueda enviar.',
  'The mail server[ {host}] did not take the mail[: "{reply}"].':
    'El servidor de correo[ {host}] no aceptó el correo[: «{reply}»].',
  'Try again later; if it stays so, ask your e-mail provider.':
    'Vuelva a intentarlo más tarde; si sigue igual, pregunte a su proveedor de correo.',
  'The mail was not sent, since Tillbridge is closing.':
    'El correo no se envió porque Tillbridge se está cerrando.',
  'It goes out after the next start.': 'Saldrá después del próximo inicio.',
} as const satisfies Dictionary;
