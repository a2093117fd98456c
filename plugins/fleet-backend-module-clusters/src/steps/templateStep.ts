import { EvidenceStep } from '@slipway/backstage-plugin-fleet-common';
import { MagnumView } from '../subject/MagnumView';
import { refOf } from '../subject/refOf';

/** What the cluster was made after. */
export function templateStep({
  template,
}: MagnumView): EvidenceStep | undefined {
  if (!template) {
    return undefined;
  }
  const { kubeTag, hidden, name } = template.slice;
  return {
    object: refOf(template.row),
    title: 'Template',
    state: hidden ? 'failed' : 'done',
    says: [name, kubeTag, ...(hidden ? ['hidden'] : [])]
      .filter(Boolean)
      .join(', '),
    at: template.slice.updatedAt ?? template.row.createdAt,
  };
}
