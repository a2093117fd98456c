import { QuotaLine } from './Plan';
import styles from './QuotaTable.module.css';

export interface QuotaTableProps {
  lines: QuotaLine[];
}

/** Quotas of the project, now and after the order. */
export function QuotaTable({ lines }: QuotaTableProps) {
  return (
    <table className={styles.quota}>
      <caption>Quota of the project</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Now</th>
          <th scope="col">Afterwards</th>
          <th scope="col">At most</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, used, after, limit, isOver }) => (
          <tr key={what} className={isOver ? styles.over : undefined}>
            <th scope="row">{what}</th>
            <td>{used}</td>
            <td>{isOver ? `${after}: too many` : after ?? 'not known'}</td>
            <td>{limit ?? 'no limit'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
