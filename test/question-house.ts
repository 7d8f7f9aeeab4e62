import { testDatabase } from './database.ts'
import { employee } from './employees.ts'
import { type Visitor, type WholeHouse, wholeHouse } from './whole-house.ts'
import { wordsOf, writersIn } from './written.ts'

/** A house with the board "warmte" and the people who speak there, for tests about questions and what comes of them. */
export async function questionHouse() {
  const house = await wholeHouse(await testDatabase())
  const { db } = house.site
  const write = writersIn(house)
  await write.board('warmte')
  return {
    ...(await castOf(house)),
    house,
    db,
    write,
    row: (id: string) => db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    /** The page of a question, as this reader gets it at its own address. */
    page: async (reader: Pick<Visitor, 'get'>, id: string, query = '') => {
      const { location } = await reader.get(`/questions/${id}`)
      return (await reader.get(`${location}${query}`)).text
    },
    /** The words of somebody's page of notices, once everybody was told. */
    noticesOf: async (reader: Pick<Visitor, 'get'>) => {
      await house.settle()
      return wordsOf((await reader.get('/notices')).text)
    },
  }
}

const castOf = async (house: WholeHouse) => ({
  fatima: await house.member('fatima'),
  henk: await house.member('henk'),
  yara: await house.member('yara'),
  joris: await house.member('joris'),
  noor: await house.member('noor'),
  piet: await house.member('piet'),
  sam: await employee(house, 'sam', 'moderator'),
  mira: await employee(house, 'mira', 'manager'),
})
