import { isKnownPersonName, isPersonShaped } from '../names/person-shape.ts';
import { organizationNouns } from '../words/organization-words.ts';
import { keysOf } from './cues.ts';
import { isNameLike } from './item-name.ts';
import type { ListItem, ListOf, ListRole } from './list-block.ts';

/** Of the entries of a list of names, so large a share must look like names. */
const NAMES_SHARE = 0.7;
/** So many entries tell what those of a list are. */
const TELLING = 200;
/** What is explained in more words than these is a term, not a member. */
const EXPLAINED = 8;

/** @returns what the entries of a list of rows are: people, other things that have names, or sentences */
export function rowsAre(items: readonly ListItem[], role: ListRole | undefined): ListOf {
  const some = items.length <= TELLING ? items : items.slice(0, TELLING);
  const share = (test: (item: ListItem) => boolean) => some.filter(test).length / some.length;
  const named = share(item => isNameLike(item.name));
  if (named < NAMES_SHARE) return 'sentences';
  if (role === 'speaker' || role === 'signatory') return 'people';
  const things = share(({ name }) => keysOf(name).some(key => organizationNouns.has(key)));
  const explained = share(({ about = '' }) => about.split(/\s+/).length > EXPLAINED);
  if (
    role === undefined &&
    things < 0.3 &&
    explained > 0.5 &&
    share(({ name }) => isKnownPersonName(name)) < 0.3
  )
    return 'sentences';
  const shaped = share(({ name }) => isPersonShaped(name));
  const known = share(({ name }) => isKnownPersonName(name));
  if (role === 'person') return shaped > 0.5 && things < 0.5 ? 'people' : 'things';
  return shaped >= 0.7 && things < 0.2 && known >= 0.3 ? 'people' : 'things';
}
