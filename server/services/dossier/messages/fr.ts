import type { DossierMessages } from './en.ts';

/** What the page of a dossier says, in French. */
export const fr: DossierMessages = {
  title: 'Dossier',
  holds:
    '{documents}, {claims}, {sources}, {conflicts}. Écrit le {when}, à l’entrée {entry} du journal, {hash}.',
  documents: '{count} {document¦documents}',
  claims: '{count} {affirmation¦affirmations}',
  sources: '{count} {source¦sources}',
  conflicts: '{count} {conflit¦conflits}',
  toRead: 'À lire',
  report:
    '{report} : ce qui n’est pas réglé, comment et pourquoi les conflits l’ont été, chaque affirmation avec ses preuves, les sources.',
  theReport: 'Le rapport',
  unresolved: 'Non réglé : {conflicts}, {claims}.',
  openConflicts: '{count} {conflit ouvert¦conflits ouverts}',
  unticked: '{count} {affirmation que personne n’a pointée¦affirmations que personne n’a pointées}',
  documentsHead: 'Documents',
  none: 'Aucun.',
  titleHead: 'Titre',
  claimsHead: 'Affirmations',
  revisionsHead: 'Révisions',
  hashHead: 'SHA-256 des octets',
  text: 'texte {number}',
  bytes: 'octets',
  exportsHead: 'Exportations',
  toVerify: 'À vérifier',
  verifies:
    'confronte chaque fichier, chaque entrée du {log}, chaque texte et chaque citation à son empreinte et à ses mots, et refait chaque changement du journal. Il ne faut que Node 20 ou plus récent ; {readme} (en anglais) dit où se trouve quoi, et ce que cela prouve.',
  log: 'journal',
  untitled: 'Sans titre',
};
