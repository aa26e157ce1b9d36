/** The shape another language must have: exactly the keys of the Chinese table, any text. */
export type SameKeys<T> = { [Key in keyof T]: T[Key] extends string ? string : SameKeys<T[Key]> }
