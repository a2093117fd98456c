import { RequestHandler } from 'express';

/**
 * Refuses names that are not ours: a web page elsewhere that resolves its own
 * name to this machine must not be able to talk to us.
 */
export function onlyOurHosts(port: () => number): RequestHandler {
  return (req, res, next) => {
    const allowed = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    if (allowed.includes(req.headers.host ?? '')) {
      next();
    } else {
      res
        .status(421)
        .type('text/plain')
        .send(`This server answers as ${allowed.join(' and ')} only.\n`);
    }
  };
}
