import { parseEntityRef } from '@backstage/catalog-model';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { Remedies } from '@slipway/backstage-plugin-fleet-react';
import { useClusterPermissions } from '../../hooks/useClusterPermissions';
import { useTemplateHref } from '../../hooks/useTemplateHref';
import { isPermitted } from '../../reading/isPermitted';

/** What can be done about a finding, as far as the reader may do it. */
export function ClusterRemedies(props: { item: string; remedies: Remedy[] }) {
  const { item, remedies } = props;
  const permissions = useClusterPermissions();
  const getTemplateHref = useTemplateHref();
  const offered = remedies.filter(
    remedy =>
      remedy.kind !== 'template' ||
      isPermitted(parseEntityRef(remedy.template).name, permissions),
  );

  return offered.length === 0 ? null : (
    <Remedies
      item={item}
      remedies={offered}
      getTemplateHref={({ template, values }) => {
        const { namespace, name } = parseEntityRef(template);
        return getTemplateHref({ namespace, templateName: name, values });
      }}
    />
  );
}
