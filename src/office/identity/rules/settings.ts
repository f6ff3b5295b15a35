import { z } from 'zod'
import { Role } from '../model.ts'

/** Settings of security and the shape of each value; minutes, seconds, days, counts as the name says. */
export const SecuritySettings = z.object({
  /** A session nobody used for so long ends. */
  idleMinutes: z.number().int().min(1).max(1440),
  /** A session ends after this time however busy. */
  absoluteMinutes: z.number().int().min(5).max(10_080),
  /** So many wrong passwords in a row cost no waiting. */
  freeFailures: z.number().int().min(0).max(10),
  /** The first waiting; it doubles with each further failure. */
  backoffSeconds: z.number().int().min(1).max(60),
  /** From this failure on the account is locked, each time twice as long. */
  lockFailures: z.number().int().min(3).max(20),
  lockMinutes: z.number().int().min(1).max(1440),
  /** Failures from one network address, whatever accounts they named, before it must wait. */
  addressFailures: z.number().int().min(5).max(1000),
  passwordLeast: z.number().int().min(8).max(64),
  /** So many former passwords may not be used again. */
  passwordHistory: z.number().int().min(0).max(24),
  /** A password must be changed after so many days; 0 = never. */
  passwordDays: z.number().int().min(0).max(3650),
  /** Who works in one of these roles must use a second factor. */
  codeRoles: z.array(Role),
  /** A one-time code holds so many steps of 30 seconds before and after its own. */
  codeSkewSteps: z.number().int().min(0).max(10),
  /** The longest life of a machine's token. */
  tokenDays: z.number().int().min(1).max(3650),
  /** Requests a minute that are answered, as many at once: of one address, one account, and sign-ins of one address; 0 = no limit. */
  addressPerMinute: z.number().int().min(0).max(1_000_000),
  accountPerMinute: z.number().int().min(0).max(1_000_000),
  signInPerMinute: z.number().int().min(0).max(100_000),
})
export type SecuritySettings = z.infer<typeof SecuritySettings>
export const SettingName = SecuritySettings.keyof()
export type SettingName = z.infer<typeof SettingName>

/** Whether a value fits the setting it is meant for. */
export const fits = (name: SettingName, value: unknown): boolean => SecuritySettings.shape[name].safeParse(value).success
