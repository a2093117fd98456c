import { randomUUID } from 'node:crypto';
import { ClusterRecord, NodeGroupRecord } from '../store/records';

const FIRST_MASTER = 10;
const FIRST_WORKER = 20;

/** Makes and removes servers until a group has as many as it shall; those that stay keep their names. */
export function settleNodes(
  cluster: ClusterRecord,
  group: NodeGroupRecord,
  remove: string[] = [],
): void {
  while (group.nodes.length > group.nodeCount) {
    const named = group.nodes.findIndex(node =>
      [node.id, node.name, node.address].some(name => remove.includes(name)),
    );
    group.nodes.splice(named < 0 ? group.nodes.length - 1 : named, 1);
  }
  const word = group.role === 'master' ? 'master' : 'node';
  for (let index = 0; group.nodes.length < group.nodeCount; index += 1) {
    const name = `${group.stackName}-${word}-${index}`;
    if (!group.nodes.some(node => node.name === name)) {
      group.nodes.push({
        id: randomUUID(),
        name,
        address: freeAddress(cluster, group),
      });
    }
  }
}

function freeAddress({ groups }: ClusterRecord, { role }: NodeGroupRecord) {
  const taken = new Set(
    groups.flatMap(({ nodes }) => nodes.map(({ address }) => address)),
  );
  let host = role === 'master' ? FIRST_MASTER : FIRST_WORKER;
  while (taken.has(toAddress(host))) {
    host += 1;
  }
  return toAddress(host);
}

function toAddress(host: number): string {
  return `10.0.${Math.floor(host / 256)}.${host % 256}`;
}
