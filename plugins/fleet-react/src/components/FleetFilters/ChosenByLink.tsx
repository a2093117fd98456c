import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Tag, TagGroup } from '@backstage/ui';
import { parseRoot } from '@slipway/backstage-plugin-fleet-common';
import { FleetQuery } from '../../hooks';
import { fleetTranslationRef } from '../../translation';

const WORDS = ['cause', 'root', 'namespace', 'service', 'environment'] as const;

const wordsOf = (word: string, value: string) => {
  const { kind, name } = parseRoot(value);
  return word === 'root' ? `${kind} ${name}` : value;
};

/** What a link has filtered by, that no field tells of; can be taken back. */
export function ChosenByLink(props: { query: FleetQuery }) {
  const { chosen, setFilter } = props.query;
  const { t } = useTranslationRef(fleetTranslationRef);
  const tags = WORDS.flatMap(word => {
    const value = chosen[word];
    return value
      ? [
          {
            id: word,
            label: `${t(`filters.${word}`)}: ${wordsOf(word, value)}`,
          },
        ]
      : [];
  });

  if (tags.length === 0) {
    return null;
  }
  return (
    <TagGroup
      aria-label={t('filters.byLink')}
      onRemove={words =>
        setFilter(Object.fromEntries([...words].map(word => [word, undefined])))
      }
    >
      {tags.map(({ id, label }) => (
        <Tag key={id} id={id} size="small" textValue={label}>
          {label}
        </Tag>
      ))}
    </TagGroup>
  );
}
