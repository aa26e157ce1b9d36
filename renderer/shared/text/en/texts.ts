import { caseFile } from './case-file.ts'
import { chooseHub } from './choose-hub.ts'
import { common } from './common.ts'
import { desk } from './desk.ts'
import { errors } from './errors.ts'
import { labels } from './labels.ts'
import { map } from './map.ts'
import { register } from './register.ts'
import { resident } from './resident.ts'
import { signIn } from './sign-in.ts'
import { wall } from './wall.ts'

export const texts = { common, chooseHub, signIn, desk, caseFile, register, wall, resident, errors, labels, map }
