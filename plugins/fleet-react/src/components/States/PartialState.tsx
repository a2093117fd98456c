import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { commonKind } from '../../sources/commonKind';
import { formatClock } from '../../time/formatClock';
import { useLocale } from '../../time/useLocale';
import { useNow } from '../../time/useNow';
import { fleetTranslationRef } from '../../translation';
import styles from './PartialState.module.css';

/**
 * What {@link PartialState} speaks of.
 *
 * @public
 */
export interface PartialStateProps {
  /** The clusters that what is shown comes from. */
  sources: SourceInfo[];
}

/**
 * Names the clusters that do not answer; nothing when all do.
 *
 * @public
 */
export function PartialState(props: PartialStateProps) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const locale = useLocale();
  const now = useNow(60_000);
  const silent = props.sources.filter(
    source => source.state === 'failed' || source.state === 'stale',
  );

  if (silent.length === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t(`states.partial.${commonKind(silent)}`, {
        count: silent.length,
      })}
      description={
        <ul className={styles.list}>
          {silent.map(({ id, name, error, lastContact, since }) => {
            const time = formatClock(Date.parse(lastContact ?? since), {
              now,
              locale,
            });
            return (
              <li key={id}>
                {error
                  ? t('states.partialLineError', { name, time, error })
                  : t('states.partialLine', { name, time })}
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
