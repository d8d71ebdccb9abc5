/** Swedish words of the room `sync`. */
export const sync = {}
