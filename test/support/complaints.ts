import type { BrowserContext, ConsoleMessage, Request, WebError } from 'playwright-core';

/** What is heard on the pages of a context. */
export interface Listening {
  /** Grows as complaints come in. */
  readonly complaints: string[];
  /** Stops listening. */
  end(): void;
}

/**
 * Collects, from now on, everything that should not happen on the pages of a context: uncaught errors, console errors
 * (reports of the content security policy are among them) and requests to an origin other than the one given.
 * Leaves out what a pattern allows.
 */
export function listenForComplaints(
  context: BrowserContext,
  origin: string,
  allow: readonly RegExp[] = [],
): Listening {
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!allow.some(pattern => pattern.test(text))) complaints.push(text);
  };
  const onError = (report: WebError) => {
    const thrown = report.error();
    complain(`uncaught: ${thrown.stack || thrown.message || String(thrown)}`);
  };
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
  };
  const onRequest = (request: Request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && new URL(url).origin !== origin) complain(`request elsewhere: ${url}`);
  };
  context
    .addListener('weberror', onError)
    .addListener('console', onConsole)
    .addListener('request', onRequest);
  return {
    complaints,
    end() {
      context.removeListener('weberror', onError).removeListener('console', onConsole);
      context.removeListener('request', onRequest);
    },
  };
}
