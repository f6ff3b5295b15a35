import { ConfigProvider, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useSettings } from '../settings.ts'
import { antdTokens } from './tokens.ts'
import './base.css'
import './parts.css'
import './print.css'

const wish = () => window.matchMedia('(prefers-color-scheme: dark)')
const listen = (tell: () => void) => {
  const query = wish()
  query.addEventListener('change', tell)
  return () => query.removeEventListener('change', tell)
}

/** 'light' or 'dark', as chosen or as the system wishes. */
export function useLook(): 'light' | 'dark' {
  const system = useSyncExternalStore(listen, () => (wish().matches ? 'dark' : 'light'))
  const { look } = useSettings()
  return look === 'auto' ? system : look
}

/** Colours, type and locale for everything inside, antd's parts included. */
export function Theme({ children }: { children: ReactNode }) {
  const look = useLook()
  const { tongue } = useSettings()
  useEffect(() => {
    document.documentElement.dataset.look = look
  }, [look])
  return (
    <ConfigProvider
      locale={tongue === 'zh' ? zhCN : enUS}
      theme={{
        algorithm: look === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: antdTokens[look],
        components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
        cssVar: { key: 'gt' },
        hashed: false,
      }}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
