import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiCheckLine,
  RiCloseLine,
  RiLoader4Line,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import {
  EvidenceStep,
  formatRoot,
  StepState,
} from '@slipway/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { LongText } from '../LongText';
import { NameOfObject, ObjectButton } from '../ObjectDrawer';
import { RelativeTime } from '../RelativeTime';
import styles from './EvidenceChain.module.css';

const ICONS: Record<StepState, RemixiconComponentType> = {
  done: RiCheckLine,
  failed: RiCloseLine,
  running: RiLoader4Line,
  waiting: RiTimeLine,
  unknown: RiQuestionLine,
};

/**
 * What {@link EvidenceChain} shows.
 *
 * @public
 */
export interface EvidenceChainProps {
  /** Id of the item. */
  item: string;
  /** From the item to what is at fault. */
  steps: EvidenceStep[];
  /** For objects whose names are ids. */
  nameOf?: NameOfObject;
}

/**
 * The way from an item to its cause, step by step, each with its state, its
 * time and its own words.
 *
 * @public
 */
export function EvidenceChain(props: EvidenceChainProps) {
  const { t } = useTranslationRef(fleetTranslationRef);

  return (
    <ol className={styles.chain} aria-label={t('chain.label')}>
      {props.steps.map(step => {
        const Icon = ICONS[step.state];
        return (
          <li
            key={`${step.title} ${formatRoot(step.object)}`}
            className={styles.step}
            data-state={step.state}
          >
            <div className={styles.head}>
              <Icon className={styles.icon} aria-hidden />
              <span className={styles.title}>{step.title}</span>
              <span>{t(`chain.${step.state}`)}</span>
              {step.at && <RelativeTime time={step.at} />}
              <ObjectButton
                item={props.item}
                object={step.object}
                calledName={props.nameOf?.(step.object)}
              />
            </div>
            {step.says && (
              <q dir="auto" className={styles.says}>
                <LongText text={step.says} />
              </q>
            )}
          </li>
        );
      })}
    </ol>
  );
}
