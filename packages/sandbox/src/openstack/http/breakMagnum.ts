import { RequestHandler } from 'express';
import { Faulty } from '../Faulty';
import { magnumError } from '../magnum/magnumError';

const PROXY_PAGE =
  '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n';

/** The ways in which Magnum can be down. */
export const OUTAGES = ['503', '500', 'hangs', 'closes'];

/** Lets Magnum be down, when that is asked for. */
export function breakMagnum(faults: Faulty): RequestHandler {
  return (_req, res, next) => {
    switch (faults.targetOf('magnum-down')) {
      case undefined:
        next();
        break;
      case '500':
        res.status(500).json(
          magnumError({
            status: 500,
            code: 'server',
            message:
              'An unexpected error prevented the server from fulfilling your request.',
          }),
        );
        break;
      case 'hangs':
        break;
      case 'closes':
        res.socket?.destroy();
        break;
      default:
        res.status(503).type('text/html').send(PROXY_PAGE);
    }
  };
}
