import { CertificateItem } from '@slipway/backstage-plugin-certificates-common';
import {
  formatEvidence,
  FleetItem,
} from '@slipway/backstage-plugin-fleet-common';
import { judgeScenario } from '@slipway/backstage-plugin-fleet-node/engine';
import { domain } from '../domain';
import { controller, issuer, TestObject } from './objects';
import { NOW } from './times';

/** What the domain concludes, in short. */
export interface Judgement {
  status: string;
  cause?: string;
  evidence?: string;
  says?: string;
  root?: string;
  item: CertificateItem;
  all: FleetItem[];
}

/**
 * Judges the first Certificate of some objects, in a cluster where cert-manager
 * runs and the usual issuer is well, unless the objects say otherwise.
 */
export function judge(
  objects: TestObject[],
  options: { forbidden?: string[]; now?: string; bare?: boolean } = {},
): Judgement {
  const { forbidden = [], now = NOW, bare = false } = options;
  const usual = bare ? [] : [controller(), issuer()];
  const all = [
    ...objects,
    ...usual.filter(
      ({ kind, metadata }) =>
        !objects.some(
          other => other.kind === kind && other.metadata.name === metadata.name,
        ),
    ),
  ];
  const engine = judgeScenario({
    domains: [domain],
    scenario: {
      name: 'test',
      domain: domain.id,
      now,
      clusters: [{ name: 'prod-1', reachable: true, objects: all, forbidden }],
      expect: [],
      silent: [],
    },
    onProblem({ error }) {
      throw error;
    },
  });
  const { namespace, name } = objects[0].metadata;
  const item = engine.item(
    `certificates/prod-1/${namespace}/${name}`,
  ) as CertificateItem;
  const { finding, status } = item;
  return {
    status,
    cause: finding?.cause.replace('certificate.', ''),
    evidence: finding && formatEvidence(finding.evidence),
    says: finding?.says,
    root: finding?.root,
    item,
    all: engine.items(),
  };
}
