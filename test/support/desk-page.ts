/** A desk or wall in a browser window, driven as an officer does: by keyboard alone once he is signed in. */
import { expect, type Browser, type Page } from '@playwright/test'

export interface Desk {
  readonly page: Page
  /** Presses keys one after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>
  /** Finds a case by its code and opens it. */
  readonly open: (caseCode: string) => Promise<void>
  /** Gives an order by its key, as soon as the case offers it. */
  readonly act: (label: string, key: string) => Promise<void>
  /** Opens the form of an order by its key; resolves when one can type in it. */
  readonly form: (label: string, key: string) => Promise<void>
  /** Waits for the hub's word that an order was done: the next one may be given. */
  readonly done: (label: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Signs in with the demonstration's password in a window of its own. */
export async function signedIn(browser: Browser, url: string, username: string, path = ''): Promise<Desk> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url + path)
  return { ...(await signInOn(page, username, path === '')), close: () => context.close() }
}

/** Signs in on a page that already shows the sign-in, whoever opened it. */
export async function signInOn(page: Page, username: string, isDesk = true): Promise<Omit<Desk, 'close'>> {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.getByLabel('账号').fill(username)
  await page.getByLabel('密码', { exact: true }).fill('fengqiao-demo')
  await press('Enter')
  await expect(page.getByLabel('密码', { exact: true })).toHaveCount(0)
  if (isDesk) await expect(page.getByRole('grid')).toBeVisible()
  const act = async (label: string, key: string) => {
    const name = new RegExp(`^${label}\\s*${key.toUpperCase()}$`)
    await expect(caseFile(page).getByRole('button', { name })).toBeVisible()
    await press(key)
  }
  return {
    page,
    press,
    act,
    form: async (label, key) => {
      await act(label, key)
      await expect(caseFile(page).getByRole('group', { name: label }).locator(':focus')).toHaveCount(1)
    },
    done: async (label) => {
      await expect(caseFile(page).getByText(`已办 ${label}`, { exact: false })).toBeVisible()
    },
    open: async (caseCode) => {
      await press('/')
      await page.keyboard.type(caseCode)
      await expect(page.getByRole('option', { selected: true })).toContainText(caseCode.slice(-4))
      await press('Enter')
      await expect(caseFile(page)).toContainText(caseCode.slice(-4))
    },
  }
}

/** The right-hand side: the open case. */
export function caseFile(page: Page) {
  return page.getByRole('complementary', { name: '案卷' })
}
