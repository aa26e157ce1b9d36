import { expect, test, type Page } from '@playwright/test'
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts'
import { caseFile, signedIn } from '../support/desk-page.ts'

let office: DemoOffice

test.beforeAll(async () => {
  office = await openDemoOffice()
})
test.afterAll(async () => {
  await office.end()
})

/** The counts of the flow tile as they stand on a wall. */
const figures = (page: Page) => page.locator('.wall-flow').innerText()

test('a hub that is killed and started again finds its screens as they were: nothing is lost, nothing is done twice, nobody reloads', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { id, caseCode } = await office.handIn('停水两天没有通知')
  const desk = await signedIn(browser, office.url, 'duty.city')
  await desk.open(caseCode)
  await desk.act('受理', 'a')
  await desk.done('受理')
  const wall = await signedIn(browser, office.url, 'wall.city', '/#/wall')
  await expect(wall.page.locator('.wall-flow')).toBeVisible()

  await office.kill()
  await expect(desk.page.getByText('枢纽失联', { exact: false }).first()).toBeVisible({ timeout: 30_000 })
  await expect(wall.page.getByText('停更', { exact: false }).first()).toBeVisible({ timeout: 30_000 })
  const stale = await figures(wall.page)
  expect(stale).toMatch(/[1-9]/)

  // An order given while nobody answers waits, and says so.
  await desk.form('备注', 'b')
  await desk.page.keyboard.type('已电话告知用户正在抢修')
  await desk.press('Control+Enter')
  await expect(desk.page.getByText('待发', { exact: false }).first()).toBeVisible()

  await office.startAgain()
  await expect(desk.page.getByText('枢纽失联', { exact: false })).toHaveCount(0, { timeout: 40_000 })
  await expect(wall.page.getByText('停更', { exact: false })).toHaveCount(0, { timeout: 40_000 })
  await expect(caseFile(desk.page)).toContainText('已电话告知用户正在抢修')
  await expect(caseFile(desk.page)).toContainText('待派单')
  const { items } = (await office.ask('duty.city', 'GET', `/cases/${id}/timeline`)) as { items: { type: string }[] }
  expect(items.map(({ type }) => type)).toEqual(['appeal.registered', 'order.accepted', 'order.noted'])
  await desk.close()
  await wall.close()
})

test('a session that was ended elsewhere brings back the sign-in and says why', async ({ browser }) => {
  const desk = await signedIn(browser, office.url, 'duty.county')
  const token = await desk.page.evaluate(
    () => (JSON.parse(sessionStorage.getItem('fengqiao.session') ?? '{}') as { token: string }).token,
  )
  const ended = await fetch(`${office.url}/api/v1/session`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
  expect(ended.ok).toBe(true)
  await expect(desk.page.getByLabel('密码', { exact: true })).toBeVisible({ timeout: 10_000 })
  await expect(desk.page.getByText('登录已失效，请重新登录')).toBeVisible()
  await desk.close()
})
