import type { DossierMessages } from './en.ts';

/** What the page of a dossier says, in Spanish. */
export const es: DossierMessages = {
  title: 'Expediente',
  holds:
    '{documents}, {claims}, {sources}, {conflicts}. Escrito el {when}, en la entrada {entry} del registro, {hash}.',
  documents: '{count} {documento¦documentos}',
  claims: '{count} {afirmación¦afirmaciones}',
  sources: '{count} {fuente¦fuentes}',
  conflicts: '{count} {conflicto¦conflictos}',
  toRead: 'Para leer',
  report:
    '{report}: qué queda sin resolver, cómo se resolvieron los conflictos y por qué, cada afirmación con sus pruebas, las fuentes.',
  theReport: 'El informe',
  unresolved: 'Sin resolver: {conflicts}, {claims}.',
  openConflicts: '{count} {conflicto abierto¦conflictos abiertos}',
  unticked: '{count} {afirmación que nadie ha comprobado¦afirmaciones que nadie ha comprobado}',
  documentsHead: 'Documentos',
  none: 'Ninguno.',
  titleHead: 'Título',
  claimsHead: 'Afirmaciones',
  revisionsHead: 'Revisiones',
  hashHead: 'SHA-256 de los bytes',
  text: 'texto {number}',
  bytes: 'bytes',
  exportsHead: 'Exportaciones',
  toVerify: 'Para verificar',
  verifies:
    'coteja cada archivo, cada entrada del {log}, cada texto y cada cita con su hash y sus palabras, y vuelve a hacer cada cambio del registro. Necesita Node 20 o posterior y nada más; {readme} (en inglés) dice qué hay en cada lugar y qué demuestra esto.',
  log: 'registro',
  untitled: 'Sin título',
};
