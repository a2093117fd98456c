import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './CommandBlock.module.css';

/**
 * What {@link CommandBlock} shows.
 *
 * @public
 */
export interface CommandBlockProps {
  /** Shown and copied as it is. */
  command: string;
}

/**
 * A command to run in a shell, with a button that copies it.
 *
 * @public
 */
export function CommandBlock(props: CommandBlockProps) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === props.command;
  // Absent where the page is not served over https.
  const clipboard: Clipboard | undefined = navigator.clipboard;

  return (
    <div className={styles.block}>
      <pre className={styles.command}>
        <code>{props.command}</code>
      </pre>
      {clipboard && (
        <ButtonIcon
          size="small"
          variant="secondary"
          aria-label={t(isCopied ? 'remedy.copied' : 'remedy.copy')}
          icon={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={() =>
            clipboard.writeText(props.command).then(
              () => setCopied(props.command),
              // The reader can select it.
              () => setCopied(undefined),
            )
          }
        />
      )}
    </div>
  );
}
