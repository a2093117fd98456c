import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { FleetQuery } from '../../hooks';
import { fleetTranslationRef } from '../../translation';
import styles from './FleetFilters.module.css';

const TYPING_MS = 300;

/** Words to look for; asked for when typing pauses. */
export function TextFilter(props: { query: FleetQuery }) {
  const { filter, setFilter } = props.query;
  const { t } = useTranslationRef(fleetTranslationRef);
  const asked = filter.text ?? '';
  const [typed, setTyped] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  // What else was chosen while typing paused must not be taken back.
  const latest = useRef(setFilter);

  // What is being typed may end in a space that is not asked for.
  useEffect(
    () => setTyped(before => (before.trim() === asked ? before : asked)),
    [asked],
  );
  useEffect(() => {
    latest.current = setFilter;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <SearchField
      className={styles.text}
      label={t('filters.text')}
      placeholder={t('filters.textPlaceholder')}
      value={typed}
      onChange={text => {
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(
          () => latest.current({ text: text.trim() || undefined }),
          TYPING_MS,
        );
      }}
    />
  );
}
