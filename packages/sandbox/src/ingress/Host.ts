import { Ingress, IngressBackend } from './types';

/** Where requests below a path go. */
export interface Location {
  kind: 'exact' | 'prefix' | 'text';
  path: string;
  backend: IngressBackend;
}

/** What one Ingress says about one host. */
export interface Host {
  name: string;
  ingress: Ingress;
  locations: Location[];
  tls?: { secretName?: string };
}

/** The location for a path: an exact one, else the longest that fits. */
export function findLocation(host: Host, path: string): Location | undefined {
  const fitting = host.locations.filter(location => fits(location, path));
  return (
    fitting.find(location => location.kind === 'exact') ??
    fitting.sort((a, b) => b.path.length - a.path.length)[0]
  );
}

/** The host for a name: its own, else the one of the longest wildcard. */
export function findHost(
  hosts: Map<string, Host>,
  name: string,
): Host | undefined {
  const own = hosts.get(name);
  if (own) {
    return own;
  }
  const labels = name.split('.');
  for (let i = 1; i < labels.length; i++) {
    const wildcard = hosts.get(`*.${labels.slice(i).join('.')}`);
    if (wildcard) {
      return wildcard;
    }
  }
  return undefined;
}

function fits({ kind, path }: Location, asked: string): boolean {
  switch (kind) {
    case 'exact':
      return asked === path;
    case 'prefix':
      return asked === path || asked.startsWith(`${path}/`) || path === '';
    default:
      return asked.startsWith(path);
  }
}
