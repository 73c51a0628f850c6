/** First symbols of the column of kinds; what stands there from `reservedKinds` on is the form of a record. */
export const kinds = { raw: 0, snapshot: 1, mutation: 2, move: 3, newForm: 4 } as const;
export const reservedKinds = 5;

/** What the positions of a mouse move have. The order is part of the format. */
export const positionKeys = ['x', 'y', 'id', 'timeOffset'] as const;
export type Position = Record<(typeof positionKeys)[number], number>;
export const firstPosition: Position = { x: 0, y: 0, id: 0, timeOffset: 0 };
