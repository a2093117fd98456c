import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { useLiveState } from '../../live';
import { formatClock } from '../../time/formatClock';
import { formatRelative } from '../../time/formatRelative';
import { useLocale } from '../../time/useLocale';
import { useNow } from '../../time/useNow';
import { fleetTranslationRef } from '../../translation';
import { describeFreshness, Freshness } from './describeFreshness';
import styles from './FreshnessChip.module.css';

/**
 * What {@link FreshnessChip} speaks of.
 *
 * @public
 */
export interface FreshnessChipProps {
  /** The clusters that what is shown comes from. */
  sources: SourceInfo[];
}

/**
 * How old what is shown is, and why when it is old.
 *
 * @public
 */
export function FreshnessChip(props: FreshnessChipProps) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { state, lastContact } = useLiveState();
  const locale = useLocale();
  const now = useNow(1_000);
  const heard = lastContact();
  const freshness = describeFreshness(state, props.sources);

  const describe = (fresh: Freshness) => {
    switch (fresh.message) {
      case 'several':
        return t(`freshness.several.${fresh.kind}`, {
          silent: String(fresh.count),
          total: String(fresh.total),
        });
      case 'startingSeveral':
        return t(`freshness.startingSeveral.${fresh.kind}`, {
          count: fresh.count,
        });
      case 'stale':
      case 'failed':
      case 'starting':
        return t(`freshness.${fresh.message}`, {
          source: `${t(`freshness.source.${fresh.kind}`)} ${fresh.name}`,
          time: formatClock(fresh.since, { now, locale }),
        });
      case 'lost':
        return t('freshness.lost', {
          time: formatClock(fresh.since, { now, locale }),
        });
      default:
        return t(`freshness.${fresh.message}`);
    }
  };

  return (
    <span className={styles.chip} data-tone={freshness.tone}>
      <span className={styles.dot} aria-hidden />
      <span role="status">{describe(freshness)}</span>
      {freshness.tone === 'live' && heard !== undefined && (
        <span> · {formatRelative(heard, { now, locale })}</span>
      )}
    </span>
  );
}
