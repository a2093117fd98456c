import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { Moment, RelativeTime } from '@slipway/backstage-plugin-fleet-react';
import { useNodesWords } from '../../hooks/useNodesWords';
import { chooseSentence } from '../../reading/chooseSentence';
import { clustersTranslationRef } from '../../translation';

const moment = (time?: string) => (time ? <Moment time={time} /> : <></>);

/** Answers in words whether a cluster is fine. */
export function ClusterSentence(props: { item: ServedItem<ClusterDetails> }) {
  const { details, finding } = props.item;
  const { createdAt, observedAt, usualMinutes, version } = details;
  const { t } = useTranslationRef(clustersTranslationRef);
  const nodes = useNodesWords()(details);
  const title = finding?.title ?? '';
  const key = chooseSentence(props.item);

  switch (key) {
    case 'unknown':
      return (
        <span>
          {observedAt
            ? t('sentence.unknown', {
                title,
                observed: <RelativeTime time={observedAt} />,
              })
            : title}
        </span>
      );
    case 'atRisk':
      return (
        <span>
          {t('sentence.atRisk', { title, until: moment(finding?.until) })}
        </span>
      );
    case 'creating':
      return (
        <span>
          {createdAt
            ? t('sentence.creating', {
                started: <RelativeTime form="since" time={createdAt} />,
              })
            : t('sentence.creatingNow')}
          {usualMinutes !== undefined &&
            `; ${t('sentence.usual', {
              minutes: String(Math.round(usualMinutes)),
            })}`}
        </span>
      );
    case 'runs':
    case 'runsUnwatched':
      return (
        <span>
          {version
            ? t(`sentence.${key}`, { version, nodes })
            : t('sentence.runsSome', { nodes })}
        </span>
      );
    default:
      return <span>{key === 'broken' ? title : t(`sentence.${key}`)}</span>;
  }
}
