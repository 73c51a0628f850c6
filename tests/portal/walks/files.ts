import type { FileToUpload } from './walker.ts';

const pixelPng =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const emptyPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** A picture, which the wizard refuses. */
export const photo: FileToUpload = {
  name: '身份证照片.png',
  mimeType: 'image/png',
  buffer: Buffer.from(pixelPng, 'base64'),
};

/** A one-page document, which the wizard accepts. */
export function scan(name: string): FileToUpload {
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(emptyPdf) };
}
