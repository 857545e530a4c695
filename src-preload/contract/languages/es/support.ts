import type { Dictionary } from '../dictionary.ts';

/** Safe mode, support, data to take along or to erase. */
export const SUPPORT_TEXTS = {
  'Safe mode.': 'Modo seguro.',
  'Safe mode': 'Modo seguro',
  'Safe mode: nothing is kept in step.': 'Modo seguro: no se sincroniza nada.',
  'Safe mode: nothing is kept in step. Open Tillbridge.':
    'Modo seguro: no se sincroniza nada. Abra Tillbridge.',
  'Tillbridge is in safe mode, so nothing is kept in step.':
    'Tillbridge está en modo seguro y no sincroniza nada.',
  'It failed four times within ten minutes. Open it to try again or to save the diagnostics.':
    'Ha fallado cuatro veces en diez minutos. Ábralo para intentarlo de nuevo o guardar el diagnóstico.',
  'Tillbridge was started in safe mode: everything can be read, nothing is written to either side.':
    'Tillbridge se ha iniciado en modo seguro: todo se puede consultar, pero no se escribe nada en ninguno de los dos lados.',
  '{{what}} Nothing is written to either side until that is mended; it is tried again by itself.':
    '{{what}} Hasta que se resuelva no se escribe nada en ninguno de los dos lados; se reintenta automáticamente.',
  'Tillbridge failed four times within ten minutes and now rests: everything can be read, nothing is written to either side. Nothing is lost.':
    'Tillbridge ha fallado cuatro veces en diez minutos y ahora está detenido: todo se puede consultar, pero no se escribe nada en ninguno de los dos lados. No se ha perdido nada.',
  'What is in here, and what is not': 'Qué contiene y qué no',
  'Versions of Tillbridge and the system, memory, room on the disk':
    'Versiones de Tillbridge y del sistema, memoria, espacio en disco',
  'Settings that are a choice or a number': 'Ajustes que son una opción o un número',
  'How many rows there are of each kind': 'Cuántas filas hay de cada tipo',
  'Which steps wait or failed, with their codes': 'Qué pasos esperan o han fallado, con sus códigos',
  'The newest lines of the log, without names and texts':
    'Las últimas líneas del registro, sin nombres ni textos',
  'Whether the data file is sound': 'Si el archivo de datos está en buen estado',
  'Region, versions and rights of both sides, with masked ids':
    'Región, versiones y permisos de ambos lados, con identificadores ocultos',
  'Where in the program it failed': 'En qué parte del programa ha fallado',
  'What is in the diagnostics': 'Qué contiene el diagnóstico',
  'One zip for support. It holds no passwords or keys, no customers, and no names, descriptions or prices of items.':
    'Un archivo zip para el soporte. No contiene contraseñas ni claves, ni datos de clientes, ni nombres, descripciones o precios de artículos.',
  'Looking at what there is…': 'Comprobando qué hay…',
  File: 'Archivo',
  'What it holds': 'Contenido',
  Size: 'Tamaño',
  Support: 'Soporte',
  'What support asks for first. Accounts and addresses are masked: their last characters are enough.':
    'Lo primero que pregunta el soporte. Las cuentas y direcciones están ocultas: bastan los últimos caracteres.',
  'It could not be copied': 'No se pudo copiar',
  'Copy for support': 'Copiar para el soporte',
  'Save diagnostics…': 'Guardar diagnóstico…',
  'Save diagnostics': 'Guardar diagnóstico',
  'Open log': 'Abrir registro',
  Version: 'Versión',
  Engine: 'Motor',
  'Clover account': 'Cuenta de Clover',
  'Last error': 'Último error',
  None_error: 'Ninguno',
  'At work': 'En marcha',
  'At work, started anew {{count}} times since the program began_one':
    'En marcha; reiniciado una vez desde el inicio del programa',
  'At work, started anew {{count}} times since the program began_other':
    'En marcha; reiniciado {{count}} veces desde el inicio del programa',
  'Your data': 'Sus datos',
  'Links, agreed values, orders, conflicts, runs, settings and log are yours: take them along as JSON files. Erasing removes them and the keys from this computer; your products and orders stay in Clover and in WooCommerce.':
    'Los vínculos, valores acordados, pedidos, conflictos, ejecuciones, ajustes y el registro son suyos: lléveselos como archivos JSON. Al borrar se eliminan de este equipo junto con las claves; sus productos y pedidos permanecen en Clover y en WooCommerce.',
  'Tillbridge holds nothing on this computer any more.': 'Tillbridge ya no guarda nada en este equipo.',
  'This computer holds nothing any more. What could not be reached stays elsewhere:':
    'Este equipo ya no guarda nada. Lo que no se pudo alcanzar permanece en otro lugar:',
  'Export all data': 'Exportar todos los datos',
  'Erase…': 'Borrar…',
  'Erase what Tillbridge holds?': '¿Borrar lo que guarda Tillbridge?',
  'Both sides and the relay are disconnected, the relay’s webhooks are removed, and keys, links, history, settings and log are erased from this computer. Products and orders stay as they are on both sides. This cannot be undone.':
    'Se desconectan ambos lados y el relé, se eliminan los webhooks del relé y se borran de este equipo las claves, los vínculos, el historial, los ajustes y el registro. Los productos y pedidos quedan como están en ambos lados. No se puede deshacer.',
  'Tillbridge is in safe mode: everything can be read, and nothing is written to the till or to the store.':
    'Tillbridge está en modo seguro: todo se puede consultar, pero no se escribe nada en la caja ni en la tienda.',
  'Press "Try again" above. If safe mode comes back, save the diagnostics and send them to support.':
    'Pulse «Intentar de nuevo» arriba. Si el modo seguro vuelve, guarde el diagnóstico y envíelo al soporte.',
  'Tillbridge failed again and again, and stopped. Nothing is lost: it goes on from what is on the disk.':
    'Tillbridge ha fallado una y otra vez y se ha detenido. No se ha perdido nada: continuará con lo que hay en el disco.',
  'Quit Tillbridge and start it again; if that does not help, send the diagnostics to support.':
    'Cierre Tillbridge y vuelva a iniciarlo; si no ayuda, envíe el diagnóstico al soporte.',
  'Tillbridge started its engine anew while this was under way, so it is not known whether it was done.':
    'Tillbridge reinició su motor mientras esto estaba en curso, así que no se sabe si llegó a hacerse.',
  'Look whether it was done; if not, do it again.': 'Compruebe si se hizo; si no, hágalo de nuevo.',
  'This window shows an engine that another program has started, so it cannot be closed and erased from here.':
    'Esta ventana muestra un motor que ha iniciado otro programa, por lo que no se puede cerrar ni borrar desde aquí.',
  'End that program, then use the command "erase".': 'Cierre ese programa y use después el comando «erase».',
  'The data file was damaged, and a copy took its place.':
    'El archivo de datos estaba dañado y una copia ha ocupado su lugar.',
  'The data file is an older one, and goes on from there.':
    'El archivo de datos es uno anterior y se continúa desde ahí.',
  'It is as it was on {{when}}.': 'Está como estaba el {{when}}.',
  'Both sides are compared afresh, and no order is sent twice. Look through Orders and Stock once: where a ticket may be printed already, you are asked.':
    'Se comparan de nuevo ambos lados y ningún pedido se envía dos veces. Revise una vez Pedidos y Existencias: donde un tique quizá ya se imprimió, se le pregunta.',
  'Today’s copy of the data could not be made.': 'No se pudo hacer la copia de hoy de los datos.',
  'Everything goes on, and it is tried again by itself. Make sure that the disk has room.':
    'Todo sigue funcionando y se intenta de nuevo por sí solo. Asegúrese de que haya espacio en el disco.',
} as const satisfies Dictionary;
