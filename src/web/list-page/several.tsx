import { Icon } from '../icons.tsx'
import { Pop } from '../pop.tsx'
import { useSay } from '../tongue.tsx'
import { words } from '../words.ts'
import type { Option } from './shape.ts'

type Props = { id: string; label: string; options: readonly Option[]; chosen: readonly string[]; onChange(values: readonly string[]): void }

/** Several of a few: a button that says what is chosen, and a list of boxes to tick. */
export function Several({ id, label, options, chosen, onChange }: Props) {
  const t = useSay()
  const names = options.filter((option) => chosen.includes(option.value)).map((option) => option.label)
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  const said = names.length > 0 ? names.join('、') : t(words.field.any)
  const shown = (
    <>
      <span>{said}</span>
      <Icon name="down" size={12} />
    </>
  )
  return (
    <Pop id={id} className="field-control several-button" label={`${label}：${said}`} shown={shown} panelClass="several-list">
      <fieldset>
        <legend className="hidden-visually">{label}</legend>
        {options.map((option) => (
          <label key={option.value}>
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => toggle(option.value)} /> {option.label}
          </label>
        ))}
      </fieldset>
    </Pop>
  )
}
