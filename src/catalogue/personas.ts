import type { Persona } from '../contract/persona.ts';
import { portrait } from './avatar.ts';

/**
 * The test users, all invented: phone numbers from ranges kept for fiction where a country has one, e-mail from the
 * domains kept for examples. `*` in grants is every program.
 */
export const PERSONAS: readonly Persona[] = [
  {
    id: 'lena',
    title: 'Lena Hoffmann · first visit',
    description:
      'Has a full profile and has never granted anything: every scope that is not silent asks her.',
    status: 'ACTIVE',
    profile: {
      userId: '2160120000000101',
      nickName: 'Lena',
      userName: {
        fullName: 'Lena Marie Hoffmann',
        firstName: 'Lena',
        middleName: 'Marie',
        lastName: 'Hoffmann',
      },
      avatar: portrait({
        background: '#ffe3c9',
        skin: '#f3c6a5',
        hair: '#8a4b2a',
        shirt: '#2f6f73',
        style: 'long',
      }),
      gender: 'FEMALE',
      birthDate: '1994-03-18',
      nationality: 'DE',
      addresses: [
        { country: 'DE', state: 'Berlin', city: 'Berlin', address1: 'Lindenhofweg 12', zipCode: '12099' },
      ],
      loginId: '+4915228817386',
      phone: '+4915228817386',
      email: 'lena.hoffmann@example.com',
    },
    grants: {},
  },
  {
    id: 'omar',
    title: 'Omar Al-Jubouri · granted before',
    description: 'Granted the common scopes to every program before: most requests of his need no dialog.',
    status: 'ACTIVE',
    profile: {
      userId: '2160120000000202',
      nickName: 'Omar',
      userName: { fullName: 'Omar Al-Jubouri', firstName: 'Omar', lastName: 'Al-Jubouri' },
      avatar: portrait({
        background: '#d6e8f7',
        skin: '#c98f68',
        hair: '#22211f',
        shirt: '#7a3e3e',
        style: 'short',
      }),
      gender: 'MALE',
      birthDate: '1987-11-02',
      nationality: 'IQ',
      addresses: [{ country: 'IQ', city: 'Baghdad', address1: 'Street 14, House 7, Al-Mansour' }],
      loginId: '+9647000000202',
      phone: '+9647000000202',
      email: 'omar@example.org',
    },
    grants: {
      '*': [
        'auth_base',
        'USER_ID',
        'auth_user',
        'USER_NICKNAME',
        'USER_NAME',
        'USER_AVATAR',
        'USER_LOGIN_ID',
        'HASH_LOGIN_ID',
        'USER_CONTACTINFO',
      ],
    },
  },
  {
    id: 'sam',
    title: 'Sam Okafor · lacks data',
    description:
      'Never filled in a profile: no avatar, gender, birth date, name, address or contact to hand over.',
    status: 'ACTIVE',
    profile: { userId: '2160120000000303', nickName: 'sam_1', loginId: '+447700900303' },
    grants: {},
  },
  {
    id: 'mateo',
    title: 'Mateo Fuentes · granted partly',
    description:
      'Granted his nickname and avatar to every program, nothing else: a mixed request asks for the rest.',
    status: 'ACTIVE',
    profile: {
      userId: '2160120000000404',
      nickName: 'Teo',
      userName: { fullName: 'Mateo Fuentes Rivas', firstName: 'Mateo', lastName: 'Fuentes Rivas' },
      avatar: portrait({
        background: '#e4f0d8',
        skin: '#dba67f',
        hair: '#3a2a1e',
        shirt: '#33518a',
        style: 'curly',
      }),
      gender: 'MALE',
      birthDate: '2001-06-30',
      nationality: 'MX',
      addresses: [
        {
          country: 'MX',
          state: 'Jalisco',
          city: 'Guadalajara',
          address1: 'Calle Robles 245',
          zipCode: '44100',
        },
      ],
      loginId: '+12025550144',
      phone: '+12025550144',
      email: 'teo.fuentes@example.net',
    },
    grants: { '*': ['auth_base', 'USER_NICKNAME', 'USER_AVATAR'] },
  },
  {
    id: 'priya',
    title: 'Priya Raman · declined before',
    description:
      'Declined when a program asked for her profile and her contact: she is asked again, and may refuse again.',
    status: 'ACTIVE',
    profile: {
      userId: '2160120000000505',
      nickName: 'Priya R.',
      userName: { fullName: 'Priya Raman', firstName: 'Priya', lastName: 'Raman' },
      avatar: portrait({
        background: '#f4d9e6',
        skin: '#b97a52',
        hair: '#1d1512',
        shirt: '#c26a1b',
        style: 'bun',
      }),
      gender: 'FEMALE',
      birthDate: '1990-09-09',
      nationality: 'IN',
      addresses: [
        { country: 'GB', city: 'Leeds', address1: '3 Alder Mews', zipCode: 'LS1 0ZZ' },
        { country: 'IN', state: 'Tamil Nadu', city: 'Chennai', address1: '18 Temple Tank Road' },
      ],
      loginId: '+447700900505',
      phone: '+447700900506',
      email: 'priya.raman@example.com',
    },
    grants: {},
    declined: { '*': ['auth_user', 'USER_CONTACTINFO'] },
  },
  {
    id: 'xiaomei',
    title: '李晓梅 (Li Xiaomei) · Chinese name',
    description:
      'Her names are in Chinese, family name first: shows whether a program can show and store them.',
    status: 'ACTIVE',
    profile: {
      userId: '2160120000000606',
      nickName: '晓梅',
      userName: { fullName: '李晓梅', firstName: '晓梅', lastName: '李' },
      avatar: portrait({
        background: '#fbe0dc',
        skin: '#f0c9a8',
        hair: '#15120f',
        shirt: '#a8323e',
        style: 'long',
      }),
      gender: 'FEMALE',
      birthDate: '1998-01-28',
      nationality: 'CN',
      addresses: [
        {
          country: 'CN',
          state: '浙江省',
          city: '杭州市',
          address1: '西湖区桂花弄 8 号 2 单元 301 室',
          zipCode: '310000',
        },
      ],
      loginId: '+8613900000606',
      phone: '+8613900000606',
      email: 'xiaomei.li@example.com',
    },
    grants: {},
  },
  {
    id: 'viktor',
    title: 'Viktor Sandberg · account frozen',
    description:
      'The wallet froze his account: he can log in as before, and the merchant server is told that he is FROZEN.',
    status: 'FROZEN',
    profile: {
      userId: '2160120000000707',
      nickName: 'vsandberg',
      userName: { fullName: 'Viktor Sandberg', firstName: 'Viktor', lastName: 'Sandberg' },
      avatar: portrait({
        background: '#dde0e6',
        skin: '#f1cdb3',
        hair: '#b9b3a6',
        shirt: '#46505f',
        style: 'short',
      }),
      gender: 'MALE',
      birthDate: '1969-12-01',
      nationality: 'SE',
      addresses: [{ country: 'SE', city: 'Uppsala', address1: 'Björkgatan 41', zipCode: '753 28' }],
      loginId: '+46701740607',
      phone: '+46701740607',
      email: 'viktor@example.org',
    },
    grants: { '*': ['auth_base', 'auth_user'] },
  },
];
