import {
  dialogApiRef,
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert, ButtonIcon } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useSyncExternalStore } from 'react';
import { fleetTranslationRef } from '../translation';
import { legacyOverlayApis } from './legacyOverlayApis';
import styles from './LegacyOverlays.module.css';
import { Overlays } from './Overlays';
import { useIsFirst } from './useIsFirst';

const nothing = new Overlays<never>();

/** Shows dialogs and toasts, once however many pages and cards are there. */
export function LegacyOverlays() {
  const own = legacyOverlayApis();
  const appHasDialogs = useApi(dialogApiRef) !== own.dialogs;
  const appHasToasts = useApi(toastApiRef) !== own.toasts;
  const { t } = useTranslationRef(fleetTranslationRef);
  // An app that has its own shows them itself.
  const dialogs = appHasDialogs ? nothing : own.dialogs.overlays;
  const toasts = appHasToasts ? nothing : own.toasts.overlays;
  const openDialogs = useSyncExternalStore(
    dialogs.onEntries,
    dialogs.getEntries,
  );
  const openToasts = useSyncExternalStore(toasts.onEntries, toasts.getEntries);

  if (!useIsFirst()) {
    return null;
  }
  return (
    <>
      {openDialogs.at(-1)?.draw()}
      <div role="status" className={styles.toasts}>
        {openToasts.map(({ message, close }, index) => (
          <Alert
            key={index}
            status={message.status === 'neutral' ? 'info' : message.status}
            icon
            title={message.title}
            description={message.description}
            customActions={
              <ButtonIcon
                size="small"
                variant="tertiary"
                aria-label={t('remedy.close')}
                icon={<RiCloseLine />}
                onPress={close}
              />
            }
          />
        ))}
      </div>
    </>
  );
}
