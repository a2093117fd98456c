import { ApiResource } from '../registry';
import { clusterColumns } from './clusterColumns';
import { ageColumn, nameColumn } from './commonColumns';
import { customColumns } from './customColumns';
import { networkColumns } from './networkColumns';
import { otherColumns } from './otherColumns';
import { podColumns } from './podColumns';
import { storageColumns } from './storageColumns';
import { TableColumn } from './TableColumn';
import { workloadColumns } from './workloadColumns';

const COLUMNS: Record<string, TableColumn[]> = {
  pods: podColumns,
  ...clusterColumns,
  ...networkColumns,
  ...otherColumns,
  ...storageColumns,
  ...workloadColumns,
};

/** The columns of a kind; name and age for one without columns of its own. */
export function columnsOf(resource: ApiResource): TableColumn[] {
  return resource.custom
    ? customColumns(resource.custom.printerColumns)
    : COLUMNS[resource.storage] ?? [nameColumn, ageColumn];
}
