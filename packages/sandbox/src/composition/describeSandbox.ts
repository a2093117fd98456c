import { GitHub } from '../github';
import { IngressProxy } from '../ingress';
import { OpenStack } from '../openstack';
import { Ports } from '../ports/choosePorts';
import { StateFolder } from '../state/StateFolder';
import { backstageEnvironment, backstageUrl } from './backstageEnvironment';
import { Endpoints } from './Endpoints';
import { ADMIN, BOT } from './githubSeed';
import { cloudAccess, cloudPassword } from './startCloud';
import { Cluster } from './startCluster';

/** How people, scripts and Backstage reach a running sandbox. */
export interface SandboxDescription {
  endpoints: Endpoints;
  backstageEnvironment: Record<string, string>;
  /** How to trust the sandbox's certificates, for people. */
  trust: string;
}

export interface DescribeSandboxOptions {
  state: StateFolder;
  ports: Ports;
  caFile: string;
  webhookSecret: string;
  github: GitHub;
  /** Hub first. */
  clusters: Cluster[];
  ingress: IngressProxy;
  openstack: OpenStack;
}

/** Gathers addresses and credentials once all is up. */
export function describeSandbox(
  options: DescribeSandboxOptions,
): SandboxDescription {
  const { state, ports, caFile, webhookSecret, github, clusters } = options;
  const { authUrl } = options.openstack;
  const { acme, museum, region } = cloudAccess;
  const { httpPort, httpsPort } = options.ingress;
  const [hub] = clusters;
  const url = backstageUrl(ports);
  const scriptToken = state.secret('backstage-script');
  return {
    endpoints: {
      backstage: { url, api: `${url}/api`, token: scriptToken },
      github: {
        api: github.apiUrl,
        web: github.url,
        token: github.tokens.personal(ADMIN),
      },
      clusters: clusters.map(({ plan, api, kubeconfig }) => ({
        name: plan.name,
        server: api.url,
        kubeconfig,
      })),
      openstack: {
        authUrl,
        username: acme.user,
        password: cloudPassword(state, acme.user),
        project: acme.project,
        region,
        openrc: state.path('openrc'),
      },
      proxy: { http: httpPort, https: httpsPort, caFile },
    },
    backstageEnvironment: backstageEnvironment({
      ports,
      stateFolder: state.folder(),
      scriptToken,
      github: {
        url: github.url,
        token: github.tokens.personal(BOT),
        webhookSecret,
      },
      hub: {
        url: hub.api.url,
        caPem: hub.api.caPem,
        token: hub.token('argocd-manager'),
        readerToken: hub.token('reader'),
        operatorToken: hub.token('operator'),
      },
      openstack: {
        authUrl,
        password: cloudPassword(state, acme.user),
        museumPassword: cloudPassword(state, museum.user),
      },
      caFile,
    }),
    trust: `the CA certificate to trust is ${caFile}`,
  };
}
