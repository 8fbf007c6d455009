import { verifyStorage } from '../../storage/registry.ts';
import { type Surroundings, say, storeAddress } from '../surroundings.ts';

export interface VerifyFlags {
  readonly data?: string;
  readonly json?: boolean;
}

/** Looks through everything the desk holds, changing nothing. @returns 0 for a sound desk, else 1 */
export async function verify(surroundings: Surroundings, flags: VerifyFlags): Promise<number> {
  const { out } = surroundings;
  const verification = await verifyStorage(storeAddress(surroundings, flags.data));
  const { entries, objects, blobs, findings, remarks } = verification;
  if (flags.json) out.write(`${JSON.stringify(verification, null, 2)}\n`);
  else {
    for (const finding of findings) say(out, `✗ ${finding}`);
    for (const remark of remarks) say(out, `· ${remark}`);
    const seen = `${entries} log entries, ${objects} objects and ${blobs} files looked at`;
    say(out, findings.length === 0 ? `✓ ${seen}: all is sound.` : `${seen}: ${findings.length} found wrong.`);
  }
  return findings.length === 0 ? 0 : 1;
}
