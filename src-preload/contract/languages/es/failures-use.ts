import type { Dictionary } from '../dictionary.ts';

export const FAILURES_USE_TEXTS = {
  'There is no command[ "{command}"].': 'No existe el comando[ «{command}»].',
  '[Did you mean "{nearest}"? ]The command "help" lists all there are.':
    '[¿Quiso decir «{nearest}»? ]El comando «help» los muestra todos.',
  'The command[ "{command}"] does not take {flag|this flag}.':
    'El comando[ «{command}»] no admite {flag|esta opción}.',
  '[Did you mean {nearest}? ]The command "help" shows what each command takes.':
    '[¿Quiso decir {nearest}? ]El comando «help» muestra lo que admite cada comando.',
  'The command[ "{command}"] needs {name|one more argument}.':
    'Al comando[ «{command}»] le falta {name|un argumento más}.',
  '{how|The command "help" shows what each command needs.}':
    '{how|El comando «help» muestra lo que necesita cada comando.}',
  '{name|A value} was not accepted[: {why}].': 'No se aceptó: {name|un valor}[; {why}].',
  '{how|The command "help" shows what each command takes.}':
    '{how|El comando «help» muestra lo que admite cada comando.}',
  'There is no plan[ {plan}].': 'No existe el plan[ {plan}].',
  'Make a new plan and use its number.': 'Haga un plan nuevo y use su número.',
  'There is no run[ {run}].': 'No existe la ejecución[ {run}].',
  'Look up the number of the run in the log.': 'Busque el número de la ejecución en el registro.',
  'No product has the name, SKU or id[ "{product}"].':
    'Ningún producto tiene ese nombre, SKU o identificador[: «{product}»].',
  'Check the spelling, or look it up among the products.':
    'Revise la ortografía o búsquelo entre los productos.',
  'More than one product is called[ "{product}"] so[: {matches}].':
    'Más de un producto se llama así[: «{product}»][; {matches}].',
  'Use the id of the one you mean.': 'Use el identificador del que busca.',
  'There is no open conflict[ {conflict}]: it was settled since, or there never was one.':
    'No hay ningún conflicto abierto[ {conflict}]: se resolvió entretanto o nunca existió.',
  'Look at the list of conflicts; it shows those that are open.':
    'Mire la lista de conflictos: muestra los que están abiertos.',
  '{what|This change} waits for your approval. Nothing was changed.':
    '{what|Este cambio} espera su aprobación. No se cambió nada.',
  '{how|Look at what it would do, then approve it.}': '{how|Mire lo que haría y luego apruébelo.}',
  'The server[ at {host}] is not a practice server, and staff commands act on those only.':
    'El servidor[ de {host}] no es de práctica, y las órdenes del personal solo actúan sobre esos.',
  'Start practice servers and connect to them.': 'Inicie los servidores de práctica y conéctese a ellos.',
  'There is no setting[ "{key}"]. Nothing was changed.': 'No existe el ajuste[ «{key}»]. No se cambió nada.',
  '[Did you mean "{nearest}"? ]The list of settings shows every name.':
    '[¿Quiso decir «{nearest}»? ]La lista de ajustes muestra todos los nombres.',
  'The value[ "{value}"] does not fit the setting[ {key}]. Nothing was changed.':
    'El valor[ «{value}»] no vale para el ajuste[ {key}]. No se cambió nada.',
  'Give a value that it takes[: {takes}].': 'Indique un valor que admita[: {takes}].',
  'E-mail cannot be on while nobody is named who gets it. Nothing was changed.':
    'El correo no puede estar activado mientras no haya ningún destinatario. No se cambió nada.',
  'Give the address first ("Send to", alerts.mailTo). To take the address away, switch e-mail (alerts.mail) off first.':
    'Indique primero la dirección («Enviar a», alerts.mailTo). Para quitarla, desactive antes el correo (alerts.mail).',
  'The settings file[ {file}] cannot be read[: {detail}]. Nothing was changed.':
    'No se puede leer el archivo de ajustes[ {file}][: {detail}]. No se cambió nada.',
  'Give a JSON file that holds one object with the names of settings and their values.':
    'Indique un archivo JSON que contenga un objeto con los nombres de los ajustes y sus valores.',
  'There is no web order[ {order}].': 'No existe el pedido web[ {order}].',
  'Look at "orders": its number or its id in the store names it.':
    'Mire en «orders»: se nombra por su número o por su identificador en la tienda.',
  'Tillbridge is already at work on this data[ {holder}][ (process {pid})], and only one may change it at a time.':
    'Tillbridge ya trabaja con estos datos[ {holder}][ (proceso {pid})], y solo uno puede cambiarlos a la vez.',
  '{how|Wait until the other one has ended, or close it, then try again.}':
    '{how|Espere a que el otro termine o ciérrelo, y vuelva a intentarlo.}',
  'The data file[ {file}] is damaged[: {detail}]. It was left as it is.':
    'El archivo de datos[ {file}] está dañado[: {detail}]. Se dejó como está.',
  'Start Tillbridge: it takes the newest good copy from the folder "backups" beside it. Where none is good, keep the file for support.':
    'Inicie Tillbridge: toma la copia buena más reciente de la carpeta «backups» que está al lado. Si ninguna es buena, guarde el archivo para el soporte.',
  'The data file[ {file}] was written by a newer Tillbridge, which this one cannot read.':
    'El archivo de datos[ {file}] lo escribió un Tillbridge más nuevo, que este no puede leer.',
  'Install the newest version of Tillbridge.': 'Instale la versión más reciente de Tillbridge.',
  'Another program holds the data file[ {file}][: {detail}]. Nothing is written meanwhile, and nothing is lost.':
    'Otro programa tiene ocupado el archivo de datos[ {file}][: {detail}]. Mientras tanto no se escribe nada y no se pierde nada.',
  'Close what has it open (a database viewer, a copying program), and leave the folder out of virus scans and cloud folders. Tillbridge goes on by itself.':
    'Cierre lo que lo tiene abierto (un visor de bases de datos, un programa de copias) y deje la carpeta fuera del antivirus y de las carpetas en la nube. Tillbridge sigue por sí solo.',
  'The data file[ {file}] cannot be written[: {detail}].':
    'No se puede escribir el archivo de datos[ {file}][: {detail}].',
  'Make sure that the disk has room and that the folder belongs to you, then try again.':
    'Asegúrese de que haya espacio en el disco y de que la carpeta sea suya, y vuelva a intentarlo.',
  'This computer has no keychain that opens[ ({detail})], and keys are never kept in plain text.':
    'En este equipo no se abre ningún llavero[ ({detail})], y las claves nunca se guardan en texto sin cifrar.',
  'Unlock the keychain (on Linux install gnome-keyring), or set TILLBRIDGE_SECRET_KEY to 32 random bytes in base64.':
    'Desbloquee el llavero (en Linux instale gnome-keyring) o ponga en TILLBRIDGE_SECRET_KEY 32 bytes aleatorios en base64.',
  'TILLBRIDGE_SECRET_KEY does not open the saved keys[ in {file}]: it must be 32 bytes in base64, always the same.':
    'TILLBRIDGE_SECRET_KEY no abre las claves guardadas[ en {file}]: deben ser 32 bytes en base64, siempre los mismos.',
  'Set it to the key that was used when you connected; if that is lost, delete the file and connect again.':
    'Ponga la clave que se usó al conectar; si se perdió, borre el archivo y conecte de nuevo.',
  'The keys of this connection are no longer on this computer[ ({name})].':
    'Las claves de esta conexión ya no están en este equipo[ ({name})].',
  'Connect again with the same token or keys.': 'Conecte de nuevo con el mismo token o las mismas claves.',
  'This computer did not let Tillbridge change whether it starts with it[: {detail}].':
    'Este equipo no dejó que Tillbridge cambiara si arranca con él[: {detail}].',
  'Change it in the computer’s own settings for programs that start by themselves.':
    'Cámbielo en los ajustes del equipo para los programas que se inician solos.',
  'Something went wrong that never should[ (in {where})][: {detail}]. This is a mistake in Tillbridge itself.':
    'Falló algo que nunca debería fallar[ (en {where})][: {detail}]. Es un error del propio Tillbridge.',
  'Try once more; if it happens again, send the log to support.':
    'Inténtelo otra vez; si vuelve a ocurrir, envíe el registro al soporte.',
  'Something other than the Tillbridge window asked for this, and was refused.':
    'Lo pidió algo que no es la ventana de Tillbridge, y se rechazó.',
  'Close this page and open the window from Tillbridge again.':
    'Cierre esta página y abra de nuevo la ventana desde Tillbridge.',
  'The window asked for something that this Tillbridge does not know[ ("{channel}")].':
    'La ventana pidió algo que este Tillbridge no conoce[ («{channel}»)].',
  'Reload the window; it may be older than the program.':
    'Recargue la ventana; quizá sea más antigua que el programa.',
  'The window sent something that does not fit[ "{channel}"][: {why}]. Nothing was changed.':
    'La ventana envió algo que no encaja[ («{channel}»)][: {why}]. No se cambió nada.',
  'Check what was entered; if it is right, reload the window.':
    'Revise lo que escribió; si es correcto, recargue la ventana.',
  'A real till or store is connected or has linked products here, and practice must not mix with them.':
    'Aquí hay una caja o tienda real conectada o con productos enlazados, y la práctica no debe mezclarse con ellas.',
  'Practise with a data folder of its own, or disconnect both sides and forget the links first.':
    'Practique con una carpeta de datos propia, o desconecte antes ambos lados y olvide los enlaces.',
} as const satisfies Dictionary;
