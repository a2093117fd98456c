import { SLIPWAY_PREFIX } from '@slipway/backstage-plugin-fleet-common';
import { ClusterRequest } from './ClusterRequest';
import { describeNameProblem } from './describeNameProblem';
import { describeNodeCountProblem } from './describeNodeCountProblem';

const LABEL_VALUE = /^[a-z0-9]([a-z0-9_.-]{0,61}[a-z0-9])?$/i;
const COMPONENT = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const ZONE =
  /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const MOST_MASTERS = 7;

/** What is wrong with an order by itself. */
export function checkValues(request: ClusterRequest): string[] {
  const { name, zone, stage, components, labels, createTimeout } = request;
  return [
    describeNameProblem(name),
    describeNodeCountProblem(request.nodeCount),
    checkMasterCount(request.masterCount),
    zone && (zone.length > 253 || !ZONE.test(zone))
      ? `The zone "${zone}" is no DNS name in lower case`
      : undefined,
    stage && !LABEL_VALUE.test(stage)
      ? `The stage "${stage}" cannot be the value of a Kubernetes label`
      : undefined,
    ...components
      .filter(component => !COMPONENT.test(component))
      .map(
        component =>
          `The component "${component}" has to be of lower-case letters, digits and dashes`,
      ),
    ...Object.keys(labels)
      .filter(key => key.startsWith(`${SLIPWAY_PREFIX}/`))
      .map(key => `The label ${key} is set by the platform itself`),
    createTimeout !== undefined && !isCount(createTimeout, 1)
      ? `The time for creation, ${createTimeout}, has to be a whole number of minutes from 1`
      : undefined,
  ].filter(problem => problem !== undefined);
}

function checkMasterCount(count: number): string | undefined {
  // An even number fails as soon as the next lower odd one does.
  return isCount(count, 1) && count % 2 === 1 && count <= MOST_MASTERS
    ? undefined
    : `The number of control-plane nodes, ${count}, has to be 1, 3, 5 or ${MOST_MASTERS}`;
}

function isCount(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
