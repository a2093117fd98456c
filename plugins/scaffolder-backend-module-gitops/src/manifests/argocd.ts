/** Argo CD's namespace on every hub. */
export const ARGOCD_NAMESPACE = 'argocd';

export const ARGOCD_API_VERSION = 'argoproj.io/v1alpha1';

const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** With it Argo CD deletes what it deployed when the Application is deleted. */
export const APPLICATION_FINALIZERS = [RESOURCES_FINALIZER];
