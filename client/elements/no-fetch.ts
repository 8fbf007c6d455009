/**
 * Stands in for the fetching packages that the citation engine brings along for Node. References are written from
 * data at hand, so in the browser they would only be weight, and a way out of the page.
 */
export default function noFetch(): never {
  throw new Error('References are written from data at hand; nothing is fetched.');
}
noFetch.Headers = Headers;

const OwnHeaders = Headers;

export { OwnHeaders as Headers };
