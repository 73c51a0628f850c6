/** Saves a form's file through the browser's own download. */
export function saveFormFile(file: {
  name: string;
  type: string;
  content: Uint8Array<ArrayBuffer> | string;
}): void {
  const url = URL.createObjectURL(new Blob([file.content], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Opens the browser's print dialog, which also saves as PDF, on a page of its own that nobody sees. */
export function printPage(html: string): Promise<void> {
  for (const old of document.querySelectorAll('iframe.form-print')) old.remove();
  const frame = document.createElement('iframe');
  frame.className = 'form-print';
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden';
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      frame.contentWindow?.print();
      resolve();
    });
    frame.srcdoc = html;
    document.body.append(frame);
  });
}
