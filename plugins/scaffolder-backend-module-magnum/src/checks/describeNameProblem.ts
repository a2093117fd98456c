const NAME = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;
/** What names of entities and values of labels may have at most. */
const LONGEST = 63;
const IN_CLUSTER = 'in-cluster';

/** The name of a cluster is one in Magnum, in the catalog, in Kubernetes and in DNS. */
export function describeNameProblem(name: string): string | undefined {
  if (name.length > LONGEST) {
    return `The name has ${name.length} characters; at most ${LONGEST} are possible`;
  }
  if (name === IN_CLUSTER) {
    return `The name ${name} is what Argo CD calls the cluster that it runs in`;
  }
  return NAME.test(name)
    ? undefined
    : `The name "${name}" has to be of lower-case letters, digits and dashes, begin with a letter and not end with a dash`;
}
