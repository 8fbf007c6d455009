/** What `variorum verify --help` says after its options. */
export const VERIFY_HELP = `
Every line of the journal is held against its hash and the line before it, every change is made again, snapshots are
held against what comes of that, bytes against their names, revisions against their bytes read once more as they were
read when they came, and every quote of a claim or of evidence against the text it stands in. Nothing is changed, and
the desk may be open meanwhile. Exit code 0: all is sound; 1: something is wrong, and where is said; 2: wrongly called.`;
