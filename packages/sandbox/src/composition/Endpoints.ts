/** `.sandbox/endpoints.json`: addresses and credentials for tools and tests. */
export interface Endpoints {
  backstage: { url: string; api: string; token: string };
  github: { api: string; web: string; token: string };
  /** Hub first; `kubeconfig` is a file. */
  clusters: { name: string; server: string; kubeconfig: string }[];
  /** The cloud that clusters are ordered from; `openrc` is a file for its command line. */
  openstack: {
    authUrl: string;
    username: string;
    password: string;
    project: string;
    region: string;
    openrc: string;
  };
  proxy: { http: number; https: number; caFile: string };
}
