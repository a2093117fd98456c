import { Choice } from '../../choices';

/** What the number means for the group that it is for. */
export function describeGroup(
  group: Choice | undefined,
  count: number | undefined,
): string[] {
  const lines = count === 0 ? ['With 0 nodes nothing runs there.'] : [];
  if (!group?.nodeCount) {
    return lines;
  }
  const { id, minNodeCount: min, maxNodeCount: max, nodeCount } = group;
  lines.push(`${id} has ${nodeCount} now.`);
  if (max !== undefined) {
    lines.push(
      `An autoscaler, where there is one, keeps it between ${
        min ?? 0
      } and ${max} and may change the number again.`,
    );
  }
  if (
    count !== undefined &&
    (count < Number(min ?? 0) || count > Number(max ?? Infinity))
  ) {
    lines.push(
      `${count} is outside of that; Magnum refuses it until the bounds of the group are changed.`,
    );
  }
  return lines;
}
