/** Nodes nested deeper than this are spelled as plain JSON; a parser stops at 512, only scripts go on. */
export const deepestNode = 800;
/** Plain JSON nested deeper than this is refused both ways: whoever walks it step by step would overflow. */
export const deepestJson = 2000;
/** Events of one chunk; a chunk of three minutes holds some thousands. */
export const mostEvents = 1_000_000;
/** Characters of JSON the decoded events may stand for, about: few symbols can repeat big nodes. */
export const mostDecoded = 200 * 1024 * 1024;
