import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The dearest files, first to begin so that a short one ends last. The rows of the matrix load the city for all who need it;
 * the others of those come once it stands, or they would wait for it.
 */
const dearest = [
  'office/sharing/matrix-rows.test.ts',
  'platform/postgres/server.test.ts',
  'src/house.fuzz.test.ts',
  'planning/solver/solve.test.ts',
  'src/house.test.ts',
  'office/care/care.test.ts',
  'demonstration/load.test.ts',
]
const rank = ({ moduleId }: TestSpecification): number => {
  const at = dearest.findIndex((name) => moduleId.endsWith(name))
  return at === -1 ? dearest.length : at
}

export class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}
