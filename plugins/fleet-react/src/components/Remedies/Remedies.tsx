import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { CommandRemedy } from './CommandRemedy';
import { OperationRemedy } from './OperationRemedy';
import styles from './Remedies.module.css';
import { TemplateRemedy } from './TemplateRemedy';

/**
 * What {@link Remedies} offers.
 *
 * @public
 */
export interface RemediesProps {
  /** Id of the item. */
  item: string;
  /** In the order in which they are offered. */
  remedies: Remedy[];
  /**
   * Where the form of a template is; its plugin knows the routes. Without it
   * the template's own page is linked.
   */
  getTemplateHref?: (
    remedy: Extract<Remedy, { kind: 'template' }>,
  ) => string | undefined;
}

/**
 * What can be done from here: buttons, forms and commands, each with what it
 * will change.
 *
 * @public
 */
export function Remedies(props: RemediesProps) {
  const { item, remedies, getTemplateHref } = props;

  return (
    <div className={styles.remedies}>
      {remedies.map(remedy => {
        switch (remedy.kind) {
          case 'operation':
            return (
              <OperationRemedy
                key={remedy.operation}
                item={item}
                remedy={remedy}
              />
            );
          case 'template':
            return (
              <TemplateRemedy
                key={remedy.template}
                remedy={remedy}
                href={getTemplateHref?.(remedy)}
              />
            );
          default:
            return <CommandRemedy key={remedy.command} remedy={remedy} />;
        }
      })}
    </div>
  );
}
