import { ConfigProvider, theme, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useSettings } from '../settings/settings.ts'
import { useText } from '../text/use-text.ts'

/** The styles antd writes while it runs pass the content security policy by the nonce the server put into the page. */
function pageNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  return meta?.nonce ?? ''
}

// antd computes shades from its seeds, so they are read as values; all else follows the tokens live.
function themeOf(dark: boolean): ThemeConfig {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: token('--accent-fill'),
      colorInfo: token('--accent-fill'),
      colorLink: token('--accent-ink'),
      colorText: token('--text'),
      colorTextSecondary: token('--text-2'),
      colorTextPlaceholder: token('--quiet'),
      colorBorder: token('--ctl'),
      colorBgContainer: token('--surface'),
      colorBgElevated: token('--raised'),
      colorBgLayout: token('--ground'),
      fontFamily: token('--font'),
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 36,
      boxShadowSecondary: token('--float'),
    },
  }
}

/** Wraps what is built of antd (selects, cascaders, date pickers) in the product's look and language. Heavy: only in lazy parts. */
export function AntdFrame({ children }: { children: ReactNode }) {
  const { language } = useText()
  const settings = useSettings()
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={themeOf(settings.theme === 'dark')}
      csp={{ nonce: pageNonce() }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
