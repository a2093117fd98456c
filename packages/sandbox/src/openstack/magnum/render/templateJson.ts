import { TemplateRecord } from '../store/records';
import { linksOf } from './addressOf';
import { timeOf } from './timeOf';

export function templateJson(template: TemplateRecord) {
  const { fields } = template;
  return {
    uuid: template.uuid,
    name: template.name,
    ...fields,
    links: linksOf(`clustertemplates/${template.uuid}`),
    project_id: template.projectId,
    user_id: template.userId,
    created_at: timeOf(template.createdAt),
    updated_at: timeOf(template.updatedAt),
  };
}
