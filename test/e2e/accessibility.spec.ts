import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts'
import { signedIn } from '../support/desk-page.ts'

let office: DemoOffice

test.beforeAll(async () => {
  office = await openDemoOffice()
})
test.afterAll(async () => {
  await office.end()
})

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Each violation with the first element that has it, so that a failure says where to look. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(rules).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`)
}

const looks = [
  { name: 'light', settings: { theme: 'light' } },
  { name: 'dark', settings: { theme: 'dark' } },
  { name: 'English', settings: { language: 'en' } },
]

for (const { name, settings } of looks) {
  test(`the desk is usable by everybody in its parts (${name})`, async ({ browser }) => {
    test.setTimeout(120_000)
    await office.handIn(`路灯不亮 ${name}`)
    const desk = await signedIn(browser, office.url, 'duty.city')
    await desk.page.evaluate((kept) => localStorage.setItem('fengqiao.settings', JSON.stringify(kept)), settings)
    await desk.page.reload()
    await expect(desk.page.getByRole('grid')).toBeVisible()
    expect(await violations(desk.page), 'list').toEqual([])

    await desk.press('2', 'j', 'Enter')
    await expect(desk.page.locator('.case-file-held')).toBeVisible()
    await expect(desk.page.locator('[data-act]').first()).toBeVisible()
    expect(await violations(desk.page), 'case').toEqual([])

    await desk.press('b')
    await expect(desk.page.locator('.act-form')).toBeVisible()
    expect(await violations(desk.page), 'form').toEqual([])
    await desk.press('Escape', '/')
    await expect(desk.page.getByRole('combobox')).toBeVisible()
    expect(await violations(desk.page), 'search').toEqual([])
    await desk.press('Escape', '?')
    await expect(desk.page.getByRole('dialog')).toBeVisible()
    expect(await violations(desk.page), 'key sheet').toEqual([])
    await desk.press('Escape', 'n')
    await expect(desk.page.locator('.register-form')).toBeVisible()
    await expect(desk.page.locator('.register-occurred-picker')).toBeVisible()
    expect(await violations(desk.page), 'registration').toEqual([])
    await desk.close()
  })
}

test('sign-in, wall and the resident’s page are usable by everybody', async ({ browser }) => {
  test.setTimeout(120_000)
  const { trackingCode } = await office.handIn('小区水压不足')
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(office.url)
  await expect(visitor.getByLabel('账号')).toBeVisible()
  expect(await violations(visitor), 'sign-in').toEqual([])

  await visitor.setViewportSize({ width: 390, height: 844 })
  await visitor.goto(`${office.url}/r/`)
  await expect(visitor.getByRole('textbox').first()).toBeVisible()
  expect(await violations(visitor), 'resident, asking for the code').toEqual([])
  await visitor.goto(`${office.url}/r/#${trackingCode}`)
  await expect(visitor.getByText('小区水压不足')).toBeVisible()
  expect(await violations(visitor), 'resident, following').toEqual([])
  await visitor.context().close()

  const wall = await signedIn(browser, office.url, 'wall.city', '/#/wall')
  await expect(wall.page.locator('.wall-flow')).toBeVisible()
  expect(await violations(wall.page), 'wall').toEqual([])
  await wall.close()
})
