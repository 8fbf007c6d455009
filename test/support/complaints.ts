import type { BrowserContext } from 'playwright-core';

/**
 * Collects, from now on, everything that should not happen on the pages of a context: uncaught errors, console errors
 * (reports of the content security policy are among them) and requests to an origin other than the one given.
 * Leaves out what a pattern allows. The returned list grows as complaints come in.
 */
export function listenForComplaints(
  context: BrowserContext,
  origin: string,
  allow: readonly RegExp[] = [],
): string[] {
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!allow.some(pattern => pattern.test(text))) complaints.push(text);
  };
  context.on('weberror', report => {
    const thrown = report.error();
    complain(`uncaught: ${thrown.stack || thrown.message || String(thrown)}`);
  });
  context.on('console', message => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', request => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && new URL(url).origin !== origin) complain(`request elsewhere: ${url}`);
  });
  return complaints;
}
