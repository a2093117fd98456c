import {
  listOf,
  recordOf,
  textOf,
  textsOf,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** How an issuer answers challenges, and for which names. */
export interface Solver {
  type?: 'http01' | 'dns01';
  /** For example `rfc2136`, `webhook`, `ingress`. */
  provider?: string;
  /** API group of a webhook. */
  webhookGroup?: string;
  /** Fits every name when absent. */
  selector?: {
    dnsNames: string[];
    dnsZones: string[];
    matchLabels: Record<string, string>;
  };
}

/** A solver of an issuer, or that of a challenge. */
export function readSolver(value: unknown): Solver {
  const type = (['http01', 'dns01'] as const).find(
    name => valueAt(value, name) !== undefined,
  );
  // `cnameStrategy` stands beside the provider.
  const provider = Object.keys(type ? recordOf(value, type) : {}).find(
    name => name !== 'cnameStrategy',
  );
  return {
    type,
    provider,
    webhookGroup: textOf(value, 'dns01', 'webhook', 'groupName'),
    selector:
      valueAt(value, 'selector') === undefined
        ? undefined
        : {
            dnsNames: names(value, 'dnsNames'),
            dnsZones: names(value, 'dnsZones'),
            matchLabels: textsOf(value, 'selector', 'matchLabels'),
          },
  };
}

function names(value: unknown, field: string): string[] {
  return listOf(value, 'selector', field).filter(
    (name): name is string => typeof name === 'string',
  );
}
