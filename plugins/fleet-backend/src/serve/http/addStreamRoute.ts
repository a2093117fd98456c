import { ServiceUnavailableError } from '@backstage/errors';
import express from 'express';
import { parseSubscriptions } from '../stream/parseSubscriptions';
import { StreamSession } from '../stream/StreamSession';
import { STREAM_TIMINGS } from '../stream/StreamTimings';
import { admit } from './admit';
import { RouterOptions } from './RouterOptions';

/** More open streams than this are refused: each costs memory and work. */
const MOST_STREAMS = 2_000;

/** Adds the stream of changes. */
export function addStreamRoute(
  router: express.Router,
  options: RouterOptions,
): void {
  const { view, now, signal, streamTimings = STREAM_TIMINGS } = options;
  let streams = 0;

  router.get('/stream', async (req, res) => {
    const credentials = await admit(options, { req, route: 'open-stream' });
    const subscriptions = parseSubscriptions(String(req.query.subscriptions));
    if (streams >= MOST_STREAMS) {
      throw new ServiceUnavailableError('There are too many open streams');
    }
    const audit = await options.auditor.createEvent({
      eventId: 'stream-open',
      request: req,
      meta: { subscriptions: String(req.query.subscriptions) },
    });
    await audit.success();
    streams++;
    try {
      await StreamSession.serve({
        view,
        credentials,
        subscriptions,
        lastEventId: lastEventIdOf(req),
        res,
        timings: streamTimings,
        now,
        signal,
      });
    } finally {
      streams--;
    }
  });
}

function lastEventIdOf(req: express.Request): string | undefined {
  const asked = req.header('last-event-id') ?? req.query.lastEventId;
  return asked === undefined || asked === '' ? undefined : String(asked);
}
