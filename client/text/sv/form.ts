/** Swedish words of the room `form`. */
export const form = {}
