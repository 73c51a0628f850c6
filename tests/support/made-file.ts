const heads: Record<string, { head: string; mimeType: string }> = {
  pdf: { head: '%PDF-1.4\n', mimeType: 'application/pdf' },
  png: { head: '\x89PNG\r\n\x1a\n', mimeType: 'image/png' },
  jpg: { head: '\xff\xd8\xff', mimeType: 'image/jpeg' },
};

/** A file of this kind and size without anything in it. */
export function madeFile({ extension, bytes }: { extension: string; bytes: number }) {
  const { head, mimeType } = heads[extension] ?? { head: '', mimeType: 'application/octet-stream' };
  const buffer = Buffer.alloc(Math.max(bytes, head.length), ' ');
  buffer.write(head, 'latin1');
  return { name: `测试文件.${extension || 'bin'}`, mimeType, buffer };
}
