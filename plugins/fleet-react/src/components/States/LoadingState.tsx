import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { fleetTranslationRef } from '../../translation';

/**
 * The shape of a detail page while nothing is known yet.
 *
 * @public
 */
export function LoadingState() {
  const { t } = useTranslationRef(fleetTranslationRef);

  return (
    <Flex direction="column" gap="3">
      <VisuallyHidden role="status">{t('states.loading')}</VisuallyHidden>
      <Skeleton width="60%" height={28} />
      <Skeleton width="100%" height={48} />
      <Skeleton width="80%" height={20} />
      <Skeleton width="90%" height={20} />
    </Flex>
  );
}
