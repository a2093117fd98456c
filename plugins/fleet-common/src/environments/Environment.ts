/**
 * A place where services run: dev, staging, prod … Nothing but the
 * configuration knows the names.
 *
 * @public
 */
export interface Environment {
  /** A DNS label: it ends up in namespaces and hostnames. */
  name: string;
  /** The cluster where the Argo CD runs that deploys to this environment. */
  hub: string;
  /** Labels that exactly one of the hub's cluster Secrets must carry. */
  clusterSelector: Record<string, string>;
  /** With the placeholders `{service}` and `{environment}`. */
  namespacePattern: string;
  /** Groups that approve a promotion into this environment. */
  approvers: string[];
  /** How a version gets here. */
  promotion: EnvironmentPromotion;
}

/**
 * `push`: every push to the main branch; `pull-request`: a pull request that
 * carries a version over from the environment before.
 *
 * @public
 */
export type EnvironmentPromotion = 'push' | 'pull-request';
