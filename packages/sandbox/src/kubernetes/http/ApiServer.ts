import { Authenticator } from '../auth/Authenticator';
import { Rbac } from '../auth/Rbac';
import { ServiceAccountTokens } from '../auth/ServiceAccountTokens';
import { ClusterCore } from '../ClusterCore';
import { PodLogs } from '../types';

/** What answering requests needs, besides the objects. */
export interface ApiServer {
  core: ClusterCore;
  authenticator: Authenticator;
  rbac: Rbac;
  tokens: ServiceAccountTokens;
  podLogs?: PodLogs;
}
