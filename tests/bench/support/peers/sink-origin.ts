/** Said beside the script where it is an extension's, which no server served. */
declare const zybSinkOrigin: string | undefined;

/** Origin of the sink, which served the script that asks; only while that script first runs. */
export const sinkOrigin =
  typeof zybSinkOrigin === 'string'
    ? zybSinkOrigin
    : new URL((document.currentScript as HTMLScriptElement).src).origin;
