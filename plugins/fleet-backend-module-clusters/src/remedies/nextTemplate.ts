import {
  ClusterDetails,
  ClusterTemplateRef,
} from '@slipway/backstage-plugin-clusters-common';
import { parseVersion } from '../texts/parseVersion';

/** The newest template to upgrade to: Kubernetes skips no minor version. */
export function nextTemplate({
  newerTemplates,
  version,
}: ClusterDetails): ClusterTemplateRef | undefined {
  const [, minor = 0] = parseVersion(version) ?? [];
  return (
    newerTemplates.find(template => {
      const [, other = 0] = parseVersion(template.version) ?? [];
      return other <= minor + 1;
    }) ?? newerTemplates.at(-1)
  );
}
