import type { FormFormat, OfficialForm } from '../../model/official-form.ts';
import type { ReadPicture } from './picture.ts';

/** A form as a file. Each writer comes with its library only when somebody asks for that format. */
export async function writeForm(
  form: OfficialForm,
  format: FormFormat,
  readPicture: ReadPicture,
): Promise<{ name: string; type: string; content: Uint8Array<ArrayBuffer> | string }> {
  const name = `${form.fileName}.${format}`;
  switch (format) {
    case 'xlsx': {
      const { writeXlsx } = await import('./write-xlsx.ts');
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return { name, type, content: await writeXlsx(form, readPicture) };
    }
    case 'docx': {
      const { writeDocx } = await import('./write-docx.ts');
      const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      return { name, type, content: await writeDocx(form, readPicture) };
    }
    case 'html': {
      const { writeHtml } = await import('./write-html.ts');
      return { name, type: 'text/html', content: await writeHtml(form, readPicture) };
    }
  }
}
