import { useRouteRef } from '@backstage/frontend-plugin-api';
import { parseItemRef } from '@slipway/backstage-plugin-fleet-common';
import { DOMAIN } from '../constants';
import { causeRouteRef, certificateRouteRef, rootRouteRef } from '../routes';

/** Where the pages of this plugin are; nowhere when the page is switched off. */
export function useCertificateHrefs() {
  const toList = useRouteRef(rootRouteRef);
  const toCertificate = useRouteRef(certificateRouteRef);
  const toCause = useRouteRef(causeRouteRef);

  return {
    list: toList?.() ?? '',
    /** By the id of the item; nowhere for what is no certificate. */
    getHref: (id: string) => {
      const ref = parseItemRef(id);
      return (ref?.domain === DOMAIN && toCertificate?.(ref)) || '';
    },
    getCauseHref: (code: string) => toCause?.({ code }) ?? '',
  };
}
