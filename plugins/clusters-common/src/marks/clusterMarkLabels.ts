import {
  LABEL_OWNER,
  LABEL_STAGE,
  SLIPWAY_PREFIX,
} from '@slipway/backstage-plugin-fleet-common';
import { ClusterMarks } from './ClusterMarks';

const ENTITY = `${SLIPWAY_PREFIX}/entity`;
const CLOUD = `${SLIPWAY_PREFIX}/cloud`;
const PROJECT = `${SLIPWAY_PREFIX}/project`;
const ZONE = `${SLIPWAY_PREFIX}/zone`;
const COMPONENTS = `${SLIPWAY_PREFIX}/components`;

/** Labels of a Magnum cluster that carry its marks. @public */
export function toClusterMarkLabels(
  marks: ClusterMarks,
): Record<string, string> {
  return {
    [ENTITY]: marks.entityRef,
    [CLOUD]: marks.cloud,
    [PROJECT]: marks.project,
    [LABEL_OWNER]: marks.owner,
    ...(marks.zone ? { [ZONE]: marks.zone } : {}),
    ...(marks.stage ? { [LABEL_STAGE]: marks.stage } : {}),
    ...(marks.components.length > 0
      ? // Drivers pass labels on separated by commas.
        { [COMPONENTS]: marks.components.join('.') }
      : {}),
  };
}

/** The marks of a Magnum cluster; `undefined` for one that was not made here. @public */
export function readClusterMarks(
  labels: Readonly<Record<string, string>>,
): ClusterMarks | undefined {
  const entityRef = labels[ENTITY];
  const cloud = labels[CLOUD];
  const project = labels[PROJECT];
  const owner = labels[LABEL_OWNER];
  if (!entityRef || !cloud || !project || !owner) {
    return undefined;
  }
  return {
    entityRef,
    cloud,
    project,
    owner,
    zone: labels[ZONE] || undefined,
    stage: labels[LABEL_STAGE] || undefined,
    components: (labels[COMPONENTS] ?? '').split('.').filter(Boolean),
  };
}
