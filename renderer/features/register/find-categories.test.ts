import { expect, test } from 'vitest'
import { categoryPathsOf } from '../../../hub-server/contract/reference.ts'
import { findCategories, spacedPath } from './find-categories.ts'

const paths = categoryPathsOf([
  { name: '交通运输', children: [{ name: '农村公路', children: [{ name: '桥梁' }] }, { name: '公路管理' }] },
  { name: '城乡建设', children: [{ name: '公共设施', children: [{ name: '路灯' }] }] },
])

test('a category is found by any part of its path, the one so named first', () => {
  expect(findCategories(paths, '公路')).toEqual(['交通运输/公路管理', '交通运输/农村公路', '交通运输/农村公路/桥梁'])
  expect(findCategories(paths, '桥')).toEqual(['交通运输/农村公路/桥梁'])
  expect(findCategories(paths, '城乡 路灯').map(spacedPath)).toEqual(['城乡建设 / 公共设施 / 路灯'])
})

test('nothing typed and nothing meant find nothing', () => {
  expect(findCategories(paths, ' ')).toEqual([])
  expect(findCategories(paths, '航天')).toEqual([])
})
