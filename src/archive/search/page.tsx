export { SearchPage } from './page/search.tsx'
