/** Hosts where anybody can publish; of blogs each has a host of its own below these. */
const OPEN_HOSTS = new Set(
  (
    'facebook.com fb.com instagram.com threads.net x.com twitter.com t.me telegram.me telegra.ph vk.com vk.ru ok.ru ' +
    'youtube.com youtu.be tiktok.com reddit.com quora.com linkedin.com tumblr.com pinterest.com medium.com substack.com ' +
    'blogspot.com blogger.com wordpress.com livejournal.com dzen.ru rutube.ru bsky.app mastodon.social odysee.com ' +
    'rumble.com bitchute.com wikipedia.org wikidata.org wikimedia.org fandom.com everybodywiki.com change.org ' +
    'academia.edu issuu.com scribd.com weibo.com goodreads.com imdb.com discogs.com ask.fm github.io'
  ).split(' '),
);

/** @returns the site where anybody can publish that a host belongs to: `blogspot.com` for `some.blogspot.com`; else undefined */
export function openHost(host: string | undefined): string | undefined {
  if (host === undefined) return undefined;
  const labels = host.split('.');
  const ends = [labels.slice(-2).join('.'), labels.slice(-3).join('.')];
  return ends.find(end => OPEN_HOSTS.has(end));
}
