import type { Locator, Page } from 'playwright-core';

const TASK_MS = 90_000;

/** What a platform engineer does with clusters in the browser. */
export class ClusterPages {
  readonly #url: string;
  readonly page: Page;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  async list(): Promise<void> {
    await this.page.goto(`${this.#url}/clusters`);
    await this.page.getByRole('rowheader').first().waitFor();
  }

  /** The line of a cluster in the list. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({
      has: this.page.getByRole('rowheader', {
        name: new RegExp(`^${name}( |$)`),
      }),
    });
  }

  async open(name: string): Promise<void> {
    await this.list();
    await this.row(name).getByRole('rowheader').click();
    await this.page.getByRole('heading', { name, level: 2 }).waitFor();
  }

  /** From the list to the last button; the task's page is open then. */
  async order(name: string, stage: string, template: string): Promise<void> {
    const { page } = this;
    await this.list();
    await page.getByRole('link', { name: 'Order a cluster' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    const owner = page.getByRole('combobox', { name: /Owner/ });
    await owner.fill('Platform');
    await page.getByRole('option', { name: 'Platform team' }).click();
    await owner.press('Tab');
    await page.getByRole('button', { name: /Stage/ }).click();
    await page.getByRole('option', { name: new RegExp(`^${stage}`) }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: /^k8s-.* Version$/ }).click();
    await page
      .getByRole('option', { name: new RegExp(`^${template}`) })
      .click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('table', { name: 'Quota of the project' }).waitFor();
    await this.#send();
  }

  /** Opens one of the forms that change the cluster whose page is open. */
  async change(what: string): Promise<void> {
    await this.page
      .getByRole('region', { name: 'Change it' })
      .getByRole('link', { name: what, exact: true })
      .click();
  }

  async resize(nodes: number): Promise<void> {
    await this.change('Resize');
    await this.page.getByRole('textbox', { name: 'Nodes' }).fill(String(nodes));
    await this.#send();
  }

  async remove(name: string): Promise<void> {
    await this.change('Delete');
    await this.page
      .getByRole('textbox', { name: 'Its name once more' })
      .fill(name);
    await this.#send();
  }

  /** Waits for the end of the task whose page is open: for its first link. */
  async ended(link: string): Promise<void> {
    await this.page
      .getByRole('link', { name: link })
      .waitFor({ timeout: TASK_MS });
  }

  taskId(): string {
    return this.page.url().split('/').pop()!;
  }

  async #send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review' }).click();
    await this.page.getByRole('button', { name: 'Create' }).click();
    await this.page.waitForURL('**/tasks/**');
  }
}
