import { useState } from 'react'
import { ChoiceField, DayField, FormField, TextField } from '../../../registers/places/form-parts.tsx'
import { PlacePicker, UnitPicker } from '../../../registers/places/picker.tsx'
import { ActDialog } from '../../../web/act-dialog.tsx'
import { useToday } from '../../../web/session.tsx'
import { useChoices, useSay } from '../../../web/tongue.tsx'
import { saveAbsence, saveAuditor, saveTeam, saveTie } from '../force.contract.ts'
import { AbsenceKind, type Auditor, Skill, TieKind } from '../model.ts'
import type { TeamView } from '../rules/shapes.ts'
import { words } from '../words.ts'

export function TeamForm({ team, onClose }: { team: TeamView | null; onClose(): void }) {
  const t = useSay()
  const [code, setCode] = useState(team?.code ?? '')
  const [name, setName] = useState(team?.name ?? '')
  const [district, setDistrict] = useState<string | null>(team?.district ?? null)
  const [endedOn, setEndedOn] = useState(team?.endedOn ?? null)
  const input = () => ({ id: team?.id ?? null, version: team?.version ?? 0, code, name, district: district ?? '', endedOn })
  return (
    <ActDialog title={t(words.contract.saveTeam)} contract={saveTeam} input={input} onClose={onClose}>
      <TextField label={t(words.field.code)} value={code} required onChange={setCode} />
      <TextField label={t(words.field.name)} value={name} required onChange={setName} />
      <FormField label={t(words.field.district)}>
        {() => <PlacePicker label={t(words.field.district)} value={district} onChange={(place) => setDistrict(place)} />}
      </FormField>
      <DayField label={t(words.field.until)} value={endedOn} onChange={setEndedOn} />
    </ActDialog>
  )
}

export function AuditorForm({ team, auditor, onClose }: { team: TeamView; auditor: Auditor | null; onClose(): void }) {
  const t = useSay()
  const today = useToday()
  const [number, setNumber] = useState(auditor?.number ?? '')
  const [name, setName] = useState(auditor?.name ?? '')
  const [skills, setSkills] = useState<readonly Skill[]>(auditor?.skills ?? ['general'])
  const [startsOn, setStartsOn] = useState(auditor?.startsOn ?? today)
  const [endsOn, setEndsOn] = useState(auditor?.endsOn ?? null)
  const kept = { id: auditor?.id ?? null, version: auditor?.version ?? 0, team: team.id, account: auditor?.account ?? null }
  const input = () => ({ ...kept, number, name, skills: [...skills], startsOn, endsOn })
  const turn = (skill: Skill) => setSkills(skills.includes(skill) ? skills.filter((each) => each !== skill) : [...skills, skill])
  return (
    <ActDialog title={t(words.contract.saveAuditor)} contract={saveAuditor} input={input} onClose={onClose} lead={team.name}>
      <TextField label={t(words.field.code)} value={number} required onChange={setNumber} />
      <TextField label={t(words.field.official)} value={name} required onChange={setName} />
      <DayField label={t(words.field.from)} value={startsOn} required onChange={(on) => on && setStartsOn(on)} />
      <DayField label={t(words.field.until)} value={endsOn} onChange={setEndsOn} />
      <fieldset className="form-field wide plain-set">
        <legend>{t(words.field.skills)}</legend>
        <div className="row">
          {Skill.options.map((skill) => (
            <label key={skill}>
              <input type="checkbox" checked={skills.includes(skill)} onChange={() => turn(skill)} /> {t(words.skill[skill])}
            </label>
          ))}
        </div>
      </fieldset>
    </ActDialog>
  )
}

export function AbsenceForm({ auditor, onClose }: { auditor: Auditor; onClose(): void }) {
  const t = useSay()
  const choices = useChoices()
  const today = useToday()
  const [kind, setKind] = useState<AbsenceKind>('statutory')
  const [startsOn, setStartsOn] = useState(today)
  const [endsOn, setEndsOn] = useState(today)
  const [share, setShare] = useState('100')
  const [note, setNote] = useState('')
  const input = () => ({ auditor: auditor.id, kind, startsOn, endsOn, share: Number(share), note: note.trim() || null })
  return (
    <ActDialog title={`${t(words.contract.saveAbsence)} · ${auditor.name}`} contract={saveAbsence} input={input} onClose={onClose}>
      <ChoiceField
        label={t(words.field.kind)}
        value={kind}
        options={choices(AbsenceKind.options, words.absence)}
        onChange={(value) => value && setKind(value)}
      />
      <TextField label={t(words.field.share)} value={share} required numeric onChange={setShare} />
      <DayField label={t(words.field.from)} value={startsOn} required onChange={(on) => on && setStartsOn(on)} />
      <DayField label={t(words.field.until)} value={endsOn} required onChange={(on) => on && setEndsOn(on)} />
      <TextField label={t(words.field.text)} value={note} wide onChange={setNote} />
    </ActDialog>
  )
}

export function TieForm({ auditor, onClose }: { auditor: Auditor; onClose(): void }) {
  const t = useSay()
  const choices = useChoices()
  const today = useToday()
  const [kind, setKind] = useState<TieKind>('served')
  const [unit, setUnit] = useState<string | null>(null)
  const [endedOn, setEndedOn] = useState<typeof today | null>(null)
  const [ground, setGround] = useState('')
  const [decidedBy, setDecidedBy] = useState('')
  const input = () => ({ auditor: auditor.id, kind, unit: unit ?? '', endedOn, ground, declaredOn: today, decidedBy })
  return (
    <ActDialog title={`${t(words.contract.saveTie)} · ${auditor.name}`} contract={saveTie} input={input} onClose={onClose}>
      <ChoiceField
        label={t(words.field.kind)}
        value={kind}
        options={choices(TieKind.options, words.tie)}
        onChange={(value) => value && setKind(value)}
      />
      <FormField label={t(words.field.unit)}>
        {() => <UnitPicker label={t(words.field.unit)} value={unit} onChange={(id) => setUnit(id)} />}
      </FormField>
      <DayField label={t(words.field.until)} value={endedOn} onChange={setEndedOn} />
      <TextField label={t(words.field.reason)} value={ground} required onChange={setGround} />
      <TextField label={t(words.field.agreedBy)} value={decidedBy} required onChange={setDecidedBy} />
    </ActDialog>
  )
}
