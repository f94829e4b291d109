/**
 * The method that Node calls for the text of an object that is printed: by `console.log`, in an error, or as the last
 * expression of a notebook's cell.
 */
export const inspection: unique symbol = Symbol.for('nodejs.util.inspect.custom') as typeof inspection;
