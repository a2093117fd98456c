import { stringify } from 'yaml';
import { TokenUser } from './types';

export interface KubeconfigOptions {
  cluster: string;
  url: string;
  caPem: string;
  user: TokenUser;
}

/** The text of a kubeconfig file with everything inside. */
export function kubeconfig(options: KubeconfigOptions): string {
  const { cluster, url, caPem, user } = options;
  return stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': cluster,
      clusters: [
        {
          name: cluster,
          cluster: {
            server: url,
            'certificate-authority-data': Buffer.from(caPem).toString('base64'),
          },
        },
      ],
      users: [{ name: user.name, user: { token: user.token } }],
      contexts: [{ name: cluster, context: { cluster, user: user.name } }],
    },
    { lineWidth: 0 },
  );
}
