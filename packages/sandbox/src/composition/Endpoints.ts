/** `.sandbox/endpoints.json`: addresses and credentials for tools and tests. */
export interface Endpoints {
  backstage: { url: string; api: string; token: string };
  github: { api: string; web: string; token: string };
  /** Hub first; `kubeconfig` is a file. */
  clusters: { name: string; server: string; kubeconfig: string }[];
  proxy: { http: number; https: number; caFile: string };
}
