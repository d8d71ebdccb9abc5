/** Swedish words of the room `editor`. */
export const editor = {}
