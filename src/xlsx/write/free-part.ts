import type { PartStore } from '../package/part-store';

/** First name of the form `xl/worksheets/sheet3.xml` that no part has. */
export const freePart = (store: PartStore, stem: string): string => {
  let number = 1;
  while (store.has(`${stem}${number}.xml`)) number++;
  return `${stem}${number}.xml`;
};
