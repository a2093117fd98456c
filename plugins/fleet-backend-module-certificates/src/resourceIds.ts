/** Ids of the resources that this domain reads. */
export const CERTIFICATES = 'certificates.cert-manager.io';
export const REQUESTS = 'certificaterequests.cert-manager.io';
export const ISSUERS = 'issuers.cert-manager.io';
export const CLUSTER_ISSUERS = 'clusterissuers.cert-manager.io';
export const ORDERS = 'orders.acme.cert-manager.io';
export const CHALLENGES = 'challenges.acme.cert-manager.io';
export const INGRESSES = 'ingresses.networking.k8s.io';
export const HTTP_ROUTES = 'httproutes.gateway.networking.k8s.io';
export const DEPLOYMENTS = 'deployments.apps';
export const API_SERVICES = 'apiservices.apiregistration.k8s.io';
export const SECRETS = 'secrets';
