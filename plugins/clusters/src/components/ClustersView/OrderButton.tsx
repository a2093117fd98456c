import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useClusterPermissions } from '../../hooks/useClusterPermissions';
import { useTemplateHref } from '../../hooks/useTemplateHref';
import { clustersTranslationRef } from '../../translation';

/** Leads to the form for a new cluster, for those who may have one made. */
export function OrderButton() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { mayCreate } = useClusterPermissions();
  const href = useTemplateHref()({ templateName: 'kubernetes-cluster' });

  return mayCreate && href ? (
    <ButtonLink size="small" href={href} iconStart={<RiAddLine />}>
      {t('list.order')}
    </ButtonLink>
  ) : null;
}
