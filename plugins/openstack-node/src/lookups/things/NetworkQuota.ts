import { Usage } from './Usage';

/** What networking uses and may use. @public */
export interface NetworkQuota {
  floatingIps: Usage;
  networks: Usage;
  subnets: Usage;
  routers: Usage;
  ports: Usage;
  securityGroups: Usage;
}
