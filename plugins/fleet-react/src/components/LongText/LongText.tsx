import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';
import { fleetTranslationRef } from '../../translation';

const SHOWN = 600;

/**
 * What {@link LongText} shows.
 *
 * @public
 */
export interface LongTextProps {
  /** In the words of another program; of any length and script. */
  text: string;
}

/**
 * The words of an object: as they are, and what is too long after a click.
 *
 * @public
 */
export function LongText(props: LongTextProps): ReactNode {
  const { text } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const isLong = text.length > SHOWN;

  return (
    <>
      {isLong && !isOpen ? `${text.slice(0, SHOWN)}…` : text}
      {isLong && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'text.less' : 'text.all')}
        </Button>
      )}
    </>
  );
}
