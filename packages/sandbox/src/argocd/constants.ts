/** The namespace that Argo CD lives in and reads. */
export const ARGOCD_NAMESPACE = 'argocd';

/** What destinations call the cluster that Argo CD itself runs on. */
export const IN_CLUSTER_SERVER = 'https://kubernetes.default.svc';
export const IN_CLUSTER_NAME = 'in-cluster';

export const SECRET_TYPE_LABEL = 'argocd.argoproj.io/secret-type';
export const TRACKING_ANNOTATION = 'argocd.argoproj.io/tracking-id';
export const REFRESH_ANNOTATION = 'argocd.argoproj.io/refresh';
export const SYNC_WAVE_ANNOTATION = 'argocd.argoproj.io/sync-wave';
export const SYNC_OPTIONS_ANNOTATION = 'argocd.argoproj.io/sync-options';
export const COMPARE_OPTIONS_ANNOTATION = 'argocd.argoproj.io/compare-options';
export const HOOK_ANNOTATION = 'argocd.argoproj.io/hook';
export const HOOK_DELETE_POLICY_ANNOTATION =
  'argocd.argoproj.io/hook-delete-policy';
export const LAST_APPLIED_ANNOTATION =
  'kubectl.kubernetes.io/last-applied-configuration';
export const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';
