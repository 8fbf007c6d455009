/** What the page of a dossier says, in English. */
export const en = {
  title: 'Dossier',
  holds:
    '{documents}, {claims}, {sources}, {conflicts}. Written on {when}, at entry {entry} of the log, {hash}.',
  documents: '{count} {document¦documents}',
  claims: '{count} {claim¦claims}',
  sources: '{count} {source¦sources}',
  conflicts: '{count} {conflict¦conflicts}',
  toRead: 'To read',
  report:
    '{report}: what is unresolved, how conflicts were settled and why, every claim with its evidence, the sources.',
  theReport: 'The report',
  unresolved: 'Not resolved: {conflicts}, {claims}.',
  openConflicts: '{count} open {conflict¦conflicts}',
  unticked: '{count} {claim¦claims} that nobody has ticked',
  documentsHead: 'Documents',
  none: 'None.',
  titleHead: 'Title',
  claimsHead: 'Claims',
  revisionsHead: 'Revisions',
  hashHead: 'SHA-256 of the bytes',
  text: 'text {number}',
  bytes: 'bytes',
  exportsHead: 'Exports',
  toVerify: 'To verify',
  verifies:
    'holds every file, every entry of the {log}, every text and every quote against its hash and its words, and does every change of the log again. It needs Node 20 or newer and nothing else; {readme} says what is where, and what this proves.',
  log: 'log',
  untitled: 'Untitled',
} as const;

export type DossierMessage = keyof typeof en;
export type DossierMessages = Readonly<Record<DossierMessage, string>>;
