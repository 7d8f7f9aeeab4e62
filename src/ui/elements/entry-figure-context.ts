import { createContext } from 'preact'

/** On a phone the figure of an entry moves into its quiet line. */
export const EntryFigureContext = createContext<{ value: number; label: string } | null>(null)
