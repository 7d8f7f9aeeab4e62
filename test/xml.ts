import sax from 'sax'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

/** All elements of a document in the order in which they begin; throws where it is not well-formed. */
export function elementsOf(xml: string): XmlElement[] {
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  const parser = sax.parser(true)
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' }
    elements.push(element)
    open.push(element)
  }
  parser.ontext = (text) => {
    const at = open.at(-1)
    if (at) at.text += text
  }
  parser.oncdata = parser.ontext
  parser.onclosetag = () => void open.pop()
  parser.write(xml).close()
  if (elements.length === 0) throw new Error('There is no element in it')
  return elements
}
