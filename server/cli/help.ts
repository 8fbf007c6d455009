/** What `variorum serve --help` says after its options. */
export const SERVE_HELP = `
With --fetch, the server gets the file at an address that somebody gives it, and tells that address's server nothing but
"Variorum" and its version: no cookies, no account, no page it came from. Only http and https at the usual ports are
asked, only public addresses (none of this machine or of a private network, whatever their spelling, and wherever an
address leads on to), and no proxy is used. A file may have as many megabytes as VARIORUM_MAX_MB says (32) and take a
minute; at most 30 come in a minute. Where it came from, when, with which headers and which hash is kept with the text.
Without --fetch the server gets nothing from the web.`;

/** What `variorum verify --help` says after its options. */
export const VERIFY_HELP = `
Every line of the journal is held against its hash and the line before it, every change is made again, snapshots are
held against what comes of that, bytes against their names, revisions against their bytes read once more as they were
read when they came, by the same extractor where they are no plain text, and every quote of a claim or of evidence against the text it stands in. Nothing is changed, and
the desk may be open meanwhile. Exit code 0: all is sound; 1: something is wrong, and where is said; 2: wrongly called.`;

/** What `variorum backup --help` says after its options. */
export const BACKUP_HELP = `
FILE gets a name that says when, where none or only a folder is given. In it are the documents' bytes and texts, all
revisions, objects, attachments and the whole log: everything but what follows from these, and bytes that no change has
named yet. It is an ordinary ZIP archive with a manifest of hashes, written aside and put in place once it is on the disk
and was read again. Exit code 0: written and sound; 1: written, but the desk has faults, which are told, or nothing could
be written; 2: wrongly called.`;

/** What `variorum restore --help` says after its options. */
export const RESTORE_HELP = `
The backup is checked before anything is touched, unpacked beside the desk's place, and put there at the very end; a crash
leaves the desk that was there, or the restored one. What was redacted in the desk that is there, and in every list or
desk given, is redacted in the restored one too. Exit code 0: restored and sound; 1: refused, or restored with faults;
2: wrongly called.`;

/** What `variorum redact --help` says after its options. */
export const REDACT_HELP = `
Words are blocked out in every revision, in quotes, values, fields, notes and conflicts, and in the log, whose lines are
replaced by tombstones that a new entry vouches for, so that everything still verifies; their old bytes are deleted from
the desk's folder, and so are snapshots, indexes, uploads and copies made before a migration. It cannot be undone. What
stays are hashes: who knows everything else and has few guesses to make can tell from them which one is right. Backups
and desks moved aside are not reached: restore them with --redactions, or delete them. Words given with --passage may be
kept by the shell; --passage - reads them from standard input. The desk must not be open; while it is, the browser has
the same command. Exit code 0: done, or told; 1: refused; 2: wrongly called.`;

/** What `variorum completion --help` says after its options. */
export const COMPLETION_HELP = `
For good:
  bash   variorum completion bash >> ~/.bashrc
  zsh    variorum completion zsh > "\${fpath[1]}/_variorum"
  fish   variorum completion fish > ~/.config/fish/completions/variorum.fish`;

/** What `variorum add --help` says after its options. */
export const ADD_HELP = `
A folder stands for all files in it and in its folders, but for hidden ones. The bytes of each are kept as they are; what
is no plain text has its text extracted, in a process of its own with limits of time and memory, and for each stretch of
it is kept where in the file it stands: page, paragraph, time, row. --dry-run tells what may be chosen in a file:
  variorum add page.html --option content=whole
  variorum add wiki.xml --parts
  variorum add quotes.csv --option column=quote --option rows=each --parts
  variorum add --fetch https://example.org/minutes.pdf
A file whose text is on the desk already is told and left out, unless --twice is given. Exit code 0: added, or told;
1: some file could not be; 2: wrongly called.`;

/** What `variorum revise --help` says after its options. */
export const REVISE_HELP = `
The file's bytes are kept beside the old ones. Claims whose words and neighbours are the same go with the new text; all
others stay on the revision they were made on and wait until somebody places them. --dry-run may be asked while the desk
is served; else the desk must not be open, or --server names what has it open. An earlier text comes back by its file:
nothing is ever erased. Exit code 0: done, or told; 1: refused; 2: wrongly called.`;

/** What `variorum dossier --help` says after its options. */
export const DOSSIER_HELP = `
Unpacked, index.html opens in any browser; documents/ has every revision byte for byte, exports/ the work in each format,
log.jsonl who changed what, when and why; "node verify.mjs" holds all of it against its hashes and its words. A dossier is
for others: to go on working from it, use a backup. Exit code 0: written; 1: it could not be; 2: wrongly called.`;

/** What `variorum export --help` says after its options. */
export const EXPORT_HELP = `
  variorum export html-report --lang ru --out report.html
  variorum export csv --document ID --filter '{"verdict":["contradicted"]}' --columns id,type,quote
  variorum export claim-review --claims @chosen.txt
What the format cannot carry is told on the error stream. Exit code 0: written; 1: it could not be, or there is no such
document or claim; 2: wrongly called.`;
