import { Request, RequestHandler } from 'express';
import { refuseSilently } from './magnumError';

/** The second number of `1.X`: the first has never changed. */
export const OLDEST = 1;
export const NEWEST = 14;

const HEADER = 'openstack-api-version';
const versions = new WeakMap<Request, number>();

/** Reads which version of the API is asked for and says which there are. */
export const negotiateMicroversion: RequestHandler = (req, res, next) => {
  const wanted = readHeader(req.header(HEADER));
  if (!wanted) {
    refuseSilently(res, 406);
    return;
  }
  const { major, minor } = wanted;
  res.setHeader('openstack-api-minimum-version', `container-infra 1.${OLDEST}`);
  res.setHeader('openstack-api-maximum-version', `container-infra 1.${NEWEST}`);
  res.setHeader('openstack-api-version', `container-infra ${major}.${minor}`);
  res.setHeader('vary', 'OpenStack-API-Version');
  if (major !== 1 || minor < OLDEST || minor > NEWEST) {
    res.status(406).json({
      errors: [
        {
          max_version: `1.${NEWEST}`,
          min_version: `1.${OLDEST}`,
          code: 'magnum.microversion-unsupported',
          links: [
            {
              rel: 'help',
              href: 'http://docs.openstack.org/api-guide/compute/microversions.html',
            },
          ],
          title: 'Requested microversion is unsupported',
        },
      ],
    });
    return;
  }
  versions.set(req, minor);
  next();
};

/** The second number of the version that was asked for. */
export function microversionOf(req: Request): number {
  return versions.get(req) ?? OLDEST;
}

/** Hides calls from those who ask for a version in which they were not yet. */
export function since(minor: number): RequestHandler {
  return (req, res, next) => {
    if (microversionOf(req) < minor) {
      refuseSilently(res, 406);
    } else {
      next();
    }
  };
}

// Without the header it is the oldest one, which knows no node groups.
function readHeader(
  header: string | undefined,
): { major: number; minor: number } | undefined {
  const [, text] =
    /(?:^|,)\s*container-infra\s+([^\s,]+)/.exec(header ?? '') ?? [];
  if (text === undefined) {
    return { major: 1, minor: OLDEST };
  }
  if (text === 'latest') {
    return { major: 1, minor: NEWEST };
  }
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  return major === undefined
    ? undefined
    : { major: Number(major), minor: Number(minor) };
}
