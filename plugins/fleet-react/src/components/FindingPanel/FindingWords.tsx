import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Finding } from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { LongText } from '../LongText';
import { NameOfObject, ObjectButton } from '../ObjectDrawer';
import styles from './FindingPanel.module.css';

/** What proves a finding, in its own words. */
export function FindingWords(props: {
  item: string;
  finding: Finding;
  nameOf?: NameOfObject;
}) {
  const { item, finding, nameOf } = props;
  const { t } = useTranslationRef(fleetTranslationRef);

  return (
    <div>
      <div className={styles.evidence}>
        {t('finding.says', {
          object: (
            <ObjectButton
              item={item}
              object={finding.evidence}
              calledName={nameOf?.(finding.evidence)}
            />
          ),
        })}
      </div>
      <blockquote dir="auto" className={styles.says}>
        <LongText text={finding.says} />
      </blockquote>
    </div>
  );
}
