/** Origin of the sink, which served the script that asks; only while that script first runs. */
export const sinkOrigin = new URL((document.currentScript as HTMLScriptElement).src).origin;
