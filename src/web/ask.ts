import {
  keepPreviousData,
  QueryCache,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import type { Contract } from '../kernel/contract.ts'
import { get, type InputOf, newKey, post, postFiles } from './call.ts'
import { asTrouble, type Outcome, type Trouble } from './trouble.ts'

export { fileUrl } from './call.ts'
export { type Outcome, Trouble } from './trouble.ts'

/** A session that ended while one worked: who is here is asked again, and the sign-in page shows. */
function askedSignedIn(key: readonly unknown[]): void {
  if (key[0] !== 'identity.me') void answers.invalidateQueries({ queryKey: ['identity.me'] })
}

/** The app's one cache. Only a broken line is tried again; a refusal never is. */
export const answers: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => asTrouble(error).status === 401 && askedSignedIn(query.queryKey) }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (times, error) => asTrouble(error).status === 0 && times < 2,
    },
    mutations: { networkMode: 'always' },
  },
})

type When = {
  /** Not asked while false. */
  when?: boolean | undefined
  /** Keeps showing the former answer while the next one is on its way (lists). */
  keep?: boolean | undefined
  /** Asks again every so many milliseconds (progress of a job). */
  every?: number | false | undefined
}

/**
 * Asks the server and keeps the answer: `useAsk(listUnits, { category: 'government' })`.
 * Data is parsed with the contract's output schema; `error` is a Trouble.
 */
export function useAsk<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>,
  input: InputOf<I>,
  options: When = {},
): UseQueryResult<z.output<O>, Trouble> {
  return useQuery<z.output<O>, Trouble>({
    queryKey: [contract.name, input],
    queryFn: ({ signal }) => get(contract, input, signal),
    enabled: options.when ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
}

/** One ask outside render, as a value: never throws. */
export async function askOnce<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>,
  input: InputOf<I>,
): Promise<Outcome<z.output<O>>> {
  return get(contract, input).then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) => ({ ok: false as const, trouble: asTrouble(error) }),
  )
}

export type Act<I, O> = {
  /** Does it. Never throws: a refusal is a value the page can show. */
  run(input: I, files?: readonly File[]): Promise<Outcome<O>>
  pending: boolean
  /** 0…1 while files are being sent, else null. */
  progress: number | null
  trouble: Trouble | null
  value: O | null
  /** Clears trouble and value. */
  forget(): void
}

/** The key of the deed at hand: kept only when the line broke and the very same input is sent again. */
function useDeedKey() {
  const kept = useRef<{ of: string; key: string } | null>(null)
  const keyFor = (of: string) => {
    if (kept.current?.of !== of) kept.current = { of, key: newKey() }
    return kept.current.key
  }
  const settle = (trouble: Trouble | null) => {
    if (trouble?.status !== 0) kept.current = null
  }
  return { keyFor, settle }
}

/** An act of the server: `const extend = useAct(extendOrder); await extend.run({ … })`. After a success all shown answers are asked again. */
export function useAct<I extends z.ZodType, O extends z.ZodType>(contract: Contract<I, O>): Act<InputOf<I>, z.output<O>> {
  const client = useQueryClient()
  const { keyFor, settle } = useDeedKey()
  const [progress, setProgress] = useState<number | null>(null)
  const deed = useMutation<z.output<O>, Trouble, { input: InputOf<I>; files: readonly File[] }>({
    mutationFn: ({ input, files }) => {
      const key = keyFor(JSON.stringify([input, files.map((file) => [file.name, file.size, file.lastModified])]))
      return contract.takes === 'files' ? postFiles(contract, input, { files, key, sent: setProgress }) : post(contract, input, key)
    },
    onSettled: (_, trouble) => {
      settle(trouble)
      setProgress(null)
      if (!trouble) void client.invalidateQueries()
    },
  })
  return {
    run: (input, files = []) =>
      deed.mutateAsync({ input, files }).then(
        (value) => ({ ok: true as const, value }),
        (error: unknown) => ({ ok: false as const, trouble: asTrouble(error) }),
      ),
    pending: deed.isPending,
    progress,
    trouble: deed.error,
    value: deed.data ?? null,
    forget: deed.reset,
  }
}
