import type { Dictionary } from '../dictionary.ts';

/** The updates of the program, and their failures. */
export const UPDATES_TEXTS = {
  Updates: 'Actualizaciones',
  'This is version {{version}}.': 'Esta es la versión {{version}}.',
  'Updates come with the installed app. This window belongs to a copy that was not installed.':
    'Las actualizaciones llegan con la aplicación instalada. Esta ventana es de una copia que no se ha instalado.',
  'Last checked': 'Última comprobación:',
  'How much of the update has arrived': 'Parte de la actualización que ya ha llegado',
  Versions: 'Versiones',
  'Beta brings new things earlier, and now and then a mistake. It is kept for this computer.':
    'La beta trae antes las novedades y, de vez en cuando, algún error. Se aplica solo a este equipo.',
  Stable: 'Estable',
  Beta: 'Beta',
  'Install later': 'Instalar más tarde',
  'Install now and restart': 'Instalar ahora y reiniciar',
  'Check for updates': 'Buscar actualizaciones',
  'What is new in {{version}}': 'Novedades de la versión {{version}}',
  'Released {{when}}': 'Publicada el {{when}}',
  'The maker has written nothing about it.': 'El fabricante no ha escrito nada al respecto.',
  'Version {{version}} is ready': 'La versión {{version}} está lista',
  'Not checked yet': 'Aún sin comprobar',
  'Tillbridge looks by itself a few times a day.':
    'Tillbridge lo comprueba por sí mismo varias veces al día.',
  'Up to date': 'Al día',
  'Checking…': 'Comprobando…',
  'Version {{version}} is there': 'Hay una versión {{version}}',
  'It has not arrived yet; Tillbridge tries again by itself.':
    'Aún no ha llegado; Tillbridge lo intentará de nuevo por sí mismo.',
  'Version {{version}} arrives: {{percent}} %': 'Descargando la versión {{version}}: {{percent}} %',
  'Go on working meanwhile.': 'Mientras tanto puede seguir trabajando.',
  'It is installed when you quit Tillbridge, or now, in about a minute.':
    'Se instala al salir de Tillbridge, o ahora, en un minuto más o menos.',
  'Installing takes about a minute; this computer may ask for your password.':
    'La instalación tarda un minuto más o menos; es posible que este equipo le pida su contraseña.',
  'Waits to install': 'En espera de instalarse',
  'Version {{version}} is being installed': 'Instalando la versión {{version}}',
  'Tillbridge closes and comes back by itself.': 'Tillbridge se cierra y vuelve a abrirse por sí solo.',
  'Not installed': 'No instalada',
  'A web order is on its way to the kitchen. Tillbridge installs as soon as none is.':
    'Un pedido web va camino de la cocina. Tillbridge instalará la actualización en cuanto no haya ninguno.',
  'An import or its undo is running. Tillbridge installs as soon as it has ended.':
    'Hay una importación en curso o deshaciéndose. Tillbridge instalará la actualización en cuanto termine.',
  'What the update server offers is not signed by the maker of Tillbridge, or was changed or cut off on its way. It was not installed.':
    'Lo que ofrece el servidor de actualizaciones no está firmado por el fabricante de Tillbridge, o se ha alterado o cortado por el camino. No se ha instalado.',
  'Nothing is wrong with what runs now. If it says so again tomorrow, tell support.':
    'Lo que funciona ahora está bien. Si mañana vuelve a aparecer, avise a soporte.',
  'What the update server offers was good only until {until|a day that is past}. It was not installed.':
    'Lo que ofrece el servidor de actualizaciones solo era válido hasta {until|un día ya pasado}. No se ha instalado.',
  'Check the date of this computer; if it is right, tell support.':
    'Compruebe la fecha de este equipo; si es correcta, avise a soporte.',
  'The update server offers a version[ ({offered})] that is older than this one[ ({version})]. It was not installed.':
    'El servidor de actualizaciones ofrece una versión[ ({offered})] anterior a esta[ ({version})]. No se ha instalado.',
  'Nothing has to be done: a newer one is taken when there is one.':
    'No hay que hacer nada: se tomará una más nueva en cuanto la haya.',
  'What the update server offers is meant for another kind of computer, or for another channel. It was not installed.':
    'Lo que ofrece el servidor de actualizaciones es para otro tipo de equipo o para otro canal. No se ha instalado.',
  'Nothing has to be done; if it says so again tomorrow, tell support.':
    'No hay que hacer nada; si mañana vuelve a aparecer, avise a soporte.',
  'What the update server offers cannot be read, though the maker of Tillbridge has signed it[: {detail}].':
    'Lo que ofrece el servidor de actualizaciones no se puede leer, aunque lo ha firmado el fabricante de Tillbridge[: {detail}].',
  'Install the newest version by hand, or wait until the maker has put it right.':
    'Instale la versión más reciente a mano, o espere a que el fabricante lo corrija.',
  'The file of version {version|the update} is not the one that the maker of Tillbridge has signed. It was thrown away.':
    'El archivo de la versión {version|de la actualización} no es el que ha firmado el fabricante de Tillbridge. Se ha descartado.',
  'Check for updates again; if it says so again, tell support.':
    'Busque actualizaciones otra vez; si vuelve a aparecer, avise a soporte.',
  'The update server cannot be reached[ ({detail})].':
    'No se puede acceder al servidor de actualizaciones[ ({detail})].',
  'Tillbridge asks again by itself; nothing else depends on it.':
    'Tillbridge lo intentará de nuevo por sí mismo; nada más depende de ello.',
  'This computer did not let version {version|the update} be installed[: {detail}].':
    'Este equipo no ha permitido instalar la versión {version|de la actualización}[: {detail}].',
  'Try again, or install it by hand; this version goes on until then.':
    'Inténtelo de nuevo o instálela a mano; mientras tanto, sigue funcionando esta versión.',
  'There is no update that could be installed now.':
    'No hay ninguna actualización que se pueda instalar ahora.',
  'Check for updates first.': 'Busque primero actualizaciones.',
} as const satisfies Dictionary;
