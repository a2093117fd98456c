import { Plan } from './Plan';
import styles from './PlanTable.module.css';

export interface PlanTableProps {
  /** Id of what names the table. */
  labelledBy: string;
  facts: Plan['facts'];
}

/** What will be made, a line each. */
export function PlanTable({ labelledBy, facts }: PlanTableProps) {
  return (
    <table className={styles.plan} aria-labelledby={labelledBy}>
      <tbody>
        {facts.map(([label, text]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
