import type { FileVersion } from '../store/files';
import { fill } from './language';
import type { Language } from './language';

interface FilesSectionProps {
  readonly language: Language;
  /** The record's page: "/accounts/001…". */
  readonly page: string;
  readonly files: readonly FileVersion[];
}

/** The files of a record: to look at, to add, to replace by a new version, and to delete. */
export function FilesSection({ language: { texts, number, instant }, page, files }: FilesSectionProps) {
  return (
    <section aria-labelledby="files">
      <h2 id="files">{texts.files}</h2>
      {files.length === 0 ? <p class="quiet">{texts.noFiles}</p> : (
        <div class="scroll">
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">{texts.fileTitle}</th><th scope="col" class="number">{texts.version}</th><th scope="col" class="number">{texts.size}</th>
                <th scope="col">{texts.added}</th><th scope="col">{texts.remove}</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr>
                  <td data-label={texts.fileTitle}><a href={`/files/${file.id}`}>{file.title}</a></td>
                  <td data-label={texts.version} class="number">{number(file.number)}</td>
                  <td data-label={texts.size} class="number">{fill(texts.bytes, { size: number(file.size) })}</td>
                  <td data-label={texts.added} class="nowrap">{instant(file.createdDate)}</td>
                  <td data-label={texts.remove}>
                    <form class="inline" method="post" action={`${page}/files/delete`}>
                      <button class="danger" type="submit" name="document" value={file.documentId} aria-label={fill(texts.deleteFile, { title: file.title })}>{texts.remove}</button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <form class="row" method="post" action={`${page}/files`} enctype="multipart/form-data">
        <label>{texts.chooseFile}<input type="file" name="file" required /></label>
        <label>{texts.fileTitle}<input name="title" maxlength={255} /></label>
        <label>{texts.newVersionOf}
          <select name="document">
            <option value="">{texts.newDocument}</option>
            {files.map(({ documentId, title }) => <option value={documentId}>{fill(texts.newVersion, { title })}</option>)}
          </select>
        </label>
        <button class="main" type="submit">{texts.upload}</button>
      </form>
    </section>
  );
}
