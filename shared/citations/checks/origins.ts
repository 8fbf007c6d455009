import type { CheckedText } from '../../detectors/checked-text.ts';
import { citationsOf, type FoundCitation } from '../found-citation.ts';
import { gather } from '../gather.ts';
import { openHost } from '../open-hosts.ts';
import { addressesIn } from '../plain/addresses.ts';
import { hostOf } from '../short-citation.ts';
import { because, type CitationCheck, checkOf, type Defect, sideOf } from './check.ts';

const completed = (address: string) => (/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);

const open: CitationCheck = checkOf({
  id: 'cite-user-generated',
  kind: 'source-support',
  severity: 'info',
  label: 'Sources that anybody can publish',
  *find(checked) {
    const hosts = gather(checked.once(citationsOf), ({ address }) =>
      address ? openHost(hostOf(completed(address.text))) : undefined,
    );
    for (const [host, all] of hosts)
      yield {
        message: `At ${host} anybody can publish.`,
        given: { host },
        about: [host],
        sides: [sideOf(checked.text, ...all)],
      };
  },
});

/** Citations of the site of the very organization that the text is about. */
const own: CitationCheck = checkOf({
  id: 'cite-self-published',
  kind: 'source-support',
  severity: 'info',
  label: 'Sources that the subject of the text publishes itself',
  *find(checked) {
    const hosts = checked.once(subjectHosts);
    if (hosts.size === 0) return;
    const all = checked.once(citationsOf);
    for (const host of hosts) {
      const origins = all.filter(one => one.address && hostOf(completed(one.address.text)) === host);
      if (origins.length > 0) yield selfPublished(host, origins, all, checked);
    }
  },
});

function selfPublished(
  host: string,
  origins: readonly FoundCitation[],
  all: readonly FoundCitation[],
  { text }: CheckedText,
): Defect {
  const names = new Set(origins.flatMap(one => (one.name ? [one.name] : [])));
  const uses = all.filter(one => one.form === 'repeat' && one.name !== undefined && names.has(one.name));
  const count = String(origins.length + uses.length);
  return {
    message: `${count} citations rest on ${host}, the site of the subject itself.`,
    given: { host, count },
    about: [host],
    sides: [sideOf(text, ...[...origins, ...uses].sort((a, b) => a.start - b.start))],
    grounds: [because('subject-site', `The infobox gives ${host} as its site.`, { host })],
  };
}

const SITE_PARAMETER =
  /^(?:website|url|homepage|web|sitio[ _]?web|página[ _]?web|site|site web|сайт|веб-сайт|sito|strona)$/iu;

/** The hosts that infoboxes give as the site of what the text is about. */
function subjectHosts({ text, markup }: CheckedText): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const template of markup) {
    if (template.kind !== 'template') continue;
    const isBox = /^(?:infobox|ficha|info|карточка|картка)\b|^(?:ficha|карточка|картка|infokutija) /iu.test(
      template.name,
    );
    const isLink = /^official (?:website|url)$/i.test(template.name);
    if (!isBox && !isLink) continue;
    for (const { name, value } of template.parameters) {
      if (!(isBox ? SITE_PARAMETER.test(name) : name === '1' || name === 'url')) continue;
      const [address] = addressesIn(text.slice(value.start, Math.min(value.end, value.start + 500)));
      const words = address && text.slice(value.start + address.start, value.start + address.end);
      const host = hostOf(
        completed(words ?? text.slice(value.start, Math.min(value.end, value.start + 100))),
      );
      if (host && /^[\w-]+(?:\.[\w-]+)+$/.test(host) && !openHost(host)) hosts.add(host);
    }
  }
  return hosts;
}

export const originChecks: readonly CitationCheck[] = [open, own];
