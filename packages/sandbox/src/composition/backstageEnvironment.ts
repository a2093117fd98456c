import { Ports } from '../ports/choosePorts';

/** What the composition knows that Backstage must be told. */
export interface BackstageEnvironmentOptions {
  ports: Ports;
  /** `.sandbox/`. */
  stateFolder: string;
  scriptToken: string;
  github: { url: string; token: string; webhookSecret: string };
  hub: {
    url: string;
    caPem: string;
    token: string;
    readerToken: string;
    operatorToken: string;
  };
  openstack: { authUrl: string; password: string; museumPassword: string };
  caFile: string;
}

/** The variables that `app-config.yaml` reads. */
export function backstageEnvironment(
  options: BackstageEnvironmentOptions,
): Record<string, string> {
  const { ports, github, hub, openstack } = options;
  const base64 = (pem: string) => Buffer.from(pem).toString('base64');
  return {
    SLIPWAY_BACKSTAGE_URL: backstageUrl(ports),
    SLIPWAY_BACKSTAGE_PORT: String(ports.backstage),
    SLIPWAY_STATE: options.stateFolder,
    SLIPWAY_SCRIPT_TOKEN: options.scriptToken,
    SLIPWAY_GITHUB_HOST: new URL(github.url).host,
    SLIPWAY_GITHUB_URL: github.url,
    SLIPWAY_GITHUB_TOKEN: github.token,
    SLIPWAY_GITHUB_WEBHOOK_SECRET: github.webhookSecret,
    SLIPWAY_HUB_URL: hub.url,
    SLIPWAY_HUB_CA_DATA: base64(hub.caPem),
    SLIPWAY_HUB_TOKEN: hub.token,
    SLIPWAY_HUB_READER_TOKEN: hub.readerToken,
    SLIPWAY_HUB_OPERATOR_TOKEN: hub.operatorToken,
    SLIPWAY_OPENSTACK_AUTH_URL: openstack.authUrl,
    SLIPWAY_OPENSTACK_PASSWORD: openstack.password,
    SLIPWAY_OPENSTACK_MUSEUM_PASSWORD: openstack.museumPassword,
    SLIPWAY_PROXY_HTTP_PORT: String(ports.http),
    SLIPWAY_PROXY_HTTPS_PORT: String(ports.https),
    SLIPWAY_CA_FILE: options.caFile,
  };
}

export function backstageUrl(ports: Ports): string {
  return `http://localhost:${ports.backstage}`;
}
