/** Line icons of 16 × 16, drawn for this house; decorative only, the word stands beside them. */
const paths = {
  check: 'M2.5 8.5 6 12l7.5-8',
  search: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM11 11l3.5 3.5',
  people: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14c.6-3 2.7-4.5 5.5-4.5s4.900 1.500 5.500 4.500',
  book: 'M3 2.500h8.500a1.500 1.500 0 0 1 1.500 1.500v9.500H4.500A1.500 1.500 0 0 1 3 12V2.500ZM5.500 5.500h5M5.500 8.500h5',
  tree: 'M8 2v4M3.500 14v-4h9v4M8 6v4M6 2h4M2 14h3M11 14h3',
  law: 'M8 2v12M3 4.500h10M3 4.500 1.300 9h3.400L6 4.500M13 4.500 14.700 9h-3.400L10 4.500M5 14h6',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.500V8l2.500 1.500',
  calendar: 'M2.500 3.500h11v10h-11v-10ZM2.500 6.500h11M5.500 1.500v3M10.500 1.500v3',
  project: 'M2 4h6M4.500 8h7M8 12h6',
  alert: 'M8 2.500 14.500 13.500h-13L8 2.500ZM8 6.500v3.500M8 11.900v.2',
  tick: 'M2.500 2.500h11v11h-11v-11ZM5 8l2.200 2.200L11 6',
  portrait:
    'M2.500 2.500h11v11h-11v-11ZM8 8a1.900 1.900 0 1 0 0-3.800A1.900 1.900 0 0 0 8 8ZM4.500 13c.4-2 1.700-3 3.500-3s3.100 1 3.500 3',
  report: 'M4 1.500h5.500L13 5v9.500H4v-13ZM9.500 1.500V5H13M6 8h5M6 11h5',
  mention: 'M8 10.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM10.500 5.500V9c0 2 3 2 3-1A5.500 5.500 0 1 0 11 12.600',
  import: 'M8 2v8M4.500 6.500 8 10l3.500-3.500M2.500 11v3h11v-3',
  export: 'M8 10V2M4.500 5.500 8 2l3.500 3.500M2.500 11v3h11v-3',
  trail: 'M3 13.500c5 0 1.500-5 5-5s1-6 5-6M3 13.500h.1M13 2.500h.1',
  account: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.500 14c.6-3 2.700-4.500 5.500-4.500M11.500 9.500v5M9 12h5',
  menu: 'M2 4h12M2 8h12M2 12h12',
  close: 'M3.500 3.500l9 9M12.500 3.500l-9 9',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  moon: 'M13.500 9.500A6 6 0 0 1 6.500 2.500a6 6 0 1 0 7 7Z',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4 6 8l4 4',
  link: 'M6.500 9.500l3-3M7 4.500l1.500-1.500a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500 7.500 13A3 3 0 0 1 3 8.500L4.500 7',
  print: 'M4.500 6V2h7v4M4.500 12h-2V6h11v6h-2M4.500 9.500h7V14h-7V9.500Z',
  plus: 'M8 3v10M3 8h10',
  filter: 'M2 3h12L9.500 8.500V13l-3-1.500v-3L2 3Z',
  file: 'M4 1.500h5.500L13 5v9.500H4v-13ZM9.500 1.500V5H13',
} as const
export type IconName = keyof typeof paths

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
