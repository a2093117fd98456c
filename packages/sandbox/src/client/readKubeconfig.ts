import fs from 'node:fs';
import { parse } from 'yaml';
import { KubernetesConnectionOptions } from './KubernetesConnection';

interface Kubeconfig {
  'current-context': string;
  contexts: { name: string; context: { cluster: string; user: string } }[];
  clusters: {
    name: string;
    cluster: { server: string; 'certificate-authority-data'?: string };
  }[];
  users: {
    name: string;
    user: {
      token?: string;
      'client-certificate-data'?: string;
      'client-key-data'?: string;
    };
  }[];
}

/** The current context of a kubeconfig file with inline CA and credentials. */
export function readKubeconfig(
  file: string,
): Omit<KubernetesConnectionOptions, 'manager'> & { name: string } {
  const config: Kubeconfig = parse(fs.readFileSync(file, 'utf8'));
  const { context } = named(config.contexts, config['current-context']);
  const { cluster } = named(config.clusters, context.cluster);
  const { user } = named(config.users, context.user);
  const certificate = user['client-certificate-data'];
  return {
    name: context.cluster,
    server: cluster.server,
    caPem: decode(cluster['certificate-authority-data']),
    token: user.token ?? '',
    ...(certificate && {
      clientCertificate: {
        certPem: decode(certificate),
        keyPem: decode(user['client-key-data']),
      },
    }),
  };
}

function decode(base64 = ''): string {
  return Buffer.from(base64, 'base64').toString();
}

function named<T extends { name: string }>(list: T[], name: string): T {
  const found = list.find(entry => entry.name === name);
  if (!found) {
    throw new Error(`The kubeconfig has no ${name}`);
  }
  return found;
}
