import { Route } from './ClusterIngress';

/** What annotations of an Ingress set for its locations. */
export interface LocationSettings {
  readTimeoutMs: number;
  /** 0: any size. */
  maxBodyBytes: number;
  websocket: boolean;
  redirectToHttps: boolean;
}

const PREFIX = 'nginx.org';
const UNITS: Record<string, number> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
const TIMES: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** The settings for a route; defaults are NGINX's. */
export function locationSettings(route: Route): LocationSettings {
  const annotations = route.host.ingress.metadata.annotations ?? {};
  const of = (name: string) => annotations[`${PREFIX}/${name}`];
  return {
    readTimeoutMs: parse(of('proxy-read-timeout') ?? '60s', TIMES, 1000),
    maxBodyBytes: parse(of('client-max-body-size') ?? '1m', UNITS, 1),
    websocket: (of('websocket-services') ?? '')
      .split(',')
      .map(name => name.trim())
      .includes(route.service ?? ''),
    redirectToHttps:
      of('redirect-to-https') === 'true' ||
      annotations['ingress.kubernetes.io/ssl-redirect'] === 'true',
  };
}

function parse(
  text: string,
  units: Record<string, number>,
  plain: number,
): number {
  const [, number, unit] = /^(\d+)([a-z]*)$/i.exec(text.trim()) ?? [];
  return Number(number ?? 0) * (units[unit?.toLowerCase()] ?? plain);
}
