import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CertificateDetails } from '@slipway/backstage-plugin-certificates-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import {
  Moment,
  RelativeTime,
  useNow,
} from '@slipway/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { certificatesTranslationRef } from '../../translation';
import { chooseSentence } from './chooseSentence';

const MINUTE_MS = 60_000;

const moment = (time?: string) => (time ? <Moment time={time} /> : <></>);
const relative = (time?: string) =>
  time ? <RelativeTime time={time} /> : <></>;

const started = (time?: string) =>
  time ? <RelativeTime form="since" time={time} /> : <></>;

/** @internal */
export interface CertificateSentenceProps {
  item: ServedItem<CertificateDetails>;
}

/** Answers in words whether a certificate is fine. */
export function CertificateSentence(props: CertificateSentenceProps) {
  const { item } = props;
  const { details, finding } = item;
  const { t } = useTranslationRef(certificatesTranslationRef);
  const now = useNow(MINUTE_MS);
  const key = chooseSentence(item, now);
  const parts: ReactNode[] = [
    t(`sentence.${key}`, {
      title: finding?.title ?? '',
      expires: moment(details.notAfter),
      until: moment(finding?.until),
      renews: moment(details.renewalTime),
      started: started(details.issuingSince),
      minutes: String(details.usualMinutes),
    }),
  ];
  const isTrying = key === 'atRisk' || key === 'notIssued';
  if (isTrying && details.attemptsLeft !== undefined) {
    parts.push(t('sentence.attempts', { count: details.attemptsLeft }));
  }
  if (details.nextAttemptAt && Date.parse(details.nextAttemptAt) > now) {
    parts.push(
      t('sentence.next', {
        time: relative(details.nextAttemptAt),
      }),
    );
  }

  return (
    <>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </>
  );
}
