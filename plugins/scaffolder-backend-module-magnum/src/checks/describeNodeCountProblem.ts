/** What Kubernetes is made for. */
const MOST_NODES = 5_000;

/** What is wrong with a number of nodes by itself. */
export function describeNodeCountProblem(count: number): string | undefined {
  if (!Number.isInteger(count) || count < 0) {
    return `The number of nodes, ${count}, has to be a whole number from 0`;
  }
  return count > MOST_NODES
    ? `${count} nodes are more than the ${MOST_NODES} that Kubernetes can have`
    : undefined;
}
