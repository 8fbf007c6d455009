import { Refusal } from '../../services/refusal.ts';
import type { LiveHub } from '../live-hub.ts';
import type { Handlers } from '../mount.ts';

export function liveRoutes(hub: LiveHub): Handlers<'followDesk' | 'tellPresence' | 'endPresence'> {
  const { presences } = hub;
  return {
    followDesk:
      ({ query }) =>
      async (request, response) => {
        // What another site's page opens it cannot read, but it would take up a place.
        const site = request.headers['sec-fetch-site'];
        if (site !== undefined && site !== 'same-origin' && site !== 'none')
          throw new Refusal('forbidden', 'Only pages of this server may follow the desk.');
        if (request.method === 'HEAD') response.type('text/event-stream').end();
        else await hub.follow(response, lastEvent(request.headers['last-event-id']) ?? query.after);
      },
    tellPresence({ params, body }) {
      presences.tell(params.window, body);
      return { present: presences.present };
    },
    endPresence({ params }) {
      presences.end(params.window);
      return { present: presences.present };
    },
  };
}

/** The entry that a browser heard last, as it says on its own when it opens a stream again. */
function lastEvent(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
