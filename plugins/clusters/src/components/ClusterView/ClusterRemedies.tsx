import { parseEntityRef } from '@backstage/catalog-model';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { Remedies } from '@slipway/backstage-plugin-fleet-react';
import { useTemplateHref } from '../../hooks/useTemplateHref';

/** What can be done with a cluster; forms open filled in. */
export function ClusterRemedies(props: { item: string; remedies: Remedy[] }) {
  const { item, remedies } = props;
  const getTemplateHref = useTemplateHref();

  return remedies.length === 0 ? null : (
    <Remedies
      item={item}
      remedies={remedies}
      getTemplateHref={({ template, values }) => {
        const { namespace, name } = parseEntityRef(template);
        return getTemplateHref({ namespace, templateName: name, values });
      }}
    />
  );
}
