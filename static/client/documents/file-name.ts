import type { FileView } from './documents-view';

/** As people know it: the title with its extension, which titles seldom have. */
export const fileName = ({ title, extension }: Pick<FileView, 'title' | 'extension'>): string =>
  extension === null || title.toLowerCase().endsWith(`.${extension}`) ? title : `${title}.${extension}`;
